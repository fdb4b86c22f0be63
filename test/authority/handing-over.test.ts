import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkContacts } from '../../domain/directory/contacts-checks.ts';
import type { StationContacts } from '../../domain/directory/station-contacts.ts';
import type { Role } from '../../domain/roles.ts';
import { roles } from '../../domain/roles.ts';
import { addDays, parsePlainDate } from '../../domain/time/plain-date.ts';
import type { Unit, UnitCode } from '../../domain/units/unit.ts';
import { buildUnitTree } from '../../domain/units/unit-tree.ts';
import { leadsTo, trees } from './any-tree.ts';

const today = parsePlainDate('2026-11-25');

const empty = {
  ...{ dutyTelephone: null, faxNumbers: [], groupRobotUrl: null, lastConfirmedOn: today },
  ...{ succession: null, closure: null },
} as const satisfies Omit<StationContacts, 'unitCode'>;

/** What is registered of a station, in one of the ways that send its work elsewhere. */
const ways = {
  merged: (to: UnitCode) => ({ succession: { successor: to, since: today }, closure: null }),
  shut: (to: UnitCode) => ({
    succession: null,
    closure: { from: today, to: addDays(today, 9), alternative: to },
  }),
} as const;

const refusals: readonly string[] = ['supervisors_only', 'successor_not_allowed', 'alternative_not_allowed'];

/** Somebody, and two stations of a tree. */
const situations = trees
  .filter((units) => units.filter(({ level }) => level === 'station').length > 1)
  .chain((units) => {
    const stations = units.filter(({ level }) => level === 'station').map(({ code }) => code);
    return fc.record({
      units: fc.constant(units),
      pair: fc.shuffledSubarray(stations, { minLength: 2, maxLength: 2 }),
      role: fc.constantFrom(...roles),
      place: fc.constantFrom(...units.map(({ code }) => code)),
      way: fc.constantFrom(...Object.values(ways)),
    });
  });

describe('in any tree of units', () => {
  it('whoever supervises both sends the work of a station to another and takes it back, and nobody else', () => {
    fc.assert(
      fc.property(situations, ({ units, pair, role, place, way }) => {
        const [station, other] = pair as [UnitCode, UnitCode];
        const may =
          role.endsWith('_supervisor') && [station, other].every((one) => leadsTo(units, one, place));
        const sent = { ...empty, ...way(other) };
        expect(isRefused(units, { role, place, station, before: empty, after: sent })).toBe(!may);
        // What another registered is confirmed with the rest, and nothing is asked for it.
        expect(isRefused(units, { role, place, station, before: sent, after: sent })).toBe(false);
        if (sent.succession !== null && provinceOf(units, station) === provinceOf(units, other)) {
          expect(isRefused(units, { role, place, station, before: sent, after: empty })).toBe(!may);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('nobody sends the work of a station to another province, not even who loads the directory', () => {
    fc.assert(
      fc.property(situations, ({ units, pair, way }) => {
        const [station, other] = pair as [UnitCode, UnitCode];
        const isAcross = provinceOf(units, station) !== provinceOf(units, other);
        const after = { ...empty, ...way(other) };
        expect(isRefused(units, { role: 'first_load', station, before: empty, after })).toBe(isAcross);
        // What was registered before that was asked for goes all the same.
        const undone = {
          role: 'county_supervisor',
          place: station,
          station,
          before: after,
          after: empty,
        } as const;
        if (isAcross) expect(isRefused(units, undone)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });
});

type Contents = Omit<StationContacts, 'unitCode'>;

type Change = { readonly station: UnitCode; readonly before: Contents; readonly after: Contents } & (
  { readonly role: Role; readonly place: UnitCode } | { readonly role: 'first_load' }
);

function isRefused(units: readonly Unit[], { station, before, after, ...who }: Change): boolean {
  const keeper = who.role === 'first_load' ? who.role : { roles: [who.role], unitCode: who.place };
  const faults = checkContacts(
    { unitCode: station, ...after },
    { tree: buildUnitTree(units), keeper, today, before, successionOf: () => null },
  );
  return faults.some(({ code }) => refusals.includes(code));
}

function provinceOf(units: readonly Unit[], from: UnitCode): UnitCode | undefined {
  return units.find(({ code, level }) => level === 'province' && leadsTo(units, from, code))?.code;
}
