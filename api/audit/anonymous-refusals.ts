import type { FastifyRequest } from 'fastify';
import type { AuditKind } from '../../domain/audit/kinds.ts';
import type { ErrorCode } from '../../domain/errors.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { addMs } from '../../domain/time/instant.ts';
import type { Clock } from '../../platform/clock.ts';
import { traceOf } from '../../platform/error-trace.ts';
import type { AuditWriter } from './writer.ts';

interface AnonymousRefusal {
  readonly kind: Extract<AuditKind, 'log_in' | 'log_out'>;
  readonly operation: string;
  readonly code: ErrorCode;
  /** Why, of a closed set: what was refused for another reason is sampled apart. */
  readonly reason: string;
}

/** Records that somebody was refused who did not prove who he is. */
export interface AnonymousRefusals {
  /** Resolves when it is recorded, or when it need not be. */
  note(request: FastifyRequest, refusal: AnonymousRefusal): Promise<void>;
}

/**
 * One row for each reason in this time, by the first of them: whoever needs no account can make as many refusals as he
 * likes, and would fill the disk and hold up the one chain on which all others wait. The log has every one.
 */
const sampledEveryMs = 10 * 60_000;

/** Samples refusals of nobody known. What cannot be written is only logged: it was given nothing. */
export function sampleRefusals(writer: AuditWriter, clock: Clock): AnonymousRefusals {
  const nextAt = new Map<string, Instant>();
  return {
    async note(request, { kind, operation, code, reason }) {
      const sampled = `${kind} ${reason}`;
      const now = clock.now();
      if ((nextAt.get(sampled) ?? now) > now) return;
      nextAt.set(sampled, addMs(now, sampledEveryMs));
      try {
        await writer.append({
          ...{ kind, operation, outcome: 'denied', code, requestId: request.id },
          ...{ officerId: null, roles: [], unitCode: null, caseNo: null, objectId: null },
        });
      } catch (error) {
        nextAt.delete(sampled);
        request.log.error(traceOf(error), 'audit not written');
      }
    },
  };
}
