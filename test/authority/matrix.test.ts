import { describe, expect, it } from 'vitest';
import { operationIds } from '../../domain/authority/table.ts';
import { roles } from '../../domain/roles.ts';
import { askAll, askWithoutToken } from './matrix.ts';
import { openMatrix } from './open-matrix.ts';
import { forms, nameOf, operations } from './operations.ts';
import { placements } from './units.ts';

const matrix = await openMatrix();
const asked = new Map<string, number>();

describe('who may do what, over what', () => {
  it.each(forms.map((form) => [nameOf(form), form] as const))('%s', async (name, operation) => {
    const { cells, faults } = await askAll(matrix, operation);
    const stranger = await askWithoutToken(matrix, operation);
    asked.set(name, cells + 1);
    expect([...faults, ...(stranger === undefined ? [] : [stranger])]).toEqual([]);
  });

  it('is asked of every operation, in every role, from every place', () => {
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual([...operationIds].sort());
    expect([...asked.keys()]).toEqual(forms.map(nameOf));
    expect(forms.length).toBeGreaterThan(operations.length);
    const cells = [...asked.values()].reduce((sum, each) => sum + each, 0);
    console.log(
      `${operations.length} operations in ${forms.length} forms × ${roles.length} roles × ${placements.length} places, and each without a token: ${cells} cells`,
    );
    expect(cells).toBe(forms.length * (roles.length * placements.length + 1));
  });
});
