import { buffer } from 'node:stream/consumers';
import { expect, it } from 'vitest';
import { createZip } from '../../platform/zip.ts';

const bytes = new TextEncoder().encode('测试材料');

async function* brokenOff(): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(bytes);
  throw new Error('the store is away');
}

it('an archive breaks off with the entry that cannot be read to its end', async () => {
  const zip = createZip([
    { name: 'a.txt', content: bytes },
    { name: 'b.txt', content: brokenOff },
    { name: 'c.txt', content: bytes },
  ]);
  await expect(buffer(zip)).rejects.toThrow('the store is away');
});
