import { Type, type Static } from '@fastify/type-provider-typebox';
import { identityDocumentKinds } from '../../domain/application/application.ts';
import type { Act } from '../../domain/case/acts.ts';
import { furtherResults } from '../../domain/case/status.ts';
import { addressees, answerResults, channels } from '../../domain/case/status.ts';
import { matterCodes } from '../../domain/matters/catalogue.ts';
import { registerItems } from '../../domain/register/item.ts';
import { filledText, InstantSchema, text, UnitCodeSchema } from '../schemas/text.ts';

const closed = { additionalProperties: false };

const nothing = Type.Object({}, closed);
const reason = filledText(500, '理由');
const remarks = Type.Optional(text(500, '备注'));
const otherStation = Type.Optional(
  Type.String({
    ...UnitCodeSchema,
    description:
      '本案中的哪一派出所；不填时，受理地和协助查证的派出所为户籍地派出所，户籍地派出所为受理地派出所',
  }),
);
const furtherVerification = Type.Integer({ minimum: 1, description: '协助查证序号，见办理情况' });
const pages = Type.Integer({ minimum: 1, maximum: 999, description: '页数' });
const certificateText = Type.String({
  minLength: 1,
  maxLength: 8000,
  // Paragraphs are separated by line feeds; other controls cannot be printed.
  pattern:
    '^(?=[\\s\\S]*\\S)[^\\u0000-\\u0009\\u000B-\\u001F\\u007F-\\u009F\\u2028-\\u202E\\u2066-\\u2069\\uD800-\\uDFFF\\uFFFE\\uFFFF]*$',
  description: '证明内容，逐字印在证明上；换行另起一段',
});
const registerReference = filledText(100, '人口信息系统查询编号，或查询方式、时间和操作人');
const queriedAt = Type.Optional(
  Type.String({
    format: 'date-time',
    description: '查询时间；填本系统查询编号的，以查询记录为准，可不填',
  }),
);

const answerExample = {
  result: 'consistent',
  source: 'population_system',
  certificateText: '申请人曾用名李例，于2008年5月12日变更。',
};

