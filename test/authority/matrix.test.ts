import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { operationIds } from '../../domain/authority/table.ts';
import { roles } from '../../domain/roles.ts';
import { askAll, askWithoutToken } from './matrix.ts';
import { openMatrix } from './open-matrix.ts';
import { forms, nameOf, operations } from './operations.ts';
import { placements, placementsOf } from './units.ts';

const ofStations = await openMatrix();
const ofCounties = await openMatrix('county');
const asked = new Map<string, number>();

describe('who may do what, over what', () => {
  it.each(forms.map((form) => [nameOf(form), form] as const))('%s', async (name, operation) => {
    const things = await askAll(ofStations, operation, { placements: placementsOf.station });
    const above = await askAll(ofCounties, operation, { placements: placementsOf.county });
    const stranger = await askWithoutToken(ofStations, operation);
    asked.set(name, things.cells + above.cells + 1);
    expect([...things.faults, ...above.faults, ...(stranger === undefined ? [] : [stranger])]).toEqual([]);
  });

  it('is asked of every operation, in every role, from every place', async () => {
    expect(operations.map(({ operationId }) => operationId).sort()).toEqual([...operationIds].sort());
    expect([...asked.keys()]).toEqual(forms.map(nameOf));
    expect(forms.length).toBeGreaterThan(operations.length);
    const cells = [...asked.values()].reduce((sum, each) => sum + each, 0);
    expect(cells).toBe(forms.length * (roles.length * placements.length + 1));
    const says = `${forms.length} forms × ${roles.length} roles × ${placements.length} places, and each form without a token: ${cells.toLocaleString('en')} cells`;
    // The one place that says how many.
    expect(await readFile(new URL('../../SECURITY.md', import.meta.url), 'utf8')).toContain(says);
  });
});
