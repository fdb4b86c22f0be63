import { Type, type Static } from '@fastify/type-provider-typebox';
import type { SubmittedApplication } from '../../db/repositories/applications.ts';
import { dayEnds } from '../../domain/calendar/due-instant.ts';
import { acts } from '../../domain/case/acts.ts';
import { effectTypes, failureClasses } from '../../domain/case/effect.ts';
import { holders } from '../../domain/case/holder.ts';
import {
  addressees,
  answerResults,
  caseOutcomes,
  caseStatuses,
  certificateKinds,
  certificateLives,
  channels,
  filingStatuses,
} from '../../domain/case/status.ts';
import { matterCodes } from '../../domain/matters/catalogue.ts';
import { materialsRules } from '../../domain/policy.ts';
import { registerItems } from '../../domain/register/item.ts';
import { ApplicationSchema } from '../submission/schema.ts';
import { caseNo } from '../examples/facts.ts';
import { FurtherVerificationSchema } from './further-verification.ts';
import { receiptFields } from './receipt.ts';
import { nullable, ref } from './reference.ts';
import { InstantSchema } from './text.ts';

const StationSchema = Type.Object({
  code: Type.String(),
  name: Type.String(),
  address: Type.Optional(Type.String()),
  telephone: Type.Optional(Type.String()),
});

const overview = {
  caseNo: Type.String({ examples: [caseNo] }),
  status: Type.Enum([...caseStatuses]),
  statusTitle: Type.String(),
  outcome: nullable(Type.Enum([...caseOutcomes])),
  outcomeTitle: nullable(Type.String()),
  holder: Type.Enum([...holders], {
    description: 'Who has to act next',
  }),
  holderTitle: Type.String(),
  acceptingStation: StationSchema,
  homeStation: StationSchema,
  acceptedAt: InstantSchema,
  dueAt: nullable(InstantSchema),
  overdue: Type.Boolean(),
  uncollected: Type.Boolean({
    description: '未领取: every reminder to collect has gone out in vain, or the case ended so',
  }),
  closedAt: nullable(InstantSchema),
  pausedAt: nullable(
    Type.String({
      ...InstantSchema,
      description: 'Since when an administrator holds it: every act is refused until it is resumed',
    }),
  ),
};

const DeadlineSummarySchema = Type.Object({
  receivedAt: InstantSchema,
  dueAt: InstantSchema,
  dueDate: Type.String({ format: 'date' }),
  dueAtEndOf: Type.Enum(dayEnds, {
    description:
      'What ends its last day; an answer is in time up to `dueAt`, which for `day` is the last instant before 24:00',
  }),
  provisional: Type.Boolean({
    description: '暂定: the calendar of a year that it touches is not published yet',
  }),
  onMaterialsCompleted: Type.Enum(materialsRules, {
    description: 'What becomes of the term when missing or illegible pages are sent after',
  }),
  text: Type.String(),
  rules: Type.Array(Type.String(), { description: 'What the home province has set, for people' }),
});

const AnswerSchema = Type.Object({
  result: Type.Enum([...answerResults]),
  resultTitle: Type.String(),
  answeredAt: InstantSchema,
  timeliness: Type.Enum(['in_time', 'late']),
  workingDaysLate: nullable(
    Type.Integer({
      description: 'Whole working days after the due date: 0 later on that day; null: no calendar says',
    }),
  ),
  source: Type.Optional(Type.String()),
  certificateText: Type.Optional(Type.String()),
  finding: Type.Optional(Type.String()),
  differingItems: Type.Optional(
    Type.Array(Type.Enum(registerItems), { description: 'What differs, by item' }),
  ),
  matters: Type.Optional(
    Type.Array(
      Type.Object({
        matter: Type.Enum([...matterCodes]),
        result: Type.Enum(['consistent', 'inconsistent', 'no_record']),
        finding: Type.Optional(Type.String()),
      }),
    ),
  ),
});

const CertificateSchema = Type.Object({
  certificateNo: Type.String(),
  kind: Type.Enum([...certificateKinds]),
  sha256: Type.String(),
  issuedAt: InstantSchema,
  matters: Type.Array(Type.Enum([...matterCodes])),
  life: Type.Enum([...certificateLives]),
  lifeTitle: Type.String(),
  supersededBy: nullable(Type.String()),
  printCount: Type.Integer(),
});

const TransmissionSchema = Type.Object({
  n: Type.Integer(),
  channel: Type.Enum([...channels]),
  addressee: Type.Enum([...addressees]),
  homeStation: Type.String(),
  handedOverAt: nullable(InstantSchema),
  deliveredAt: nullable(InstantSchema),
  pages: nullable(Type.Integer()),
  ...receiptFields,
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

export const AttachmentSchema = Type.Object({
  id: Type.String({ format: 'uuid' }),
  mediaType: Type.String(),
  sizeBytes: Type.Integer(),
  sha256: Type.String({ description: 'Of what is kept, which an image that was sent is not' }),
  pages: Type.Optional(Type.Integer({ description: 'Left out for what came before pages were counted' })),
  fileName: Type.Optional(Type.String()),
  addedBy: Type.String({ description: 'The officer, by number' }),
  addedAt: InstantSchema,
});

const ApplicantSchema = Type.Object({
  name: Type.String(),
  idNumber: Type.String(),
  telephone: Type.Optional(Type.String()),
});

/** What the officer should still look at in an application that was accepted. */
export const AdviceSchema = Type.Object({
  pointer: Type.String(),
  code: Type.String(),
  message: Type.String(),
  related: Type.Optional(Type.Array(Type.String(), { description: 'Numbers of other open cases' })),
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
    certificate: nullable(CertificateSchema),
    certificates: Type.Array(CertificateSchema, {
      description: 'Every certificate of the case, oldest first',
    }),
    filing: Type.Enum([...filingStatuses]),
    filingTitle: Type.String(),
    completion: nullable(
      Type.Object({
        round: Type.Integer(),
        open: Type.Enum(['open', 'done', 'sent']),
        items: Type.Optional(Type.Array(Type.String(), { description: 'What was asked for' })),
        reason: Type.Optional(Type.String({ description: 'Why it was asked for again' })),
      }),
    ),
    returned: nullable(
      Type.Object({
        reason: Type.Enum(['not_our_register', 'refused']),
        suggestedStation: nullable(Type.String()),
        explanation: Type.Optional(Type.String({ description: 'What the home station wrote' })),
      }),
    ),
    furtherVerifications: Type.Array(FurtherVerificationSchema, {
      description: 'What the home station asked other stations, oldest first',
    }),
    reroutes: Type.Integer(),
    defect: nullable(Type.Enum(['pages_missing', 'unreadable'])),
    defectDescription: Type.Optional(Type.String({ description: 'What the home station wrote' })),
    transmissions: Type.Array(TransmissionSchema),
    collectedAt: nullable(InstantSchema),
    pending: Type.Array(PendingSchema, {
      description: 'What the system is about to do, and what keeps it from it',
    }),
    allowedActs: Type.Array(Type.Enum([...acts])),
    mayAddPapers: Type.Boolean({ description: 'Whether the reader may add papers now' }),
    attachments: Type.Array(AttachmentSchema),
    advice: Type.Optional(Type.Array(AdviceSchema)),
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
