/** What came to the counter and became no case, apart from what was rejected. */
export const intakeRecordKindTitles = {
  /** He was told of the service and would rather go home [§1]. */
  declined: '告知后不选择跨省通办',
  /** The application belongs to a procedure of its own [三(三)]. */
  other_lane: '按其他渠道办理',
} as const satisfies Record<string, string>;

export type IntakeRecordKind = keyof typeof intakeRecordKindTitles;

export const intakeRecordKinds = Object.keys(intakeRecordKindTitles) as readonly IntakeRecordKind[];

/** Procedures beside ours (§2). */
export const otherLaneTitles = {
  yangtze_delta_online: '长三角“一网通办”线上申请，按原流程办理',
  within_province: '省内户籍业务',
} as const satisfies Record<string, string>;

export type OtherLane = keyof typeof otherLaneTitles;

export const otherLanes = Object.keys(otherLaneTitles) as readonly OtherLane[];
