import fc from 'fast-check';
import { sql } from 'drizzle-orm';
import { afterAll, describe, expect, it } from 'vitest';
import { connectDatabase } from '../../db/database.ts';
import { changeContacts, shareCasesWithSuccessors } from '../../db/repositories/station-contacts.ts';
import { saveUnits } from '../../db/repositories/units.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { addDays, instantAt, parsePlainDate, parseTimeOfDay } from '../../domain/time/plain-date.ts';
import type { Unit, UnitCode } from '../../domain/units/unit.ts';
import { connectOwner, createHouseDatabase } from '../house/house.ts';
import type { Happening, Model, ModelCase } from './scopes-model.ts';
import { courses, outcomeOf, scopesIn, throughAnotherProvince } from './scopes-model.ts';

const url = await createHouseDatabase();
const owner = connectOwner(url);
const worker = connectDatabase({ url, role: 'tongban_worker', maxConnections: 1 });
afterAll(() => Promise.all([owner.close(), worker.close()]));

// Behind every real day, so that none comes between.
const first = parsePlainDate('2990-01-01');
const dateOf = (day: number): PlainDate => addDays(first, day);
const instantOf = (day: number) => instantAt(dateOf(day), parseTimeOfDay('09:00'));

let cases = 0;
const seqs = new Map<string, number>();
const versions = new Map<UnitCode, number>();

/** Records a step of a case as the worker does. */
async function record({ no, takingPart, closedOn }: ModelCase, day: number): Promise<void> {
  const seq = (seqs.get(no) ?? 0) + 1;
  seqs.set(no, seq);
  const event = {
    seq,
    stepKey: String(seq),
    position: 0,
    occurredAt: instantOf(day),
    event: { type: 'test' },
  };
  const [accepting_station, home_station] = takingPart;
  const row = {
    ...{
      case_no: no,
      seq,
      status: closedOn === null ? 'verifying' : 'closed',
      filing: 'none',
      holder: 'system',
    },
    ...{ outcome: closedOn === null ? null : 'withdrawn', accepting_station, home_station },
    ...{ taking_part: takingPart, accepted_at: instantOf(day), state: {} },
    closed_at: closedOn === null ? null : instantOf(closedOn),
  };
  const escalation = {
    ...{
      rungKey: 'verification/1/R1',
      clock: 'verification',
      rung: 'R1',
      colour: 'blue',
      station: home_station,
    },
    ...{ firedAt: instantOf(day), told: [] },
    settlement: closedOn === null ? null : { kind: 'obviated', at: instantOf(closedOn) },
  };
  await worker.client`
    select record_step(${no}, ${JSON.stringify([event])}, ${JSON.stringify(row)}, '[]', ${JSON.stringify([escalation])}, '[]')`;
}

async function merge(station: UnitCode, merger: { successor: UnitCode; since: number } | null, day: number) {
  const version = versions.get(station) ?? 0;
  versions.set(station, version + 1);
  const succession = merger && { successor: merger.successor, since: dateOf(merger.since) };
  const contacts = {
    ...{ unitCode: station, dutyTelephone: null, faxNumbers: [], groupRobotUrl: null, closure: null },
    ...{ lastConfirmedOn: dateOf(day), succession, version },
  };
  expect(await changeContacts(owner, contacts, { by: 'test', at: instantOf(day) })).toBe('changed');
}

/** Lets something happen, in Postgres as in the model. */
async function happen(model: Model, happening: Happening): Promise<Model> {
  const outcome = outcomeOf(model, happening);
  if (outcome === null) return model;
  const { day } = model;
  if ('case' in outcome) {
    const isNew = outcome.case.no === '';
    const changed = isNew ? { ...outcome.case, no: `case ${String((cases += 1))}` } : outcome.case;
    await record(changed, day);
    return { ...model, cases: [...model.cases.filter(({ no }) => no !== changed.no), changed] };
  }
  if ('unit' in outcome) {
    await saveUnits(owner, [outcome.unit], { by: 'test', at: instantOf(day) });
    const others = model.units.filter(({ code }) => code !== outcome.unit.code);
    return { ...model, units: [...others, outcome.unit] };
  }
  if ('station' in outcome) {
    const { station, merger } = outcome;
    await merge(station, merger, day);
    const mergers = new Map(model.mergers);
    if (merger === null) mergers.delete(station);
    else mergers.set(station, merger);
    return { ...model, mergers };
  }
  await shareCasesWithSuccessors(worker, dateOf(outcome.day));
  return { ...model, day: outcome.day };
}

async function begin(units: readonly Unit[]): Promise<Model> {
  versions.clear();
  await owner.client.unsafe(
    'delete from case_scopes; delete from escalations; delete from cases; delete from station_contacts; delete from units',
  );
  await saveUnits(owner, units);
  return { day: 0, units, mergers: new Map(), cases: [] };
}

/** Who sees which case, with a word where it says other stations than the case. */
async function storedScopes(): Promise<string[]> {
  const rows = await owner.execute<{ row: string }>(
    sql`select s.case_no || ' ' || s.unit_code ||
        case when (s.accepting_station, s.home_station) = (c.accepting_station, c.home_station) then '' else ' wrongly' end
      as row from case_scopes s join cases c using (case_no)`,
  );
  return rows.map(({ row }) => row).sort();
}

/** Whose lists the escalations are in, with how these say that they stand. */
async function storedLists(): Promise<string[]> {
  const rows = await owner.execute<{ row: string }>(
    sql`select x.case_no || ' ' || x.unit_code || case when x.settlement is distinct from e.settlement then ' wrongly' else '' end
      as row from escalation_scopes x left join escalations e using (case_no, rung_key)`,
  );
  return rows.map(({ row }) => row).sort();
}

describe('who sees a case', () => {
  it('follows what takes part in it, mergers and the tree, after whatever happens to them; so do its escalations', async () => {
    await fc.assert(
      fc.asyncProperty(courses, async ({ units, happenings }) => {
        let model = await begin(units);
        for (const happening of happenings) {
          model = await happen(model, happening);
          expect(await storedScopes()).toEqual(scopesIn(model));
          expect(await storedLists()).toEqual(scopesIn(model));
        }
      }),
      { numRuns: 100, examples: [[throughAnotherProvince]] },
    );
  });
});
