import type { Draft } from '../../db/repositories/drafts.ts';
import {
  addDraftOnce,
  changeDraft,
  deleteDraft,
  findDraft,
  listDrafts,
} from '../../db/repositories/drafts.ts';
import type { Executor } from '../../db/database.ts';
import { withScope } from '../../db/scope.ts';
import type { DraftId } from '../../domain/application/draft.ts';
import { draftDays, isDraftId } from '../../domain/application/draft.ts';
import { maskName } from '../../domain/identity/masking.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { addDays, localDateOf } from '../../domain/time/plain-date.ts';
import type { Principal } from '../../platform/identity/principal.ts';
import type { ApiDeps } from '../deps.ts';
import { Problem } from '../problems.ts';
import { requireKeepable } from './keepable.ts';

/** Keeps what has been typed; under the id of the request, so that a repeat finds it. @throws {Problem} 422 */
export async function keepDraft(
  deps: ApiDeps,
  caller: Principal,
  { id, application }: Pick<Draft, 'id' | 'application'>,
): Promise<Draft> {
  const now = deps.clock.now();
  const { subject: officerId, unitCode } = caller;
  const begun = { id, unitCode, officerId, version: 1, createdAt: now, ...changeOf(deps, application) };
  await withScope(deps.database, unitCode, (executor) => addDraftOnce(executor, begun));
  return getDraft(deps, caller, id);
}

/** A draft of the caller's station. @throws {Problem} 404 */
export async function getDraft(deps: ApiDeps, caller: Principal, id: DraftId): Promise<Draft> {
  const draft = await withScope(deps.database, caller.unitCode, (executor) =>
    findDraft(executor, id, todayOf(deps)),
  );
  if (draft === undefined) throw new Problem('not_found');
  return draft;
}

/** The drafts of the caller's station. */
export function readDrafts(
  deps: ApiDeps,
  caller: Principal,
  page: Omit<Parameters<typeof listDrafts>[1], 'today'>,
): Promise<Draft[]> {
  return withScope(deps.database, caller.unitCode, (executor) =>
    listDrafts(executor, { ...page, today: todayOf(deps) }),
  );
}

/** Replaces what was typed, over the version that was seen. @throws {Problem} 404, 412, 422 */
export async function replaceDraft(
  deps: ApiDeps,
  caller: Principal,
  { id, version, application }: Pick<Draft, 'id' | 'version' | 'application'>,
): Promise<Draft> {
  await getDraft(deps, caller, id);
  const changed = await withScope(deps.database, caller.unitCode, (executor) =>
    changeDraft(executor, { id, version }, changeOf(deps, application)),
  );
  if (changed === undefined) throw new Problem('precondition_failed');
  return changed;
}

/** Deletes a draft of the caller's station. @throws {Problem} 404 */
export async function dropDraft(deps: ApiDeps, caller: Principal, id: DraftId): Promise<void> {
  const dropped = await withScope(deps.database, caller.unitCode, (executor) =>
    deleteDraft(executor, id, todayOf(deps)),
  );
  if (!dropped) throw new Problem('not_found');
}

/** The draft that a body says it was made from; what is no id is told as a fault of form. */
export function draftIdOf(body: unknown): DraftId | undefined {
  if (typeof body !== 'object' || body === null || !('draftId' in body)) return undefined;
  return typeof body.draftId === 'string' && isDraftId(body.draftId) ? body.draftId : undefined;
}

/**
 * Takes up a draft of the caller's unit: it is gone when the transaction ends well, so that it is used once.
 * @throws {Problem} 422 when it is not there, or no longer.
 */
export async function takeDraft(executor: Executor, draftId: DraftId, today: PlainDate): Promise<void> {
  if (await deleteDraft(executor, draftId, today)) return;
  const message = '没有该草稿：可能已经提交、删除或过期，请核对后再提交。';
  throw new Problem('validation_failed', {
    errors: [{ pointer: '/draftId', code: 'draft_not_found', message }],
  });
}

/** What a list shows of a draft. */
export function draftItem({ id, officerId, createdAt, changedAt, expiresOn, application }: Draft) {
  return { id, officerId, createdAt, changedAt, expiresOn, applicantName: maskedNameIn(application) };
}

/** Nothing of a draft has been judged, not even its form. */
function maskedNameIn(application: { readonly applicant?: unknown }): string | null {
  const { applicant } = application;
  if (typeof applicant !== 'object' || applicant === null || !('name' in applicant)) return null;
  return typeof applicant.name === 'string' && applicant.name !== '' ? maskName(applicant.name) : null;
}

function changeOf(deps: ApiDeps, application: object) {
  requireKeepable(application);
  return { application, changedAt: deps.clock.now(), expiresOn: addDays(todayOf(deps), draftDays) };
}

function todayOf({ clock }: ApiDeps) {
  return localDateOf(clock.now());
}
