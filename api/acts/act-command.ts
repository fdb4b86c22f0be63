import type { Succession } from '../../domain/directory/station-contacts.ts';
import { mergedSentence, mergersOn, workplacesOf } from '../../domain/directory/mergers.ts';
import { stationInForce } from '../../domain/directory/station-contacts.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import type { ActContent, WordlessAct } from '../../domain/case/act-content.ts';
import type { Act } from '../../domain/case/acts.ts';
import type { Actor, CaseAct, HomeUnit } from '../../domain/case/command.ts';
import type { CommandId } from '../../domain/case/command-id.ts';
import type { ReceiptFault } from '../../domain/case/receipts.ts';
import { findReceivable, receiptFaults } from '../../domain/case/receipts.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { complaintAddressee } from '../../domain/escalation/complaint-addressee.ts';
import { errorSentences } from '../../domain/errors.ts';
import { isSameProvince } from '../../domain/units/province.ts';
import type { CorpsPolicy } from '../../domain/units/province.ts';
import type { RungKey } from '../../domain/escalation/rung.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { isUnitCode } from '../../domain/units/unit.ts';
import type { UnitTree } from '../../domain/units/unit-tree.ts';
import { Problem } from '../problems.ts';
import type { FieldFault } from '../schemas/problem.ts';
import { answerFaults, confirmedMattersOf } from './answer-faults.ts';
import type { ActBody } from './bodies.ts';

/** The case, the units and the person that an act is judged with. */
export interface ActSetting {
  readonly state: CaseState;
  readonly tree: UnitTree;
  /** Of the accepting side. */
  readonly corps: CorpsPolicy;
  readonly commandId: CommandId;
  readonly by: Actor;
  readonly now: Instant;
  /** Mergers of stations: nothing is sent where nobody works any more. */
  readonly successions: ReadonlyMap<UnitCode, Succession>;
}

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
      if (faults.length > 0) throw faulty(faults.map(receiptFieldFault));
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
      if (errors.length > 0) throw faulty(errors);
      const confirmedMatters = confirmedMattersOf(body, state.matters);
      return { ...base, type: act, result: body.result, confirmedMatters };
    }
    case 'issue':
      return {
        ...base,
        type: act,
        consent: body.consent ?? null,
        certificateText: body.certificateText === undefined ? null : 'given',
      };
    case 'issue_annex_2':
      optionalPast(body.queriedAt, setting, '/queriedAt');
      return { ...base, type: act };
    case 'log_call':
      optionalPast(body.calledAt, setting, '/calledAt');
      return { ...base, type: act, outcome: body.outcome };
    case 'reply':
      return { ...base, type: act, rungKey: body.rungKey as RungKey };
    case 'complain': {
      const about = otherStationOf(setting);
      const addressee = complaintAddressee(setting.tree, { from: by.unitCode, about });
      return { ...base, type: act, about, addressee };
    }
    case 'answer_complaint':
      return { ...base, type: act, n: body.complaint };
    default:
      return { ...base, type: act };
  }
}

/** The station on the other side of the case from whoever acts. */
function otherStationOf({ state, by, now, successions }: ActSetting): UnitCode {
  const { acceptingStation, homeStation } = state;
  const mergers = mergersOn(successions, localDateOf(now));
  return workplacesOf([homeStation], mergers).includes(by.unitCode) ? acceptingStation : homeStation;
}

function receiptFieldFault({ field, code }: ReceiptFault): FieldFault {
  return { pointer: `/${field}`, code, message: errorSentences[code] };
}

function faulty(errors: readonly FieldFault[]): Problem {
  return new Problem('validation_failed', { errors });
}

/** A station, or for a reroute a county that will assign one, in another province (E2). */
function homeUnitOf(
  code: string,
  { tree, corps, state, now, successions }: ActSetting,
  act: 'reroute' | 'assign' | 'suggested',
): HomeUnit {
  const pointer = act === 'suggested' ? '/suggestedStation' : '/homeStation';
  const unit = isUnitCode(code) ? tree.get(code) : undefined;
  const mayBeCounty = act !== 'assign' && unit?.level === 'county';
  if (unit === undefined || (unit.level !== 'station' && !mayBeCounty)) {
    const message = '单位目录中没有该派出所，请重新选择。';
    throw faulty([{ pointer, code: 'home_station_unknown', message }]);
  }
  const inForce = stationInForce(unit.code, localDateOf(now), (station) => successions.get(station) ?? null);
  if (inForce !== unit.code) {
    const message = `${mergedSentence(tree, inForce)}，请改选。`;
    throw faulty([{ pointer, code: 'home_station_merged', message }]);
  }
  if (act !== 'suggested' && unit.code === state.homeStation) {
    const message = '已是该派出所，请选择其他派出所；再次发送请用“流转”。';
    throw faulty([{ pointer, code: 'home_station_unchanged', message }]);
  }
  if (isSameProvince(tree, unit.code, state.acceptingStation, corps)) {
    const message = '户籍地与受理地在同一省份，不适用“跨省通办”。';
    throw faulty([{ pointer, code: 'same_province', message }]);
  }
  return { homeStation: unit.code, homeLevel: unit.level === 'county' ? 'county' : 'station' };
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
  throw faulty([{ pointer, code: 'in_the_future', message: '时间不能晚于现在。' }]);
}
