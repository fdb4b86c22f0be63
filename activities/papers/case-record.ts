import type { Application } from '../../domain/application/application.ts';
import type { ActContent, ActContentOf, WordyAct } from '../../domain/case/act-content.ts';
import type { CommandId } from '../../domain/case/command-id.ts';
import type { CaseEventOf, CaseEventType, RecordedEvent } from '../../domain/case/event.ts';
import { stationsOf as stationsOfCase } from '../../domain/case/further-verification.ts';
import type { CaseState } from '../../domain/case/state.ts';
import { matterLinesOf } from '../../domain/certificate/matter-text.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Workplaces } from '../../domain/directory/workplace.ts';
import { stationAtWork } from '../../domain/directory/workplace.ts';
import type { RungUnit } from '../../domain/escalation/rung.ts';
import type { Stations } from '../../domain/escalation/unit-of-case.ts';
import { stationsInCharge, unitOfCase } from '../../domain/escalation/unit-of-case.ts';
import type { ProvincePolicy } from '../../domain/policy.ts';
import { paperUnitOf } from '../../domain/papers/paper-unit.ts';
import type { PaperUnit } from '../../domain/papers/wording.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { isPlainDate, localDateOf } from '../../domain/time/plain-date.ts';
import { getUnit } from '../../domain/units/unit-tree.ts';

/** All that is recorded of a case up to the event that gave rise to a paper; the paper is made from nothing else. */
export interface CaseRecord extends Workplaces {
  readonly caseNo: CaseNo;
  readonly application: Application;
  readonly events: readonly RecordedEvent[];
  /** What the events add up to. */
  readonly state: CaseState;
  readonly occasion: RecordedEvent;
  /** The words of the acts, by command. */
  readonly words: ReadonlyMap<CommandId, ActContent>;
  /** Of the accepting and of the home side. */
  readonly policies: { readonly accepting: ProvincePolicy; readonly home: ProvincePolicy };
}

/** The event of the occasion. @throws {Error} when it is none of those that give rise to the paper. */
export function occasionOf<Type extends CaseEventType>(
  { occasion }: CaseRecord,
  ...types: readonly Type[]
): CaseEventOf<Type> {
  const { event } = occasion;
  if ((types as readonly CaseEventType[]).includes(event.type)) return event as CaseEventOf<Type>;
  throw new Error(`this paper is not made from ${event.type}`);
}

/** The words of an act. @throws {Error} when nothing of that kind is kept under the id. */
export function wordsOf<A extends WordyAct>({ words }: CaseRecord, id: string, act: A): ActContentOf<A> {
  const content = words.get(id as CommandId);
  if (content?.act !== act) throw new Error(`the words of an act (${act}) are missing`);
  return content as ActContentOf<A>;
}

/** The words of the act that brought the occasion about: its step bears the act's id. */
export function wordsOfOccasion<A extends WordyAct>(record: CaseRecord, act: A): ActContentOf<A> {
  return wordsOf(record, record.occasion.stepKey, act);
}

/** The words of the newest request for an Annex 2 that said something of its own; a reissue repeats them. */
export function findAnnex2Words({ events, words }: CaseRecord): ActContentOf<'issue_annex_2'> | undefined {
  const requests = events.flatMap(({ event }) =>
    (event.type === 'issue_requested' || event.type === 'effect_retried') &&
    event.effect.type === 'issue_certificate'
      ? [words.get(event.effect.requestId)]
      : [],
  );
  return requests.findLast((content) => content?.act === 'issue_annex_2');
}

export function acceptingStationOf(record: CaseRecord): PaperUnit {
  return paperUnitOf(record.tree, stationsOf(record).acceptingStation);
}

export function homeStationOf(record: CaseRecord): PaperUnit {
  return paperUnitOf(record.tree, stationsOf(record).homeStation);
}

/** The office that does the home station's work: to a merged or shut one nobody is sent. */
export function homeOfficeOf(record: CaseRecord): PaperUnit {
  return paperUnitOf(record.tree, stationAtWork(record, record.state.homeStation, dateOf(record)));
}

/** The name of the unit that stands for a part of the case. */
export function unitNameOf(record: CaseRecord, unit: RungUnit): string {
  return getUnit(record.tree, unitOfCase(record.tree, stationsOf(record), unit)).name;
}

/** The stations that have the case on the paper's date; the merged one has no seal any more. */
function stationsOf(record: CaseRecord): Stations {
  return stationsInCharge(record, stationsOfCase(record.state), dateOf(record));
}

/** The date of the event that the paper is made for: papers are dated by what they tell. */
export function dateOf({ occasion }: CaseRecord): PlainDate {
  return localDateOf(occasion.occurredAt);
}

/** When the applicant stood at the counter: before the acceptance for a paper case that was entered later. */
export function appliedOnOf({ state, application: { acceptedOnPaper } }: CaseRecord): PlainDate {
  return acceptedOnPaper !== undefined && isPlainDate(acceptedOnPaper)
    ? acceptedOnPaper
    : localDateOf(state.acceptedAt);
}

/** The matters that were asked for as papers list them: all, or those of a part of the case. */
export function matterLinesIn(
  { application }: CaseRecord,
  belongs: (code: string) => boolean = () => true,
): readonly string[] {
  return matterLinesOf(application.matters.filter(({ code }) => belongs(code)));
}
