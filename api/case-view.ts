import type { SubmittedApplication } from '../db/repositories/applications.ts';
import { readLatestWords, readWordsOf } from '../db/repositories/act-records.ts';
import type { Attachment } from '../db/repositories/attachments.ts';
import type { CaseRow } from '../db/repositories/cases.ts';
import type { Dossier } from '../db/repositories/dossiers.ts';
import { findDossier } from '../db/repositories/dossiers.ts';
import { getPolicy } from '../db/repositories/policies.ts';
import { withScope } from '../db/scope.ts';
import { dayEndOf, dayEndTitles } from '../domain/calendar/due-instant.ts';
import type { ActContent } from '../domain/case/act-content.ts';
import type { CommandId } from '../domain/case/command-id.ts';
import { effectTitles, failureRemedies } from '../domain/case/effect.ts';
import type { CaseEventType } from '../domain/case/event.ts';
import { holderTitles } from '../domain/case/holder.ts';
import {
  dueDateText,
  findVerificationDeadline,
  isOverdue,
  isUncollected,
} from '../domain/case/projection.ts';
import type { CaseState, Certificate, PendingEffect } from '../domain/case/state.ts';
import { findCurrentCertificate } from '../domain/case/state.ts';
import {
  answerResultTitles,
  certificateLifeTitles,
  filingTitles,
  outcomeTitles,
  statusTitles,
} from '../domain/case/status.ts';
import type { CaseNo } from '../domain/certificate/numbers.ts';
import { maskIdNumber, maskName, maskTelephone } from '../domain/identity/masking.ts';
import { matters as catalogue } from '../domain/matters/catalogue.ts';
import type { ProvincePolicy } from '../domain/policy.ts';
import { materialsRuleTitles } from '../domain/policy.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { UnitCode } from '../domain/units/unit.ts';
import type { UnitTree } from '../domain/units/unit-tree.ts';
import { getUnit } from '../domain/units/unit-tree.ts';
import { allowedActsOf, handlesCase, mayAddPapers } from './access.ts';
import type { Caller } from './authentication.ts';
import type { ApiDeps } from './deps.ts';
import { furtherVerificationView, wordIdsOf } from './further-verification-view.ts';
import { Problem } from './problems.ts';
import type { CaseListItem, CaseView } from './schemas/case.ts';
import { transmissionView } from './transmission-view.ts';

/**
 * A case as its reader may see it: whoever handles it at one of its stations in full, everybody else masked [§8].
 * `pending` when its application is stored and its workflow has not begun yet.
 * @throws {Problem} 404 for a case that is not there or outside the reader's scope.
 */
export async function readCaseView(
  deps: ApiDeps,
  reader: Caller,
  caseNo: CaseNo,
): Promise<CaseView | 'pending'> {
  const tree = await deps.units.tree();
  return withScope(deps.database, reader.unitCode, async (executor) => {
    const dossier = await findDossier(executor, caseNo);
    if (dossier === undefined) throw new Problem('case_not_found');
    const { row } = dossier;
    if (row === null) return 'pending';
    const inFull = handlesCase(reader, row.state);
    const words = inFull ? await readLatestWords(executor, caseNo, matterOfConcern(row.state)) : null;
    const wordIds = inFull ? row.state.furtherVerifications.flatMap(wordIdsOf) : [];
    const wordsById = await readWordsOf(executor, wordIds);
    const homePolicy = await getPolicy(executor, row.state.policyVersions.home);
    return viewOf(dossier, { reader, row, tree, now: deps.clock.now(), words, wordsById, homePolicy });
  });
}

interface Viewing {
  readonly reader: Caller;
  readonly row: CaseRow;
  readonly tree: UnitTree;
  readonly now: Instant;
  /** What was last written with the events that now matter; null for whoever does not handle the case. */
  readonly words: ReadonlyMap<CaseEventType, ActContent> | null;
  /** Of the acts whose ids the state knows; none for whoever does not handle the case. */
  readonly wordsById: ReadonlyMap<CommandId, ActContent>;
  readonly homePolicy: ProvincePolicy;
}

/** The events whose words the accepting station has to act upon now. */
function matterOfConcern({ defect, returned, completion }: CaseState): CaseEventType[] {
  return [
    ...(defect === null ? [] : (['defect_reported'] as const)),
    ...(returned === null ? [] : (['dossier_returned'] as const)),
    ...(completion === null ? [] : (['completion_requested'] as const)),
  ];
}

function viewOf({ application, papers, answer }: Dossier, viewing: Viewing): CaseView {
  const { reader, row, tree, now, words, wordsById, homePolicy } = viewing;
  const { state } = row;
  const inFull = words !== null;
  const { personal } = application;
  return {
    ...overviewOf(row, tree, now),
    version: state.seq,
    personalData: inFull ? 'full' : 'masked',
    applicant: inFull ? fullApplicant(personal) : maskedApplicant(personal),
    ...(inFull ? { application: personal } : {}),
    matters: state.matters.map((code) => ({ code, title: catalogue[code].title })),
    receivedAt: state.receivedAt,
    notifiedAt: state.notifiedAt,
    deadline: deadlineSummary(state, homePolicy),
    answer: answerOf(state, inFull ? answer : null),
    certificate: certificateOf(state),
    certificates: state.certificates.map(certificateView),
    filing: state.filing,
    filingTitle: filingTitles[state.filing],
    completion: completionOf(state, words),
    returned: returnedOf(state, words),
    furtherVerifications: state.furtherVerifications.map((asking) =>
      furtherVerificationView(asking, wordsById, tree),
    ),
    reroutes: state.reroutes,
    defect: state.defect,
    ...defectDescriptionOf(words),
    transmissions: state.transmissions.map((each) => transmissionView(state, each)),
    collectedAt: state.collectedAt,
    pending: Object.values(state.pending).map(pendingOf),
    allowedActs: allowedActsOf(reader, { state, tree, now }),
    mayAddPapers: mayAddPapers(reader, state),
    attachments: papers.map((paper) => attachmentView(paper, inFull ? 'full' : 'masked')),
  };
}