/** What each act says, as it comes in; the words are those of `domain/case/act-content`. */
export const actBodies = {
  refuse: Type.Object({ reason: filledText(500, '不予出具的理由') }, closed),
  withdraw: Type.Object({ statement: Type.Optional(text(500, '申请人的说明')) }, closed),
  refer: Type.Object({ statement: Type.Optional(text(500, '申请人的说明')) }, closed),
  request_completion: Type.Object(
    {
      items: Type.Array(filledText(200, '需补正的一项'), { minItems: 1, maxItems: 30, uniqueItems: true }),
      reason: Type.Optional(filledText(500, '再次告知补正的理由，由所领导填写；再次告知时必填')),
    },
    closed,
  ),
  complete_materials: Type.Object({ remarks }, closed),
  transmit: Type.Object(
    {
      channel: Type.Optional(Type.Enum([...channels], { default: 'platform', description: '流转方式' })),
      addressee: Type.Optional(
        Type.Enum([...addressees], { default: 'liaison_officer', description: '收件人' }),
      ),
      manual: Type.Optional(
        Type.Object(
          {
            way: Type.Enum(['fax', 'carried', 'post'], { description: '送达方式' }),
            handedOverAt: InstantSchema,
            confirmedAt: Type.Optional(
              Type.String({ format: 'date-time', description: '传真机报告确认送达的时间；没有则待签收确认' }),
            ),
            faxNumber: Type.Optional(text(30, '对方的传真号码，传真时必填')),
            handedTo: Type.Optional(filledText(50, '交给何人，送交时必填')),
            pages,
          },
          { ...closed, description: '人工送达时必填' },
        ),
      ),
    },
    closed,
  ),
  reroute: Type.Object({ homeStation: UnitCodeSchema, reason }, closed),
  assign: Type.Object({ homeStation: UnitCodeSchema, remarks }, closed),
  receive: Type.Object(
    {
      transmission: Type.Optional(
        Type.Integer({ minimum: 1, description: '签收第几次信息流转；不填时为最近一次' }),
      ),
      pagesReceived: Type.Optional(
        Type.Integer({
          ...pages,
          description:
            '收到的页数，传真或人工送达时必填；平台送达的为材料份数，可不填。与送出的不同的，即反映缺页，可以补发',
        }),
      ),
      receivedAt: Type.Optional(
        Type.String({ format: 'date-time', description: '送达时间；不填时为已知的送达时间，没有则为现在' }),
      ),
    },
    closed,
  ),
  correct_receipt: Type.Object({ receivedAt: InstantSchema, reason }, closed),
  report_defect: Type.Object(
    {
      defect: Type.Enum(['pages_missing', 'unreadable'], { description: '缺页，或不清' }),
      description: filledText(500, '缺哪几页，或哪里不清'),
    },
    closed,
  ),
  return_dossier: Type.Object(
    {
      kind: Type.Enum(['not_our_register', 'refused'], { description: '非本所户籍，或其他原因退回' }),
      reason,
      suggestedStation: Type.Optional(UnitCodeSchema),
    },
    closed,
  ),
  answer: Type.Object(
    {
      result: Type.Enum([...answerResults], { description: '查证结果' }),
      source: Type.Enum(['population_system', 'paper_register'], { description: '查证来源' }),
      certificateText: Type.Optional(certificateText),
      finding: Type.Optional(filledText(1000, '登记与申请有何不同，或无法查证的情况；只给两地派出所看')),
      differingItems: Type.Optional(
        Type.Array(Type.Enum(registerItems), {
          ...{ minItems: 1, maxItems: registerItems.length, uniqueItems: true },
          description: '不一致的项目，有不一致时必填；转告知书只写这些项目的名称',
        }),
      ),
      matters: Type.Optional(
        Type.Array(
          Type.Object(
            {
              matter: Type.Enum([...matterCodes]),
              result: Type.Enum(['consistent', 'inconsistent', 'no_record']),
              finding: Type.Optional(filledText(500, '登记与申请有何不同')),
            },
            closed,
          ),
          { minItems: 1, maxItems: matterCodes.length, description: '逐项结果，部分一致时必填' },
        ),
      ),
    },
    { ...closed, examples: [answerExample] },
  ),
  confirm_answer: nothing,
  request_further_verification: Type.Object(
    {
      station: Type.String({ ...UnitCodeSchema, description: '请其协助查证的派出所' }),
      question: filledText(1000, '请协助查证的内容：何人、何事项'),
    },
    closed,
  ),
  cancel_further_verification: Type.Object({ furtherVerification, reason }, closed),
  answer_further_verification: Type.Object(
    {
      furtherVerification,
      result: Type.Enum(furtherResults, { description: '协助查证结果' }),
      finding: filledText(1000, '户籍登记的内容，或者不一致、无登记的情况'),
      source: Type.Enum(['population_system', 'paper_register'], { description: '查证来源' }),
    },
    closed,
  ),
  issue: Type.Object(
    {
      consent: Type.Optional(Type.Enum(['given'], { description: '申请人同意只就已查证一致的事项出具证明' })),
      certificateText: Type.Optional({
        ...certificateText,
        description: '证明作废后更正的证明内容；首次出具不能填写，与反馈不一致的将告知户籍地派出所',
      }),
    },
    closed,
  ),
  issue_annex_2: Type.Object(
    {
      registeredAddress: filledText(200, '户籍登记地址，逐字印在证明上'),
      registerReference,
      queriedAt,
    },
    closed,
  ),
  send_filing: nothing,
  acknowledge_filing: nothing,
  notify: Type.Object(
    {
      method: Type.Enum(['telephone', 'in_person', 'message'], { description: '通知方式' }),
      remarks,
    },
    closed,
  ),
  collect: Type.Object(
    {
      collectedBy: Type.Enum(['applicant', 'guardian', 'agent'], { description: '领取人' }),
      identityDocument: Type.Optional(
        Type.Enum([...identityDocumentKinds], { description: '领取人出示的证件' }),
      ),
      signature: Type.Optional(Type.Enum(['signed', 'fingerprint'], { description: '签名或捺印' })),
    },
    closed,
  ),
  void_certificate: Type.Object({ reason }, closed),
  reissue: Type.Object(
    {
      reason: Type.Enum(['lost', 'damaged'], { description: '遗失或损毁' }),
      ...{ registerReference, queriedAt },
    },
    closed,
  ),
  reprint: Type.Object({ reason }, closed),
  log_call: Type.Object(
    {
      outcome: Type.Enum(['answered', 'not_answered'], { description: '接通，或无人接听' }),
      number: Type.String({ pattern: '^[0-9-]{5,20}$', description: '拨打的号码' }),
      calledAt: Type.Optional(InstantSchema),
      station: otherStation,
      remarks,
    },
    closed,
  ),
  reply: Type.Object(
    {
      rungKey: Type.String({
        pattern: '^[a-z_]+/\\d+/\\w+(\\+\\d+)?$',
        description: '所回告的督办，见督办列表',
      }),
      text: filledText(1000, '回告内容'),
      expectedOn: Type.Optional(Type.String({ format: 'date', description: '预计办结日期' })),
    },
    closed,
  ),
  complain: Type.Object(
    { text: filledText(1000, '投诉该派出所的内容，不写申请人的个人信息'), station: otherStation },
    closed,
  ),
  answer_complaint: Type.Object(
    {
      complaint: Type.Integer({ minimum: 1, description: '投诉序号，见办理过程' }),
      text: filledText(1000, '答复内容，不写申请人的个人信息'),
    },
    closed,
  ),
} as const satisfies Record<Act, ReturnType<typeof Type.Object>>;

export type BodyOf<A extends Act> = Static<(typeof actBodies)[A]>;

/** A body that passed its schema. */
export type ActBody = { [A in Act]: { readonly act: A; readonly body: BodyOf<A> } }[Act];
