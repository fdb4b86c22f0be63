import { asc } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { listEvents } from '../../db/repositories/ledger.ts';
import { cases, certificates, intakeRecords, notices, rejections } from '../../db/schema/index.ts';
import type { CaseEvent, RecordedEvent } from '../../domain/case/event.ts';
import { describeEvent } from '../../domain/case/timeline.ts';
import type { Instant } from '../../domain/time/instant.ts';

type Notice = typeof notices.$inferSelect;

/** The file in `chronicles/` of a test, by its title up to the first pause. */
export function chronicleFileOf(title: string): string {
  return `${title.replace(/[,:;].*/, '').replaceAll(/[^\p{L}\p{N}]+/gu, '-')}.txt`;
}

/**
 * Everything that came of a scenario, as a text that a person can read beside `scenarios.json`: each case with its
 * status, its ledger by days, the rungs with their instants, and under each event the notices that it gave rise to.
 */
export async function writeChronicle(owner: Database, tell: (played: Instant) => string): Promise<string> {
  const accepted = await owner.select().from(cases).orderBy(asc(cases.caseNo));
  const sent = await owner.select().from(notices).orderBy(asc(notices.id));
  const refused = await owner.select().from(rejections).orderBy(asc(rejections.decidedAt));
  const noted = await owner.select().from(intakeRecords).orderBy(asc(intakeRecords.recordedAt));
  const issued = await owner
    .select()
    .from(certificates)
    .orderBy(asc(certificates.caseNo), asc(certificates.n));

  const paragraphs = await Promise.all(
    accepted.map(async ({ caseNo, status, outcome, holder, filing }) => {
      const standing = [status, outcome, filing === 'none' ? null : `filing ${filing}`].filter(
        (word) => word !== null,
      );
      const events = await listEvents(owner, caseNo);
      const told = sent.filter((notice) => notice.caseNo === caseNo);
      return [`${caseNo} ${standing.join(', ')}; held by ${holder}`, ...linesOf(events, told, tell)];
    }),
  );
  if (accepted.length === 0) paragraphs.push(['no case, no clock, no rung']);
  paragraphs.push(
    refused.map(({ no, decision, codes }) => `${no} ${decision}: ${codes.join(', ')}`),
    noted.map(({ kind, lane }) => (lane === null ? kind : `${kind}: ${lane}`)),
    sent.filter(({ caseNo }) => caseNo === null).map(noticeLine),
  );
  const text = paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
  return nameNumbers(text, {
    case: accepted.map(({ caseNo }) => caseNo),
    certificate: issued.map(({ certificateNo }) => certificateNo),
    rejection: refused.map(({ no }) => no),
  });
}

/** Numbers carry the day on which they were allotted: in a chronicle they go by their order. */
function nameNumbers(text: string, numbers: Readonly<Record<string, readonly string[]>>): string {
  return Object.entries(numbers)
    .flatMap(([kind, all]) => all.map((no, index) => [no, `〔${kind} ${index + 1}〕`] as const))
    .reduce((named, [no, name]) => named.replaceAll(no, name), text);
}

function linesOf(
  events: readonly RecordedEvent[],
  sent: readonly Notice[],
  tell: (played: Instant) => string,
): string[] {
  let day = '';
  return events.flatMap(({ seq, occurredAt, event }) => {
    const told = tell(occurredAt);
    const heading = told.slice(0, 10) === day ? [] : [`  ${told.slice(0, 10)}`];
    day = told.slice(0, 10);
    const of = sent.filter((notice) => notice.seq === seq).map(noticeLine);
    return [...heading, `    ${eventLine(event, told, tell)}`, ...of.map((line) => `      ${line}`)];
  });
}

/** To the minute is told what a clock did: what people do takes as long as the machine takes. */
function eventLine(event: CaseEvent, told: string, tell: (played: Instant) => string): string {
  const sentence = describeEvent(event);
  switch (event.type) {
    case 'rung_fired':
      return `${told.slice(11)} ${event.rung} of ${event.clockKey}  ${sentence}`;
    case 'clock_started':
    case 'clock_moved':
      return `${event.type} ${event.clockKey} due ${tell(event.deadline.dueAt)}  ${sentence}`;
    default:
      return `${event.type}  ${sentence}`;
  }
}

function noticeLine({ unitCode, role, text }: Notice): string {
  return `→ ${unitCode === null ? 'applicant' : `${role ?? 'everybody'} at ${unitCode}`}: ${text}`;
}
