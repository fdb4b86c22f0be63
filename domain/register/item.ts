/** What a register says of a person, by item. A notice to the applicant may name these and nothing of what was found. */
export const registerItemTitles = {
  name: '姓名',
  former_name: '曾用名',
  sex: '性别',
  ethnicity: '民族',
  birth_date: '出生日期',
  birthplace: '出生地',
  native_place: '籍贯',
  id_number: '公民身份号码',
  registered_address: '户籍登记地址',
  kinship: '亲属关系',
  migration: '户口迁移',
  cancellation: '户口注销',
  other: '其他登记事项',
} as const;

export type RegisterItem = keyof typeof registerItemTitles;

export const registerItems = Object.keys(registerItemTitles) as RegisterItem[];
