import { randomUUID } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Type } from '@fastify/type-provider-typebox';
import { claimKey, keepAnswer } from '../db/repositories/idempotency-keys.ts';
import { withScope } from '../db/scope.ts';
import { canonicalJson } from '../platform/canonical-json.ts';
import type { CommandId } from '../domain/case/command-id.ts';
import type { CaseNo } from '../domain/certificate/numbers.ts';
import type { UnitCode } from '../domain/units/unit.ts';
import type { Principal } from '../platform/identity/principal.ts';
import type { SearchHash } from '../platform/key-ring.ts';
import { callerOf } from './authentication.ts';
import type { ApiDeps } from './deps.ts';
import { Problem } from './problems.ts';

/** For the schema of an operation that is done once under its key; its form is checked by {@link claimRequest}. */
export const IdempotencyHeaders = Type.Object({
  'idempotency-key': Type.Optional(
    Type.String({
      description: '1–255 visible ASCII characters; the same key makes a repeat of the same request harmless',
    }),
  ),
});

interface StoredKey {
  readonly unitCode: UnitCode;
  readonly principal: string;
  readonly key: SearchHash;
}

/** A request that will be carried out once, under one command id however often it comes. */
export interface Claim {
  readonly commandId: CommandId;
  /** Undefined when the caller sent no key. */
  readonly storedKey: StoredKey | undefined;
  /** The case that a submission under this key was given. */
  readonly caseNo: CaseNo | undefined;
  /** Status of what was answered before, if it was. */
  readonly answeredStatus: number | undefined;
}

/** What a key may be. */
export const idempotencyKeyPattern = '^[!-~]{1,255}$';

const keyForm = new RegExp(idempotencyKeyPattern);

/** A request with the reply that says whether it was carried out before. */
interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/**
 * Claims the request's Idempotency-Key, if it has one; the reply says so where it was carried out before. `content` is
 * what was sent: the body, or hashes of it.
 * @throws {Problem} 400 for a malformed key, 422 when the key belongs to another request.
 */
export async function claimRequest(
  deps: ApiDeps,
  { request, reply }: Exchange,
  content: unknown,
): Promise<Claim> {
  const key = readKey(request);
  if (key === undefined) {
    return { commandId: newCommandId(), storedKey: undefined, caseNo: undefined, answeredStatus: undefined };
  }
  const claim = await claimKeyed(deps, callerOf(request), key, [request.method, request.url, content]);
  if (claim.answeredStatus !== undefined) sayReplayed(reply);
  return claim;
}

/** Says of an answer that nothing was done for it now. */
export function sayReplayed(reply: FastifyReply): void {
  void reply.header('idempotency-replayed', 'true');
}

/**
 * Claims a key of the caller for a request: what was asked, where, and with which content.
 * @throws {Problem} 422 when the key belongs to another request.
 */
export async function claimKeyed(
  deps: ApiDeps,
  { subject, unitCode }: Principal,
  key: string,
  request: readonly [method: string, url: string, content: unknown],
): Promise<Claim> {
  const principal = `${subject} ${unitCode}`;
  const stored = await withScope(deps.database, unitCode, (executor) =>
    claimKey(executor, {
      ...{ principal, key, commandId: newCommandId(), createdAt: deps.clock.now() },
      content: canonicalJson(request),
    }),
  );
  if (stored === 'of_another_request') throw new Problem('idempotency_key_reused');
  return {
    commandId: stored.commandId,
    storedKey: { unitCode, principal, key: stored.key },
    caseNo: stored.caseNo ?? undefined,
    answeredStatus: stored.status ?? undefined,
  };
}

/**
 * Keeps that the request was carried out. Only what happened is kept, and by reference: a refused request left
 * nothing behind and may be tried again, and a stored body would be a second place for personal data.
 */
export async function keepDone(deps: ApiDeps, { storedKey }: Claim, status: number): Promise<void> {
  if (storedKey === undefined) return;
  await withScope(deps.database, storedKey.unitCode, (executor) =>
    keepAnswer(executor, storedKey, { status }),
  );
}

function readKey(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key'];
  if (key === undefined) return undefined;
  if (typeof key === 'string' && keyForm.test(key)) return key;
  throw new Problem('malformed_request', { detail: 'Idempotency-Key 应为1至255个可见的ASCII字符。' });
}

function newCommandId(): CommandId {
  return randomUUID() as CommandId;
}
