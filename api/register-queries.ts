import type { Executor } from '../db/database.ts';
import { findCase } from '../db/repositories/cases.ts';
import { findDossier } from '../db/repositories/dossiers.ts';
import type { RegisterQuery } from '../db/repositories/register-queries.ts';
import {
  addRegisterQueryOnce,
  findRegisterQuery,
  findRegisterQueryOfCommand,
  listRegisterQueries,
} from '../db/repositories/register-queries.ts';
import { withScope } from '../db/scope.ts';
import { removed } from '../domain/application/anonymised.ts';
import type { Application } from '../domain/application/application.ts';
import type { CommandId } from '../domain/case/command-id.ts';
import type { CaseNo } from '../domain/certificate/numbers.ts';
import type { Difference } from '../domain/register/comparison.ts';
import { compareWithRegister, differenceTitles, gravityTitles } from '../domain/register/comparison.ts';
import type { RegisterEntry } from '../domain/register/entry.ts';
import { registerStatusTitles, sexTitles } from '../domain/register/entry.ts';
import type { RegisterPurpose } from '../domain/register/query.ts';
import { actOfPurpose, registerOutcomeSentences, registerPurposeTitles } from '../domain/register/query.ts';
import type { RegisterReference } from '../domain/register/reference.ts';
import { roleTitles } from '../domain/roles.ts';
import { localDateOf } from '../domain/time/plain-date.ts';
import { isUnitCode } from '../domain/units/unit.ts';
import type { UnitTree } from '../domain/units/unit-tree.ts';
import { actingRoleFor, handlesCase } from './access.ts';
import type { Caller } from './authentication.ts';
import type { ApiDeps } from './deps.ts';
import { Problem } from './problems.ts';
import type { RegisterQueryView } from './schemas/register-query.ts';

export interface QueryRequest {
  readonly caller: Caller;
  readonly caseNo: CaseNo;
  readonly commandId: CommandId;
  readonly purpose: RegisterPurpose;
  readonly reason: string;
}

/**
 * Records that an officer asks the register for a case: whoever may now do the act that the query serves. A repeat of
 * the same request finds what it recorded, whatever has happened to the case since.
 * @throws {Problem} 403, 404, 409
 */
export async function recordQuery(deps: ApiDeps, request: QueryRequest): Promise<RegisterQuery> {
  const { caller, caseNo, commandId, purpose, reason } = request;
  const tree = await deps.units.tree();
  return withScope(deps.database, caller.unitCode, async (executor) => {
    const repeated = await findRegisterQueryOfCommand(executor, commandId);
    if (repeated !== undefined) return repeated;
    const row = await findCase(executor, caseNo);
    if (row === undefined) throw new Problem('case_not_found');
    const now = deps.clock.now();
    return addRegisterQueryOnce(executor, {
      commandId,
      caseNo,
      officerId: caller.subject,
      role: actingRoleFor(caller, { state: row.state, tree, now }, actOfPurpose[purpose]),
      unitCode: caller.unitCode,
      purpose,
      reason,
      askedAt: now,
    });
  });
}

/**
 * The queries of a case, the latest first: who asked, when and how it ended. Why in his own words, and what the register
 * said, only for whoever handles the case [§8].
 * @throws {Problem} 404 for a case outside the reader's scope.
 */
export function listQueries(deps: ApiDeps, reader: Caller, caseNo: CaseNo): Promise<RegisterQueryView[]> {
  return readViews(deps, { reader, caseNo }, (executor) => listRegisterQueries(executor, caseNo));
}

/** One of them. @throws {Problem} 404 */
export async function getQuery(
  deps: ApiDeps,
  reader: Caller,
  { caseNo, reference }: { readonly caseNo: CaseNo; readonly reference: RegisterReference },
): Promise<RegisterQueryView> {
  const [view] = await readViews(deps, { reader, caseNo }, async (executor) => {
    const query = await findRegisterQuery(executor, reference);
    return query?.caseNo === caseNo ? [query] : [];
  });
  if (view === undefined) throw new Problem('not_found');
  return view;
}

async function readViews(
  deps: ApiDeps,
  { reader, caseNo }: { readonly reader: Caller; readonly caseNo: CaseNo },
  read: (executor: Executor) => Promise<readonly RegisterQuery[]>,
): Promise<RegisterQueryView[]> {
  const tree = await deps.units.tree();
  return withScope(deps.database, reader.unitCode, async (executor) => {
    const dossier = await findDossier(executor, caseNo);
    if (!dossier?.row) throw new Problem('case_not_found');
    const application = handlesCase(reader, dossier.row.state) ? dossier.application.personal : undefined;
    return (await read(executor)).map((query) => viewOf(query, { application, tree }));
  });
}

interface Viewing {
  /** Of whoever handles the case. */
  readonly application: Application | undefined;
  readonly tree: UnitTree;
}

function viewOf(query: RegisterQuery, { application, tree }: Viewing): RegisterQueryView {
  const { reference, caseNo, purpose, reason, officerId, role, unitCode } = query;
  const { askedAt, outcome, answeredAt, durationMs, entry } = query;
  return {
    ...{ reference, caseNo, purpose, askedAt, outcome, answeredAt, durationMs },
    purposeTitle: registerPurposeTitles[purpose],
    askedBy: { officerId, role, roleTitle: roleTitles[role], unitCode },
    detail: registerOutcomeSentences[outcome],
    personalData: application === undefined ? 'withheld' : 'full',
    // Officers write names into it, whatever they are told.
    ...(application === undefined ? {} : { reason: reason ?? removed }),
    ...(application === undefined || entry === null
      ? {}
      : {
          entry: entryView(entry),
          differences: compareWithRegister(application, entry, localDateOf(askedAt)).map((difference) =>
            differenceView(difference, tree),
          ),
        }),
  };
}

function entryView(entry: RegisterEntry) {
  return {
    ...entry,
    formerNames: [...entry.formerNames],
    formerIdNumbers: [...entry.formerIdNumbers],
    sexTitle: sexTitles[entry.sex],
    statusTitle: registerStatusTitles[entry.status],
  };
}

function differenceView({ item, applicationValue, registerValue, gravity }: Difference, tree: UnitTree) {
  const titleOf = (value: string) =>
    item === 'home_station' && isUnitCode(value) ? (tree.get(value)?.name ?? value) : value;
  return {
    item,
    title: differenceTitles[item],
    applicationValue: titleOf(applicationValue),
    registerValue: titleOf(registerValue),
    gravity,
    gravityTitle: gravityTitles[gravity],
  };
}
