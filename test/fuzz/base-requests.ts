import type { OperationId } from '../../domain/authority/table.ts';
import { authority } from '../../domain/authority/table.ts';
import { idNumberCheckCharacterOf } from '../../domain/identity/id-number.ts';
import type { Role } from '../../domain/roles.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { expectedOf } from '../authority/expected.ts';
import type { Operation } from '../authority/operations.ts';
import { requestOf } from '../authority/requests.ts';
import type { Seeded } from '../authority/seed.ts';
import { placements, unitOf } from '../authority/units.ts';
import { sampleApplication } from '../house/case-driver.ts';
import type { Header, Message } from './message.ts';

/** A request that is right in every way, before it is spoilt. */
export interface Base {
  readonly operation: Operation;
  /** Without its body and what describes that. */
  readonly message: Message;
  /** Of a body that is JSON. */
  readonly json: unknown;
  readonly as: Seat | undefined;
}

/** Who asks. */
export interface Seat {
  readonly role: Role;
  readonly unitCode: UnitCode;
}

/** Signs whoever asks in; each seat's token is made once. */
export type TokenOf = (seat: Seat) => string;

export function baseOf(operation: Operation, index: number, seeded: Seeded, tokenOf: TokenOf): Base {
  const as = seatFor(operation, seeded);
  const {
    method,
    url,
    headers = {},
    payload,
  } = requestOf(operation, as?.role ?? 'window_officer', seeded).options;
  const own = Object.entries(headers).filter(([name]) => name !== 'content-type') as [string, string][];
  const authorization: Header[] = as === undefined ? [] : [['authorization', `Bearer ${tokenOf(as)}`]];
  return {
    operation,
    as,
    message: {
      ...{ method: String(method), target: url as string, body: Buffer.alloc(0) },
      headers: [...authorization, ...own],
    },
    json: jsonOf(operation.operationId as OperationId, index, payload),
  };
}

function jsonOf(id: OperationId, index: number, payload: unknown): unknown {
  if (id === 'submitApplication') return applicationOf(index);
  if (id === 'rejectApplication')
    return { decision: 'rejected', application: applicationOf(index), reasons: ['测试'] };
  if (id === 'keepDraft' || id === 'replaceDraft') return sampleApplication;
  return typeof payload === 'object' && !Buffer.isBuffer(payload) ? payload : undefined;
}

/** By another invented person for each input: nobody may have two open cases of a matter. */
export function applicationOf(index: number) {
  const born =
    19_500_101 + (index % 25) * 10_000 + (Math.trunc(index / 25) % 12) * 100 + (Math.trunc(index / 300) % 28);
  const digits = `520302${String(born)}${String(Math.trunc(index / 8400) % 1000).padStart(3, '0')}`;
  const idNumber = digits + idNumberCheckCharacterOf(digits);
  return { ...sampleApplication, applicant: { ...sampleApplication.applicant, idNumber } };
}

/** Somebody who may do it, from where he may. */
function seatFor(operation: Operation, seeded: Seeded): Seat | undefined {
  const line = authority[operation.operationId as OperationId];
  if (line.over === 'public') return undefined;
  for (const role of line.roles) {
    const { owner, about } = requestOf(operation, role, seeded);
    for (const placement of placements) {
      const unit = unitOf(owner, line, role, placement);
      if (expectedOf({ line, role, placement, unit, about }) === 'allowed') return { role, unitCode: unit };
    }
  }
  throw new Error(`nobody may do ${operation.operationId}`);
}

export function withJson(base: Base, json: unknown): Message {
  return withBody(base, Buffer.from(JSON.stringify(json)), 'application/json');
}

export function withBody({ message }: Base, body: Buffer, contentType: string): Message {
  return { ...message, body, headers: [...message.headers, ['content-type', contentType]] };
}
