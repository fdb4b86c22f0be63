import { Type } from '@fastify/type-provider-typebox';
import type { IdentityCheckMethod, IdentityComparison } from '../../domain/application/application.ts';
import {
  identityCheckMethods,
  identityComparisons,
  identityDocumentKinds,
  residenceReasons,
} from '../../domain/application/application.ts';
import { draftIdPattern } from '../../domain/application/draft.ts';
import { matterCodes } from '../../domain/matters/catalogue.ts';
import { filledText, text } from '../schemas/text.ts';

const closed = { additionalProperties: false };

// What the rules of eligibility judge by themselves comes in as it was typed; they name each fault better.
const judged = (description: string) => Type.String({ maxLength: 200, description });

const person = {
  name: judged('姓名'),
  idNumber: judged('公民身份号码'),
};

/** An invented person at an invented station. */
export const applicationExample = {
  homeStation: '520302990000',
  applicant: {
    name: '李样例',
    idNumber: '520302199003074219',
    telephone: '13800000000',
    residenceAddress: '广东省广州市天河区云山路1号测试公寓101室',
  },
  identityDocument: {
    kind: 'resident_identity_card',
    validUntil: 'long_term',
    checkedInPerson: 'chip_reader',
    comparison: 'matches',
  },
  residenceReasons: ['employment'],
  bookletReason: { kind: 'family_conflict' },
  matters: [{ code: 'NAME_CHANGE', details: '曾用名李例' }],
  told: { crossProvinceService: true, fiveWorkingDays: true, mismatchMeansHomeStation: true },
  agreed: true,
  undertakingSigned: true,
};

const IdentityDocumentSchema = Type.Object(
  {
    kind: Type.Enum([...identityDocumentKinds], { description: '证件种类' }),
    validUntil: judged('有效期至：YYYY-MM-DD 或 long_term'),
    checkedInPerson: Type.Unsafe<IdentityCheckMethod | null>({
      enum: [...identityCheckMethods, null],
      description: '当面核验方式；未核验为 null',
    }),
    comparison: Type.Unsafe<IdentityComparison | null>({
      enum: [...identityComparisons, null],
      description: '人证比对结果；未比对（委托代办时的申请人证件）为 null',
    }),
    secondCheck: Type.Optional(
      Type.Object(
        {
          officerId: filledText(100, '复核民警'),
          reason: Type.Optional(text(500, '人证比对不一致仍予受理的理由')),
        },
        { ...closed, description: '第二名民警的核验' },
      ),
    ),
  },
  closed,
);

/** The form of an application; the rules of `domain/eligibility` judge what it says. */
export const ApplicationSchema = Type.Object(
  {
    homeStation: judged('户籍地派出所代码'),
    applicant: Type.Object(
      { ...person, telephone: judged('联系电话'), residenceAddress: text(200, '现居住地址') },
      closed,
    ),
    identityDocument: IdentityDocumentSchema,
    guardian: Type.Optional(
      Type.Object(
        {
          ...person,
          relation: text(20, '与申请人关系'),
          proof: text(200, '监护关系证明：证件名称，或核查方式'),
        },
        closed,
      ),
    ),
    agent: Type.Optional(
      Type.Object(
        {
          ...person,
          identityDocument: IdentityDocumentSchema,
          letterOfAuthority: text(200, '授权委托书：日期、委托事项'),
        },
        closed,
      ),
    ),
    residenceReasons: Type.Array(Type.Enum([...residenceReasons]), {
      maxItems: 3,
      uniqueItems: true,
      description: '跨省居住原因',
    }),
    bookletReason: Type.Object(
      {
        kind: Type.Enum(['family_conflict', 'other', 'at_hand'], {
          description: '无法取得居民户口簿的原因；户口簿在手的不予受理',
        }),
        statement: Type.Optional(text(500, '其他原因的说明')),
      },
      closed,
    ),
    matters: Type.Array(
      Type.Object({ code: judged('事项代码'), details: Type.Optional(text(500, '具体内容')) }, closed),
      { maxItems: matterCodes.length, description: '申请证明事项' },
    ),
    told: Type.Object(
      {
        crossProvinceService: Type.Boolean(),
        fiveWorkingDays: Type.Boolean(),
        mismatchMeansHomeStation: Type.Boolean(),
      },
      { ...closed, description: '已告知申请人的事项' },
    ),
    agreed: Type.Boolean({ description: '申请人同意选择“跨省通办”' }),
    undertakingSigned: Type.Boolean({ description: '承诺书已签名' }),
    purpose: Type.Optional(text(200, '用途')),
    acceptedOnPaper: Type.Optional(judged('补录纸质申请的，填写纸质受理日期：YYYY-MM-DD')),
    openCaseVerdict: Type.Optional(
      Type.Object({ reason: filledText(500, '同一事项已有在办申请件仍予受理的理由') }, closed),
    ),
    draftId: Type.Optional(
      Type.String({ pattern: draftIdPattern, description: '据以提交的草稿；提交成功后草稿即删除' }),
    ),
  },
  {
    $id: 'Application',
    additionalProperties: false,
    description: '跨省通办户籍类证明申请',
    examples: [applicationExample],
  },
);
