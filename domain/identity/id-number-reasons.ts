/** Why a text is no citizen number of the mainland register. Stable codes. */
export const idNumberFaultSentences = {
  empty: '未填写公民身份号码。',
  too_long: '公民身份号码过长，应为18位。',
  charset: '公民身份号码只能由17位数字和末位数字或X组成。',
  first_generation: '15位号码为第一代居民身份证号码，请填写18位公民身份号码。',
  length: '公民身份号码应为18位。',
  not_mainland_register:
    '该号码为港澳台居民居住证或外国人永久居留身份证号码，持有人无内地（大陆）户籍，不适用本业务。',
  unknown_province: '公民身份号码前两位不是省级行政区划代码，请核对证件。',
  bad_date: '公民身份号码中的出生日期不存在，请核对证件。',
  future_date: '公民身份号码中的出生日期晚于今天，请核对证件。',
  implausible_date: '公民身份号码中的出生日期过早，请核对证件。',
  checksum: '公民身份号码校验位不符，可能录入有误，请核对证件。',
} as const satisfies Record<string, string>;

export type IdNumberFault = keyof typeof idNumberFaultSentences;

/** What an officer should know about a valid number. */
export const idNumberWarningSentences = {
  unknown_division: '号码前六位不在行政区划代码表中，请核对证件；号码本身有效。',
  under_16: '申请人未满16周岁，应由监护人代为申请。',
} as const satisfies Record<string, string>;

export type IdNumberWarning = keyof typeof idNumberWarningSentences;
