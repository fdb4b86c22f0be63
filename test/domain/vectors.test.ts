import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkVectorFile } from '../../commands/vectors/vector-file.ts';

const folder = join(import.meta.dirname, '..', 'vectors');

describe('the vectors that were worked out apart from this code', () => {
  it.each([
    ['working-days.json', 173],
    ['working-days-special.json', 46],
    ['id-numbers.json', 87],
    ['names.json', 79],
  ])('%s: the domain says the same to every entry', (name, entries) => {
    const { passed, failures } = checkVectorFile(join(folder, name));
    expect(failures).toEqual([]);
    expect(passed).toBe(entries);
  });
});