/** A paper of the dossier; its name is personal data. */
export function attachmentView(
  { id, mediaType, sizeBytes, sha256, pages, fileName, addedBy, addedAt }: Attachment,
  personalData: CaseView['personalData'],
): CaseView['attachments'][number] {
  return {
    ...{ id, mediaType, sizeBytes, sha256, addedBy, addedAt },
    ...(pages === null ? {} : { pages }),
    ...(personalData === 'full' ? { fileName } : {}),
  };
}

/** What a list shows of a case, always masked. */
export function listItemOf(
  row: CaseRow,
  applicant: { readonly name: string; readonly idNumber: string } | undefined,
  tree: UnitTree,
  now: Instant,
): CaseListItem {
  return {
    ...overviewOf(row, tree, now),
    applicant: { name: maskName(applicant?.name ?? ''), idNumber: maskIdNumber(applicant?.idNumber ?? '') },
    matters: row.state.matters.map((code) => catalogue[code].title),
  };
}

function overviewOf(row: CaseRow, tree: UnitTree, now: Instant) {
  const { caseNo, status, outcome, holder, acceptedAt, dueAt, closedAt, state } = row;
  return {
    caseNo,
    status,
    statusTitle: statusTitles[status],
    outcome,
    outcomeTitle: outcome === null ? null : outcomeTitles[outcome],
    holder,
    holderTitle: holderTitles[holder],
    acceptingStation: stationOf(tree, row.acceptingStation),
    homeStation: stationOf(tree, row.homeStation),
    acceptedAt,
    dueAt,
    overdue: isOverdue(state, now),
    uncollected: isUncollected(state),
    closedAt,
    pausedAt: state.paused?.at ?? null,
  };
}

function stationOf(tree: UnitTree, code: UnitCode) {
  const unit = getUnit(tree, code);
  const { name } = unit;
  return unit.level === 'station'
    ? { code, name, address: unit.address, telephone: unit.telephone }
    : { code, name };
}

function fullApplicant({ applicant: { name, idNumber, telephone } }: SubmittedApplication) {
  return { name, idNumber, telephone };
}

function maskedApplicant({ applicant: { name, idNumber, telephone } }: SubmittedApplication) {
  return { name: maskName(name), idNumber: maskIdNumber(idNumber), telephone: maskTelephone(telephone) };
}

function deadlineSummary(state: CaseState, { onMaterialsCompleted }: ProvincePolicy): CaseView['deadline'] {
  const deadline = findVerificationDeadline(state);
  if (deadline === null) return null;
  const { startedAt, dueAt, dueDate, provisional } = deadline;
  const dueAtEndOf = dayEndOf(dueAt);
  return {
    ...{ receivedAt: startedAt, dueAt, dueDate, dueAtEndOf, provisional, onMaterialsCompleted },
    text: dueDateText(state) ?? '',
    rules: [dayEndTitles[dueAtEndOf], materialsRuleTitles[onMaterialsCompleted]],
  };
}

function certificateOf(state: CaseState): CaseView['certificate'] {
  const certificate = findCurrentCertificate(state);
  return certificate === undefined ? null : certificateView(certificate);
}

function certificateView({ matters, ...certificate }: Certificate): CaseView['certificates'][number] {
  return { ...certificate, matters: [...matters], lifeTitle: certificateLifeTitles[certificate.life] };
}

/** The answer, with its words for those who may read them. */
function answerOf({ answer }: CaseState, words: Dossier['answer']): CaseView['answer'] {
  if (answer === null) return null;
  const { result, answeredAt, timeliness, workingDaysLate } = answer;
  const resultTitle = answerResultTitles[result];
  const heading = { result, resultTitle, answeredAt, timeliness, workingDaysLate };
  if (words === null) return heading;
  const { source, certificateText, finding, differingItems, matters } = words;
  return {
    ...heading,
    source,
    ...(certificateText === undefined ? {} : { certificateText }),
    ...(finding === undefined ? {} : { finding }),
    ...(differingItems === undefined ? {} : { differingItems: [...differingItems] }),
    ...(matters === undefined ? {} : { matters: [...matters] }),
  };
}

function completionOf({ completion }: CaseState, words: Viewing['words']): CaseView['completion'] {
  if (completion === null) return null;
  const said = words?.get('completion_requested');
  const { round, open } = completion;
  if (said?.act !== 'request_completion') return { round, open };
  const { items, reason } = said;
  return { round, open, items: [...items], ...(reason === undefined ? {} : { reason }) };
}

function returnedOf({ returned }: CaseState, words: Viewing['words']): CaseView['returned'] {
  if (returned === null) return null;
  const said = words?.get('dossier_returned');
  return { ...returned, ...(said?.act === 'return_dossier' ? { explanation: said.reason } : {}) };
}

/** A receipt that counts fewer pages reports a defect without a word. */
function defectDescriptionOf(words: Viewing['words']): Pick<CaseView, 'defectDescription'> {
  const said = words?.get('defect_reported');
  return said?.act === 'report_defect' ? { defectDescription: said.description } : {};
}

function pendingOf({ effect, since, failures, progress }: PendingEffect): CaseView['pending'][number] {
  const incident =
    progress.kind === 'running'
      ? null
      : {
          ...progress.failure,
          remedy: failureRemedies[progress.failure.failureClass],
          nextTryAt: progress.nextTryAt,
        };
  return { effect: effect.type, title: effectTitles[effect.type], since, failures, incident };
}
