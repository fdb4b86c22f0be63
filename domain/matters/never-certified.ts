/** A matter that people ask the police for and another office, or another procedure, serves (`domain.md` §3). */
export interface NeverCertifiedMatter {
  readonly title: string;
  /** Where the applicant is sent. */
  readonly office: string;
}

/** Refused under E5, with the office that does it. */
export const neverCertified = {
  NO_CRIMINAL_RECORD: {
    title: '无犯罪记录',
    office: '户籍地或居住地派出所的犯罪记录查询窗口（《公安机关办理犯罪记录查询工作规定》）',
  },
  MARITAL_STATUS: { title: '婚姻状况', office: '民政部门婚姻登记机关' },
  RESIDENCE: { title: '居住证明', office: '居住地派出所或社区居住证受理点（居住登记、居住证）' },
  CAUSE_OF_DEATH: { title: '死亡原因', office: '出具死亡医学证明的医疗卫生机构，非正常死亡为办案公安机关' },
  TEMPORARY_IDENTITY: {
    title: '临时身份证明',
    office: '公安机关临时居民身份证受理点或铁路、民航临时身份证明窗口',
  },
} as const satisfies Record<string, NeverCertifiedMatter>;

export type NeverCertifiedCode = keyof typeof neverCertified;

/** The never-certified matter with a code, if it is one. */
export function findNeverCertified(code: string): NeverCertifiedMatter | undefined {
  return Object.hasOwn(neverCertified, code) ? neverCertified[code as NeverCertifiedCode] : undefined;
}
