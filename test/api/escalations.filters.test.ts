import { expect, it } from 'vitest';
import type { RungKey } from '../../domain/escalation/rung.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { actor } from '../domain/case/commands.ts';
import { verifying } from '../domain/case/roads.ts';
import { Ledger } from '../domain/case/ledger.ts';
import { openLedgerDoor } from './ledger-door.ts';

const now = '2026-11-11T09:00:00+08:00';
const { door, keep, escalate } = await openLedgerDoor(now);

const county = { ...actor('county_supervisor'), unitCode: parseUnitCode('520302000000') };
const replyTo = { rungKey: 'verification/1/R4' as RungKey };

// Due on the 9th, its reply on the 10th.
const silent = await keep(escalate(verifying(), now));
// Replied to a day late.
const late = await keep(escalate(verifying(), now).do('reply', replyTo, county));
// Due on the 10th, its reply on the 11th at 17:30.
const nextDay = new Ledger().goTo('2026-11-03T09:00:00+08:00').accept().do('transmit').handOver();
const open = await keep(escalate(nextDay.do('receive'), now));

async function list(query: string): Promise<string[]> {
  const response = await door.call('homeProvince', 'GET', `/v1/escalations${query}`);
  const { items } = response.json<{ items: { caseNo: string; rung: string; colour: string }[] }>();
  return items.map(({ caseNo, rung, colour }) => `${caseNo} ${rung} ${colour}`).toSorted();
}

const rungs = (caseNo: string, ...of: string[]) => of.map((rung) => `${caseNo} ${rung}`);

it('a reply that is overdue is told from one that is open or came late', async () => {
  expect(await list('?standing=reply_overdue')).toEqual([`${silent} R4 red`]);
  expect(await list('?standing=open')).toEqual([`${open} R4 red`]);
  expect(await list('?standing=acknowledged')).toEqual([`${late} R4 red`]);
});

it('escalations are listed by one colour or several', async () => {
  const red = [
    ...rungs(silent, 'R4 red', 'reply_overdue red'),
    ...rungs(late, 'R4 red', 'reply_overdue red'),
    ...rungs(open, 'R4 red'),
  ];
  const yellow = [silent, late, open].flatMap((caseNo) => rungs(caseNo, 'R3 yellow'));
  expect(await list('?colour=red')).toEqual(red.toSorted());
  expect(await list('?colour=red&colour=yellow')).toEqual([...red, ...yellow].toSorted());
  expect(await list('?standing=reply_overdue&colour=yellow')).toEqual([]);
  const refused = await door.call('homeProvince', 'GET', '/v1/escalations?colour=green');
  expect(refused.statusCode).toBe(422);
});
