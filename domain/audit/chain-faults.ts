/** What is wrong where a chain breaks, for whoever has to look into it. */
export const chainFaultSentences = {
  missing_before: '其前缺少记录：已被删除，或被调换。',
  not_following: '与前一条不衔接：本条被改动或插入，或其前的记录被改动、删除、调换。',
  anchor_not_met: '与留存的锚点不符：当日的记录在锚点取得后被改动、删除或整体重算。',
  removal_not_recorded: '该日的记录已不在，却没有按保存期限移除它的记录：不是用 npm run audit:prune 移除的。',
  end_missing: '末尾缺少记录：办理记录比申请件所载的少。',
  not_projected: '有办理记录而没有申请件：申请件已被删除，或记录是插入的。',
} as const satisfies Record<string, string>;

export type ChainFault = keyof typeof chainFaultSentences;

/** The first row of a chain that does not follow. */
export interface BrokenRow {
  /** Day or case number, and the place in its chain. */
  readonly chain: string;
  readonly seq: number;
  readonly fault: ChainFault;
}
