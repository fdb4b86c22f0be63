import { Type } from '@fastify/type-provider-typebox';
import { holders } from '../../domain/case/holder.ts';
import { caseOutcomes, caseStatuses, certificateLives } from '../../domain/case/status.ts';
import { checkOutcomes, checkWays } from '../../domain/inquiry/certificate-check.ts';
import type { SituationId } from '../../domain/inquiry/situation.ts';
import { situations } from '../../domain/inquiry/situation.ts';
import { caseNo, certificateNo, printedCode } from '../examples/facts.ts';
import { nullable } from './reference.ts';
import { InstantSchema } from './text.ts';

/** As it was typed: capitals, spaces and hyphens do not matter. */
const typed = (maxLength: number, description: string, example: string) =>
  Type.String({ minLength: 1, maxLength, description, examples: [example] });

export const CaseStatusBody = Type.Object(
  {
    caseNo: typed(64, '申请件编号', caseNo),
    code: typed(32, '受理回执上的查询码', printedCode),
  },
  { additionalProperties: false },
);

export const CaseStatusSchema = Type.Object({
  caseNo: Type.String(),
  asOf: InstantSchema,
  status: Type.Enum([...caseStatuses]),
  statusTitle: Type.String(),
  outcome: nullable(Type.Enum([...caseOutcomes])),
  outcomeTitle: nullable(Type.String()),
  acceptedOn: Type.String({ format: 'date' }),
  closedOn: nullable(Type.String({ format: 'date' })),
  situation: Type.Enum(Object.keys(situations) as SituationId[]),
  sentence: Type.String({ description: 'How things stand' }),
  next: Type.String({ description: 'What the applicant does next' }),
  bring: Type.Array(Type.String(), { description: 'What he brings along' }),
  office: Type.Object(
    {
      station: Type.Enum(['accepting_station', 'home_station']),
      name: Type.String(),
      address: nullable(Type.String()),
      telephone: nullable(Type.String()),
    },
    { description: 'Where he goes or calls' },
  ),
  heldBy: nullable(
    Type.Object(
      { holder: Type.Enum([...holders]), name: Type.String(), since: InstantSchema },
      { description: 'Who has to act now; null once the case is closed' },
    ),
  ),
  due: nullable(
    Type.Object({
      title: Type.String(),
      dueAt: nullable(InstantSchema),
      provisional: Type.Boolean(),
      overdue: Type.Boolean(),
      explanation: Type.Array(Type.String(), { description: 'Day by day, then by what notices' }),
    }),
  ),
});

export const CertificateCheckBody = Type.Union([
  Type.Object(
    {
      certificateNo: typed(64, '证明编号', certificateNo),
      checkCode: typed(32, '证明编号旁的校验码', printedCode),
    },
    { additionalProperties: false },
  ),
  Type.Object(
    { token: typed(64, '二维码网址 /verify/ 之后的部分', 'Zm9vYmFyYmF6cXV4MTIzNA') },
    { additionalProperties: false },
  ),
]);

export const CertificateCheckSchema = Type.Object({
  outcome: Type.Enum([...certificateLives]),
  outcomeTitle: Type.String(),
  sentence: Type.String({ description: 'What it means for whoever was shown the paper' }),
  title: Type.String(),
  issuingUnit: Type.String(),
  issuedOn: Type.String({ format: 'date' }),
  maskedName: nullable(Type.String({ description: 'Null once retention has cleared the case' })),
  checkedAt: InstantSchema,
});

export const RecordedCheckSchema = Type.Object({
  certificateNo: Type.String(),
  checkedAt: InstantSchema,
  way: Type.Enum([...checkWays]),
  wayTitle: Type.String(),
  outcome: Type.Enum([...checkOutcomes]),
  outcomeTitle: Type.String(),
});
