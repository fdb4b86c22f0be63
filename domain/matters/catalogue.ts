/** 申请证明事项: what can be certified (`domain.md` §3). */
export const matterCodes = [
  'REGISTRATION',
  'NAME_CHANGE',
  'BIRTH_DATE_CORRECTION',
  'ID_NUMBER_CHANGE',
  'SEX_CORRECTION',
  'ETHNICITY_CHANGE',
  'BIRTHPLACE',
  'KINSHIP',
  'MIGRATION',
  'ADDRESS_CHANGE',
  'CANCELLATION',
  'OTHER_REGISTER_ITEM',
] as const;

export type MatterCode = (typeof matterCodes)[number];

export interface Matter {
  readonly title: string;
  /** What the text of the certificate must state, in the words of the register. */
  readonly certificateFields: readonly string[];
  /** Annex 2 states name, number and registered address only, so it can serve no other matter [§5, 附件2]. */
  readonly annex2Possible: boolean;
  /** Whether the home station verifies with two persons [policy]. */
  readonly twoPersons: boolean;
  /** Whether the application must say more than the code, or the home station does not know what to look for. */
  readonly detailsRequired: boolean;
}

const ordinary = { annex2Possible: false, twoPersons: false, detailsRequired: false } as const;

/** The catalogue. Every matter outside it is refused (E5). */
export const matters = {
  REGISTRATION: {
    ...ordinary,
    title: '户籍在册及登记地址',
    certificateFields: ['户籍登记地址'],
    annex2Possible: true,
  },
  NAME_CHANGE: {
    ...ordinary,
    title: '姓名变更／曾用名',
    certificateFields: ['变更前姓名（曾用名）', '变更后姓名', '变更日期'],
  },
  BIRTH_DATE_CORRECTION: {
    ...ordinary,
    title: '出生日期更正',
    certificateFields: ['更正前出生日期', '更正后出生日期', '更正日期'],
  },
  ID_NUMBER_CHANGE: {
    ...ordinary,
    title: '公民身份号码变更',
    certificateFields: ['原公民身份号码', '现公民身份号码', '变更原因', '变更日期'],
    twoPersons: true,
  },
  SEX_CORRECTION: {
    ...ordinary,
    title: '性别更正',
    certificateFields: ['更正前性别', '更正后性别', '更正日期'],
  },
  ETHNICITY_CHANGE: {
    ...ordinary,
    title: '民族变更更正',
    certificateFields: ['变更前民族', '变更后民族', '变更日期'],
  },
  BIRTHPLACE: { ...ordinary, title: '出生地／籍贯', certificateFields: ['出生地', '籍贯'] },
  KINSHIP: {
    ...ordinary,
    title: '亲属关系',
    certificateFields: ['亲属姓名', '亲属公民身份号码', '与申请人关系'],
    twoPersons: true,
    detailsRequired: true,
  },
  MIGRATION: {
    ...ordinary,
    title: '户口迁移情况',
    certificateFields: ['迁出地址', '迁入地址', '迁移日期', '迁移原因'],
  },
  ADDRESS_CHANGE: {
    ...ordinary,
    title: '住址变动',
    certificateFields: ['变动前住址', '变动后住址', '变动日期'],
  },
  CANCELLATION: {
    ...ordinary,
    title: '户口注销',
    certificateFields: ['注销日期', '注销原因'],
    twoPersons: true,
  },
  OTHER_REGISTER_ITEM: {
    ...ordinary,
    title: '其他登记项目',
    certificateFields: ['登记项目', '登记内容'],
    detailsRequired: true,
  },
} as const satisfies Record<MatterCode, Matter>;

/** Whether an Annex 2 can serve all that is applied for; the officer may have the home station verify it all the same [§5]. */
export function isAnnex2Possible(codes: readonly MatterCode[]): boolean {
  return codes.every((code) => matters[code].annex2Possible);
}

/** Whether the text is the code of a matter in the catalogue. */
export function isMatterCode(text: string): text is MatterCode {
  return (matterCodes as readonly string[]).includes(text);
}
