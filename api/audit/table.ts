import type { AuditEntry, AuditPosition } from '../../domain/audit/entry.ts';
import { auditKinds, auditOutcomeTitles } from '../../domain/audit/kinds.ts';
import { roleTitles } from '../../domain/roles.ts';
import { csvLinesOf, csvOf } from '../../platform/csv.ts';

const columns = {
  日期: ({ day }) => day,
  序号: ({ seq }) => String(seq),
  时间: ({ at }) => at,
  种类: ({ kind }) => auditKinds[kind].title,
  操作: ({ operation }) => operation,
  结果: ({ outcome }) => auditOutcomeTitles[outcome],
  警号: ({ officerId }) => officerId ?? '',
  角色: ({ roles }) => roles.map((role) => roleTitles[role]).join('、'),
  // Of digits alone a spreadsheet makes a number, and rounds it.
  单位: ({ unitCode }) => (unitCode === null ? '' : `单位${unitCode}`),
  申请件: ({ caseNo }) => caseNo ?? '',
  对象: ({ objectId }) => objectId ?? '',
  请求: ({ requestId }) => requestId,
  拒绝代码: ({ code }) => code ?? '',
  校验值: ({ hash }) => hash,
} as const satisfies Record<string, (entry: AuditEntry) => string>;

/** Rows of the audit as a CSV file, read page by page while it is sent: it may be of any length. */
export async function* auditTable(
  readPage: (before: AuditPosition | undefined) => Promise<readonly AuditEntry[]>,
): AsyncGenerator<string> {
  yield csvOf([Object.keys(columns)]);
  let page = await readPage(undefined);
  while (page.length > 0) {
    yield csvLinesOf(page.map((entry) => Object.values(columns).map((cellOf) => cellOf(entry))));
    page = await readPage(page.at(-1));
  }
}
