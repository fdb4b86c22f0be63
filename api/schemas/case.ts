import { Type, type Static } from '@fastify/type-provider-typebox';
import type { SubmittedApplication } from '../../db/repositories/applications.ts';
import { acts } from '../../domain/case/acts.ts';
import { effectTypes, failureClasses } from '../../domain/case/effect.ts';
import { answerResults, caseOutcomes, caseStatuses } from '../../domain/case/status.ts';
import { ApplicationSchema } from '../submission/schema.ts';
import { nullable, ref } from './reference.ts';
import { InstantSchema } from './text.ts';

const StationSchema = Type.Object({
  code: Type.String(),
  name: Type.String(),
  address: Type.Optional(Type.String()),
  telephone: Type.Optional(Type.String()),
});

const overview = {
  caseNo: Type.String({ examples: ['4401069900002026112500001K'] }),
  status: Type.Enum([...caseStatuses]),
  statusTitle: Type.String(),
  outcome: nullable(Type.Enum([...caseOutcomes])),
  outcomeTitle: nullable(Type.String()),
  holder: Type.Enum(['accepting_station', 'home_station', 'applicant', 'system'], {
    description: 'Who has to act next',
  }),
  holderTitle: Type.String(),
  acceptingStation: StationSchema,
  homeStation: StationSchema,
  acceptedAt: InstantSchema,
  dueAt: nullable(InstantSchema),
  overdue: Type.Boolean(),
  closedAt: nullable(InstantSchema),
};

const DeadlineSummarySchema = Type.Object({
  receivedAt: InstantSchema,
  dueAt: InstantSchema,
  dueDate: Type.String({ format: 'date' }),
  provisional: Type.Boolean({
    description: '暂定: the calendar of a year that it touches is not published yet',
  }),
  text: Type.String(),
});

const AnswerSchema = Type.Object({
  result: Type.Enum([...answerResults]),
  resultTitle: Type.String(),
  answeredAt: InstantSchema,
  timeliness: Type.Enum(['in_time', 'late']),
  source: Type.Optional(Type.String()),
  certificateText: Type.Optional(Type.String()),
  finding: Type.Optional(Type.String()),
});

const PendingSchema = Type.Object({
  effect: Type.Enum([...effectTypes]),
  title: Type.String(),
  since: InstantSchema,
  failures: Type.Integer(),
  incident: nullable(
    Type.Object({
      failureClass: Type.Enum([...failureClasses]),
      message: Type.String(),
      remedy: Type.String(),
      nextTryAt: nullable(InstantSchema),
    }),
  ),
});

const AttachmentSchema = Type.Object({
  id: Type.String({ format: 'uuid' }),
  mediaType: Type.String(),
  sizeBytes: Type.Integer(),
  sha256: Type.String(),
  fileName: Type.Optional(Type.String()),
});

const ApplicantSchema = Type.Object({
  name: Type.String(),
  idNumber: Type.String(),
  telephone: Type.Optional(Type.String()),
});

export const CaseSchema = Type.Object(
  {
    ...overview,
    version: Type.Integer({ description: 'Grows with every entry of the ledger' }),
    personalData: Type.Enum(['full', 'masked']),
    applicant: ApplicantSchema,
    application: Type.Optional(Type.Unsafe<SubmittedApplication>(ref(ApplicationSchema))),
    matters: Type.Array(Type.Object({ code: Type.String(), title: Type.String() })),
    receivedAt: nullable(InstantSchema),
    notifiedAt: nullable(InstantSchema),
    deadline: nullable(DeadlineSummarySchema),
    answer: nullable(AnswerSchema),
    certificate: nullable(
      Type.Object({ certificateNo: Type.String(), sha256: Type.String(), issuedAt: InstantSchema }),
    ),
    pending: Type.Array(PendingSchema, {
      description: 'What the system is about to do, and what keeps it from it',
    }),
    allowedActs: Type.Array(Type.Enum([...acts])),
    attachments: Type.Array(AttachmentSchema),
    advice: Type.Optional(
      Type.Array(Type.Object({ pointer: Type.String(), code: Type.String(), message: Type.String() })),
    ),
  },
  { $id: 'Case' },
);

export type CaseView = Static<typeof CaseSchema>;

export const CaseListItemSchema = Type.Object(
  { ...overview, applicant: ApplicantSchema, matters: Type.Array(Type.String()) },
  { $id: 'CaseListItem' },
);

export type CaseListItem = Static<typeof CaseListItemSchema>;

/** 202: kept, and carried out as soon as a worker is there. */
export const AcceptedSchema = Type.Object(
  { caseNo: Type.String(), commandId: Type.Optional(Type.String()), detail: Type.String() },
  { $id: 'Accepted' },
);
