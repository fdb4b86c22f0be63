import type { ActContent, WordlessAct } from '../../domain/case/act-content.ts';
import type { Act } from '../../domain/case/acts.ts';
import type { CaseAct } from '../../domain/case/command.ts';
import type { ReceiptFault } from '../../domain/case/receipts.ts';
import { findReceivable, receiptFaults } from '../../domain/case/receipts.ts';
import { complaintAddressee } from '../../domain/escalation/complaint-addressee.ts';
import { errorSentences } from '../../domain/errors.ts';
import type { RungKey } from '../../domain/escalation/rung.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import type { FieldFault } from '../schemas/problem.ts';
import { answerFaults, confirmedMattersOf } from './answer-faults.ts';
import type { ActBody } from './bodies.ts';
import type { ActSetting } from './act-setting.ts';
import { faultyBody } from './faulty-body.ts';
import { furtherStation, homeUnitOf, otherStation } from './named-units.ts';

const wordless: readonly Act[] = [
  'confirm_answer',
  'send_filing',
  'acknowledge_filing',
] satisfies WordlessAct[];

/** The words that an act leaves in Postgres, or null for one that says nothing. */
export function contentOf({ act, body }: ActBody): ActContent | null {
  return wordless.includes(act) ? null : ({ act, ...body } as ActContent);
}

/**
 * The command for the workflow: what the rules need to know of an act, ids only.
 * @throws {Problem} 422 with everything that is wrong in the body.
 */
export function commandOf({ act, body }: ActBody, setting: ActSetting): CaseAct {
  const { commandId, by, state } = setting;
  const base = { commandId, by };
  switch (act) {
    case 'request_completion':
      return { ...base, type: act, reason: body.reason === undefined ? null : 'given' };
    case 'transmit': {
      const { channel = 'platform', addressee = 'liaison_officer' } = body;
      return { ...base, type: act, channel, addressee };
    }
    case 'reroute':
    case 'assign':
      return { ...base, type: act, ...homeUnitOf(body.homeStation, setting, act) };
    case 'receive': {
      const { transmission = null, pagesReceived = null } = body;
      const words = { pagesReceived, receivedAt: optionalPast(body.receivedAt, setting) };
      const received = findReceivable(state, transmission);
      const faults = typeof received === 'string' ? [] : receiptFaults(received, words, setting.now);
      if (faults.length > 0) throw faultyBody(faults.map(receiptFieldFault));
      return { ...base, type: act, n: transmission, ...words };
    }
    case 'correct_receipt':
      return { ...base, type: act, receivedAt: requirePast(body.receivedAt, '/receivedAt', setting) };
    case 'report_defect':
      return { ...base, type: act, defect: body.defect };
    case 'return_dossier': {
      const { kind, suggestedStation } = body;
      const suggested =
        suggestedStation === undefined
          ? null
          : homeUnitOf(suggestedStation, setting, 'suggested').homeStation;
      return { ...base, type: act, reason: kind, suggestedStation: suggested };
    }
    case 'answer': {
      const errors = answerFaults(body, state.matters);
      if (errors.length > 0) throw faultyBody(errors);
      const confirmedMatters = confirmedMattersOf(body, state.matters);
      return { ...base, type: act, result: body.result, confirmedMatters };
    }
    case 'request_further_verification':
      return { ...base, type: act, station: furtherStation(body.station, setting) };
    case 'answer_further_verification':
      return { ...base, type: act, n: body.furtherVerification, result: body.result };
    case 'cancel_further_verification':
      return { ...base, type: act, n: body.furtherVerification };
    case 'issue':
      return {
        ...base,
        type: act,
        consent: body.consent ?? null,
        certificateText: body.certificateText === undefined ? null : 'given',
      };
    case 'issue_annex_2':
    case 'reissue':
      optionalPast(body.queriedAt, setting, '/queriedAt');
      return { ...base, type: act };
    case 'log_call':
      optionalPast(body.calledAt, setting, '/calledAt');
      return { ...base, type: act, outcome: body.outcome, called: otherStation(body.station, setting) };
    case 'reply':
      return { ...base, type: act, rungKey: body.rungKey as RungKey };
    case 'complain': {
      const about = otherStation(body.station, setting);
      const addressee = complaintAddressee(setting.tree, { from: by.unitCode, about });
      return { ...base, type: act, about, addressee };
    }
    case 'answer_complaint':
      return { ...base, type: act, n: body.complaint };
    default:
      return { ...base, type: act };
  }
}

function receiptFieldFault({ field, code }: ReceiptFault): FieldFault {
  return { pointer: `/${field}`, code, message: errorSentences[code] };
}

function optionalPast(
  text: string | undefined,
  setting: ActSetting,
  pointer = '/receivedAt',
): Instant | null {
  return text === undefined ? null : requirePast(text, pointer, setting);
}

function requirePast(text: string, pointer: string, { now }: ActSetting): Instant {
  const instant = parseInstant(text);
  if (instant <= now) return instant;
  throw faultyBody([{ pointer, code: 'in_the_future', message: '时间不能晚于现在。' }]);
}
