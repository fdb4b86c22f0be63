import type { CaseNo } from '../domain/certificate/numbers.ts';
import type { CommandId } from '../domain/case/command-id.ts';

/** Where a case is read. */
export function caseAddress(caseNo: CaseNo): string {
  return `/v1/cases/${caseNo}`;
}

/** What a caller is told whose act is kept and will be carried out as soon as a worker is there. */
export function acceptedLater(caseNo: CaseNo, commandId?: CommandId) {
  const detail = '已收到并保存，系统恢复后自动办理，无需重复提交。';
  return { caseNo, detail, ...(commandId === undefined ? {} : { commandId }) };
}
