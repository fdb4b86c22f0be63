import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { agendaStepKey } from '../../../domain/case/agenda-item.ts';
import { agenda } from '../../../domain/case/agenda.ts';
import { acts } from '../../../domain/case/acts.ts';
import { allowedActs } from '../../../domain/case/allowed-acts.ts';
import type { CaseEventType } from '../../../domain/case/event.ts';
import { replayLedger } from '../../../domain/case/evolve.ts';
import { findVerificationDeadline, projectCase } from '../../../domain/case/projection.ts';
import { receiptStandingOf } from '../../../domain/case/receipts.ts';
import type { CaseState } from '../../../domain/case/state.ts';
import { isClockOn } from '../../../domain/case/state.ts';
import type { CaseStatus } from '../../../domain/case/status.ts';
import type { ClockId } from '../../../domain/clocks/clock-id.ts';
import { clockIds } from '../../../domain/clocks/clock-id.ts';
import { describeEvent } from '../../../domain/case/timeline.ts';
import { checkNumber } from '../../../domain/certificate/numbers.ts';
import { epochMsOf } from '../../../domain/time/instant.ts';
import type { Course, Moment } from './any-course.ts';
import { anyCourse } from './any-course.ts';

/** Holds for any course; making the courses proves too that deciding never throws. */
function holds(property: (course: Course) => void): void {
  fc.assert(fc.property(anyCourse, property), { numRuns: 150 });
}

function holdsAtEveryMoment(property: (moment: Moment) => void): void {
  holds(({ moments }) => {
    moments.forEach(property);
  });
}

const eventTypes: Record<CaseEventType, true> = {
  case_accepted: true,
  completion_requested: true,
  materials_completed: true,
  transmission_requested: true,
  case_rerouted: true,
  dossier_handed_over: true,
  dossier_received: true,
  receipt_corrected: true,
  defect_reported: true,
  dossier_returned: true,
  answer_proposed: true,
  answer_recorded: true,
  answer_filed: true,
  issue_requested: true,
  certificate_issued: true,
  certificate_voided: true,
  certificate_reprinted: true,
  filing_requested: true,
  filing_sent: true,
  filing_acknowledged: true,
  applicant_notified: true,
  applicant_referred: true,
  certificate_collected: true,
  case_lapsed: true,
  case_refused: true,
  case_withdrawn: true,
  call_logged: true,
  escalation_replied: true,
  further_verification_requested: true,
  further_verification_cancelled: true,
  further_verification_answered: true,
  complaint_made: true,
  complaint_answered: true,
  policy_migrated: true,
  clock_started: true,
  clock_not_started: true,
  clock_moved: true,
  calendar_revised: true,
  rung_fired: true,
  effect_failed: true,
  effect_retried: true,
  effect_retry_ordered: true,
  effect_substituted: true,
  case_paused: true,
  case_resumed: true,
  case_terminated: true,
  case_reopened: true,
};

/** What may be waited for in each status. */
const clocksIn: Record<CaseStatus, readonly ClockId[]> = {
  accepted: ['transmission'],
  in_transit: ['transmission', 'receipt', 'verification', 'assignment'],
  verifying: ['verification', 'receipt', 'further_verification'],
  answered: ['issue'],
  issued: ['collection', 'issue', 'filing_dispatch', 'filing_acknowledgement'],
  closed: [],
};

/** What every step changes. */
function steps({ seq, stepKeys, custody }: CaseState): Pick<CaseState, 'seq' | 'stepKeys' | 'custody'> {
  return { seq, stepKeys, custody };
}

/** What an act can be refused for by what it says, though it is on offer. */
const refusedForItsWords = [
  'receipt_time_implausible',
  'pages_not_counted',
  'dossier_not_delivered',
  'already_received',
  'second_person_needed',
  'consent_needed',
  'no_certificate_to_correct',
  'completion_reason_needed',
  'no_reply_demanded',
  'no_complaint_to_answer',
  'no_further_verification',
];

