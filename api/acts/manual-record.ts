import type { Executor } from '../../db/database.ts';
import { getDossier } from '../../db/repositories/dossiers.ts';
import type { ManualHandover } from '../../domain/case/act-content.ts';
import { handoverFaults } from '../../domain/case/manual-handover.ts';
import type { CaseState } from '../../domain/case/state.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { parseInstant } from '../../domain/time/instant.ts';
import { Problem } from '../problems.ts';
import type { ActBody, BodyOf } from './bodies.ts';

/**
 * What an officer says who has handed a dossier over by hand, and only he, is judged by the case and its papers. Its
 * instants go into the record as the house writes them, whatever their offset.
 * @throws {Problem} 422 with everything that cannot be so.
 */
export async function withManualRecord(
  executor: Executor,
  caseNo: CaseNo,
  act: ActBody,
  { state, now }: { readonly state: CaseState; readonly now: Instant },
): Promise<ActBody> {
  if (act.act !== 'transmit') return act;
  const { channel = 'platform', manual } = act.body;
  if ((channel === 'manual') !== (manual !== undefined)) {
    const message = '人工送达时应填写、其他方式不应填写送达情况。';
    throw new Problem('validation_failed', {
      errors: [{ pointer: '/manual', code: 'manual_record_mismatch', message }],
    });
  }
  if (manual === undefined) return act;
  const record = recordOf(manual);
  const { application, papers } = await getDossier(executor, caseNo);
  const { acceptedAt, roundBeganAt } = state;
  const grounds = { acceptedAt, roundBeganAt, application: application.personal, papers, now };
  const errors = handoverFaults(record, grounds).map(({ field, code, message }) => ({
    pointer: `/manual/${field}`,
    code,
    message,
  }));
  if (errors.length > 0) throw new Problem('validation_failed', { errors });
  return { ...act, body: { ...act.body, manual: record } };
}

function recordOf({
  handedOverAt,
  confirmedAt,
  ...said
}: NonNullable<BodyOf<'transmit'>['manual']>): ManualHandover {
  return {
    ...said,
    handedOverAt: parseInstant(handedOverAt),
    ...(confirmedAt === undefined ? {} : { confirmedAt: parseInstant(confirmedAt) }),
  };
}
