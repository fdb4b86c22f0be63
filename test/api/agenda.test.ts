import { expect, it } from 'vitest';
import { samplePersons } from '../../commands/sample-directory.ts';
import { savePersons } from '../../db/repositories/directory.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import { verifying } from '../domain/case/roads.ts';
import { openLedgerDoor } from './ledger-door.ts';

const { clock, door, keep, owner } = await openLedgerDoor('2026-11-03T09:00:00+08:00');

const away = [{ from: parsePlainDate('2026-11-01'), to: parsePlainDate('2026-11-08') }];
const persons = samplePersons(parsePlainDate('2026-11-01')).map((person) =>
  person.unitCode === '520302990000' && person.post === 'liaison_officer'
    ? { ...person, absences: away }
    : person,
);
await savePersons(owner, persons, { by: 'test', at: clock.now() });

interface Item {
  readonly rung: string;
  readonly to: readonly { readonly post: string | null }[];
  readonly gaps: readonly string[];
}

it('the agenda names who is there when a rung fires: whoever is on leave until then is not, afterwards he is', async () => {
  const caseNo = await keep(verifying());
  const response = await door.call('liaison', 'GET', `/v1/cases/${caseNo}/agenda`);
  const { items } = response.json<{ items: Item[] }>();
  const named = (rung: string) => items.find((item) => item.rung === rung)?.to.map(({ post }) => post);
  // R2 fires on the 6th, R3 on the 9th.
  expect(named('R2')).not.toContain('liaison_officer');
  expect(named('R3')).toContain('liaison_officer');
  expect(items.find(({ rung }) => rung === 'R2')?.gaps.join()).toContain('请假、外出');
});