describe('any course of a case', () => {
  it('is told in the same state when its ledger is replayed, also through JSON', () => {
    holds(({ ledger: { events, state } }) => {
      expect(replayLedger(JSON.parse(JSON.stringify(events)) as typeof events)).toEqual(state);
    });
  });

  it('fires no rung twice, and none before its instant', () => {
    holds(({ ledger, moments }) => {
      const keys = ledger.events.flatMap(({ event, stepKey }) =>
        event.type === 'rung_fired' ? [{ key: `${event.clockKey}/${event.rung}`, stepKey }] : [],
      );
      expect(new Set(keys.map(({ stepKey }) => stepKey)).size).toBe(keys.length);
      // Again only where a calendar that came late had taken the first one back.
      const again = keys.filter(({ key, stepKey }) => key !== stepKey);
      expect(again.filter(({ stepKey }) => !/\+\d+$/.test(stepKey))).toEqual([]);
      for (const { before, command, at, verdict } of moments) {
        if (!verdict.ok || !verdict.events.some(({ type }) => type === 'rung_fired')) continue;
        if (command.type !== 'come_due' || command.item.kind !== 'rung') throw new Error('a rung comes due');
        const { clockKey, rung } = command.item;
        const scheduled = before.clocks[clockKey]?.ladder.find((each) => each.rung === rung.rung);
        expect(scheduled && scheduled.at <= at).toBe(true);
      }
    });
  });

  it('records every step under a key of its own', () => {
    holds(({ ledger: { events, state }, moments }) => {
      const recorded = moments.filter(({ verdict }) => verdict.ok && verdict.events.length > 0);
      expect(state.stepKeys).toHaveLength(recorded.length + 1);
      expect(new Set(state.stepKeys).size).toBe(state.stepKeys.length);
      expect(events.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    });
  });

  it('has one holder at every moment, from its acceptance on, without gap or overlap', () => {
    holds(({ ledger: { state } }) => {
      const { custody, acceptedAt, closedAt, status } = state;
      expect(custody[0]?.from).toBe(acceptedAt);
      custody.slice(1).forEach(({ from }, index) => {
        expect(from).toBe(custody[index]?.to);
      });
      expect(custody.filter(({ to }) => to === null)).toHaveLength(status === 'closed' ? 0 : 1);
      const end = closedAt ?? state.custody.at(-1)?.from ?? acceptedAt;
      const lengths = custody.map(({ from, to }) => epochMsOf(to ?? end) - epochMsOf(from));
      expect(lengths.every((length) => length >= 0)).toBe(true);
      const age = epochMsOf(end) - epochMsOf(acceptedAt);
      expect(lengths.reduce((sum, length) => sum + length, 0)).toBe(age);
      expect(custody.at(-1)?.to).toBe(closedAt);
    });
  });

  it('has at most one valid certificate, and every other says what became of it', () => {
    holdsAtEveryMoment(({ after: { certificates, status } }) => {
      const valid = certificates.filter(({ life }) => life === 'valid');
      expect(valid.length).toBeLessThanOrEqual(1);
      if (status === 'issued') expect(valid).toHaveLength(1);
      const numbers = certificates.map(({ certificateNo }) => certificateNo);
      expect(new Set(numbers).size).toBe(numbers.length);
      // Each but the last leads to the next.
      expect(certificates.map(({ supersededBy }) => supersededBy)).toEqual(
        numbers.map((_, index) => numbers[index + 1] ?? null),
      );
    });
  });

  it('has only rungs of running clocks and due tries before it, earliest first, none that has fired', () => {
    holdsAtEveryMoment(({ after }) => {
      const items = agenda(after);
      const instants = items.map(({ at }) => at);
      expect(instants).toEqual(instants.toSorted());
      for (const item of items) {
        expect(after.stepKeys).not.toContain(agendaStepKey(item));
        if (item.kind !== 'rung') continue;
        expect(after.clocks[item.clockKey]).toMatchObject({ stoppedAt: null });
        expect(after.escalations).not.toHaveProperty([agendaStepKey(item)]);
      }
    });
  });

  it('is closed exactly when it has an outcome, and then nothing lies ahead but a certificate made anew', () => {
    holdsAtEveryMoment(({ after }) => {
      const { status, outcome, closedAt, clocks } = after;
      expect([outcome !== null, closedAt !== null]).toEqual([status === 'closed', status === 'closed']);
      expect(projectCase(after).holder).toBe(
        status === 'closed' ? 'applicant' : after.custody.at(-1)?.holder,
      );
      if (status !== 'closed') return;
      expect(Object.values(clocks).filter(({ stoppedAt }) => stoppedAt === null)).toEqual([]);
      expect(Object.values(after.pending).map(({ effect }) => effect.type)).not.toContain('transmit_dossier');
    });
  });

  it('is changed after its end by nothing but what the table allows then', () => {
    const kept = ['complain', 'answer_complaint'];
    const acts = ['answer', 'collect', 'void_certificate', 'reissue', 'reprint', ...kept];
    holdsAtEveryMoment(({ before, command, verdict, after }) => {
      if (before.status !== 'closed' || !verdict.ok || verdict.events.length === 0) return;
      if (command.type === 'reopen_case') return;
      if (command.type === 'effect_succeeded' || command.type === 'effect_failed') {
        expect(command.effect.type).toBe('issue_certificate');
      } else if (command.type === 'come_due') {
        expect(command.item.kind).toBe('retry');
      } else {
        expect(acts).toContain(command.type);
      }
      if (command.type === 'answer')
        expect({ ...after, seq: 0, stepKeys: [] }).toEqual({ ...before, seq: 0, stepKeys: [] });
      if (kept.includes(command.type)) {
        const rest = { seq: 0, stepKeys: [], complaints: [] };
        expect({ ...after, ...rest }).toEqual({ ...before, ...rest });
      }
    });
  });

  it('refuses an act that it offers only for what the act says', () => {
    holdsAtEveryMoment(({ before, command, at, verdict, after }) => {
      const act = acts.find((each) => each === command.type);
      if (act === undefined || !('by' in command)) return;
      const { role } = command.by;
      const isOffered = allowedActs(before, { role, now: at }).includes(act);
      if (verdict.ok) expect(isOffered).toBe(true);
      else expect(after).toBe(before);
      if (!verdict.ok && isOffered) expect(refusedForItsWords).toContain(verdict.rejection.code);
    });
  });

  it('counts an answer as late exactly when the 5 days had passed', () => {
    holdsAtEveryMoment(({ before, after, at }) => {
      if (before.answer !== null || after.answer === null) return;
      const clocks = Object.values(before.clocks).filter(({ clock, stoppedAt }) => {
        return clock === 'verification' && stoppedAt === null;
      });
      const isLate = clocks.some(({ deadline }) => at > deadline.dueAt);
      expect(after.answer.timeliness).toBe(isLate ? 'late' : 'in_time');
    });
  });

  it('tells the applicant each due date once while it stands, and last the one that stands', () => {
    holds(({ ledger: { notices, state } }) => {
      const told = notices
        .filter(({ kind }) => kind === 'due_date')
        .map(({ text }) => /\d{4}-\d{2}-\d{2}/.exec(text)?.[0]);
      expect(told.filter((date, index) => date === told[index - 1])).toEqual([]);
      const standing = findVerificationDeadline(state);
      if (standing !== null) expect(told.at(-1)).toBe(standing.dueDate);
    });
  });

  it('receives each sending once, with its pages where they are counted; none after the first makes the term later, but what mends where the term begins anew with it', () => {
    holdsAtEveryMoment(({ before, verdict, after }) => {
      const events = verdict.ok ? verdict.events : [];
      for (const event of events) {
        if (event.type !== 'dossier_received') continue;
        const sent = before.transmissions.find(({ n }) => n === event.n);
        expect(sent).toMatchObject({ round: before.round, receipt: null });
        expect(sent?.handedOverAt && sent.handedOverAt <= event.receivedAt).toBe(true);
        if (sent?.channel !== 'platform') expect(event.pagesReceived).not.toBeNull();
        const [t0, next] = [before, after].map((state) => findVerificationDeadline(state)?.startedAt);
        if (t0 === undefined || sent?.deliveredAt === t0) continue;
        const mends = events.some(
          (each) => each.type === 'clock_moved' && each.cause === 'materials_completed',
        );
        if (mends) continue;
        expect(next !== undefined && next <= t0).toBe(true);
      }
    });
  });

  it('urges the receipt of what followed a received dossier, as long as it is waited for', () => {
    holdsAtEveryMoment(({ after }) => {
      if (after.status !== 'verifying') return;
      const standings = after.transmissions.map((each) => receiptStandingOf(after, each));
      expect(isClockOn(after, 'receipt')).toBe(standings.includes('awaited'));
    });
  });

  it('has one running clock of each kind, of replies one for each rung that demands one', () => {
    holdsAtEveryMoment(({ after: { clocks, unstartedClocks, escalations } }) => {
      const running = Object.values(clocks).filter(({ stoppedAt }) => stoppedAt === null);
      const kinds = running.map(({ clock }) => clock).filter((clock) => clock !== 'reply');
      expect(new Set(kinds).size).toBe(kinds.length);
      expect(
        kinds.filter((kind) => Object.keys(unstartedClocks).some((key) => key.startsWith(kind))),
      ).toEqual([]);
      const open = Object.values(escalations).filter(({ settlement }) => settlement === null);
      for (const { key, deadline } of running.filter(({ clock }) => clock === 'reply')) {
        const demanding = open.filter(({ replyClock }) => replyClock === key);
        expect(demanding.map(({ replyDueAt }) => replyDueAt)).toEqual([deadline.dueAt]);
      }
    });
  });

  it('asks one further station at a time, with a term, and only while the home station verifies', () => {
    holdsAtEveryMoment(({ after }) => {
      const { furtherVerifications, status } = after;
      const open = furtherVerifications.filter(({ outcome }) => outcome === null);
      expect(open.length).toBeLessThanOrEqual(status === 'verifying' ? 1 : 0);
      expect(isClockOn(after, 'further_verification')).toBe(open.length === 1);
      expect(furtherVerifications.map(({ n }) => n)).toEqual(
        furtherVerifications.map((_, index) => index + 1),
      );
    });
  });

  it('leaves somebody a term at every moment, and nobody one for what is over', () => {
    holdsAtEveryMoment(({ after }) => {
      const on = clockIds.filter((clock) => clock !== 'reply' && isClockOn(after, clock));
      const { status, collectedAt, filing } = after;
      expect(on.filter((clock) => !clocksIn[status].includes(clock))).toEqual([]);
      if (status === 'issued') {
        const owed = [collectedAt === null, filing === 'due', filing === 'sent'];
        expect([
          on.includes('collection'),
          on.includes('filing_dispatch'),
          on.includes('filing_acknowledgement'),
        ]).toEqual(owed);
        return;
      }
      if (status !== 'closed') expect(on).not.toEqual([]);
    });
  });

  it('stands still while it is paused, but for what was under way, and goes on as if it had not been', () => {
    holdsAtEveryMoment(({ before, command, verdict, after }) => {
      if (before.paused === undefined || !verdict.ok) return;
      const told = ['effect_succeeded', 'effect_failed', 'calendar_revised', 'migrate_policy'];
      const ended = ['resume_case', 'terminate_case'];
      if (verdict.events.length > 0) expect([...told, ...ended]).toContain(command.type);
      if (command.type !== 'resume_case') return;
      const { paused: _, ...resumed } = before;
      expect({ ...after, ...steps(before) }).toEqual(resumed);
    });
  });

  it('that ended and is opened again stands where it stood, with a term for whoever has to act', () => {
    holds(({ moments }) => {
      let lastOpen: CaseStatus | undefined;
      for (const { before, command, after } of moments) {
        if (before.status !== 'closed') lastOpen = before.status;
        const isReopened = command.type === 'reopen_case' && before.status === 'closed';
        if (!isReopened || after.status === 'closed') continue;
        expect(after.status).toBe(lastOpen);
        expect(after).toMatchObject({ outcome: null, closedAt: null, pending: {} });
      }
    });
  });

  it('hands nothing over and issues nothing but on its way there', () => {
    holdsAtEveryMoment(({ before, verdict }) => {
      if (!verdict.ok) return;
      for (const event of verdict.events) {
        if (event.type === 'dossier_handed_over')
          expect(['in_transit', 'verifying']).toContain(before.status);
        if (event.type === 'filing_sent') expect(before).toMatchObject({ status: 'issued', filing: 'due' });
        if (event.type !== 'certificate_issued') continue;
        if (event.kind === 'annex_2') expect(before.answer).toBeNull();
        else expect(['consistent', 'partly_consistent']).toContain(before.answer?.result);
      }
    });
  });

  it('says everything in Chinese, and no number in it names a person', () => {
    holds(({ ledger: { events, notices } }) => {
      const texts = [...notices.map(({ text }) => text), ...events.map(({ event }) => describeEvent(event))];
      for (const text of texts) {
        expect(text).toMatch(/\p{Script=Han}/u);
        expect(text).not.toMatch(/undefined|null|NaN|\[object/);
        const words = text.match(/[0-9A-Z]{15,}/g) ?? [];
        expect(words.filter((word) => !checkNumber(word).valid)).toEqual([]);
      }
      expect(notices.every(({ text }) => text.endsWith('。'))).toBe(true);
    });
  });

  it('comes about in every way that the ledger can tell', () => {
    const courses = fc.sample(anyCourse, { numRuns: 2000, seed: 1 });
    const seen = new Set(courses.flatMap(({ ledger }) => ledger.events.map(({ event }) => event.type)));
    expect(Object.keys(eventTypes).filter((type) => !seen.has(type as CaseEventType))).toEqual([]);
  });
});
