import type { Finding, FindingKind } from '../../domain/recovery/judge-case.ts';
import { findingTitles } from '../../domain/recovery/judge-case.ts';
import type { CaseReport, Report } from './reconcile.ts';
import { countLeft } from './reconcile.ts';

const outcomeTitles = {
  mended: '已处理',
  to_be_mended: '待处理',
  left_for_people: '须人工处理',
} as const satisfies Record<CaseReport['outcome'], string>;

/** The report for people: every case by its number, then what was lost beside it, then what is left. */
export function printReport(report: Report): void {
  const { mode, since, compared, cases, sequences, words, certificates } = report;
  console.log(
    `${mode === 'dry_run' ? '仅查看，未作任何改动' : '已执行'}：核对了${since}以来的${compared}件。`,
  );
  for (const [kind, found] of Object.entries(Object.groupBy(cases, ({ finding }) => finding.kind))) {
    console.log(`${findingTitles[kind as FindingKind]}：${found.length}件`);
    for (const { caseNo, finding, outcome } of found) {
      console.log(`  ${caseNo}  ${outcomeTitles[outcome]}${detailOf(finding)}`);
    }
  }
  if (sequences.behind.length > 0) {
    console.log(`编号${mode === 'dry_run' ? '须' : '已'}推进，以免重号：${sequences.behind.length}处`);
    for (const { unit, date, last } of sequences.behind) console.log(`  ${unit}  ${date}  至${last}`);
  }
  if (sequences.skipped > 0) console.log(`今日编号已跳号：${sequences.skipped}个派出所`);
  if (words.length > 0) {
    console.log(`内容已失、须由经办人重新录入：${words.length}项`);
    for (const { caseNo, seq, what, occurredAt, unitCode, officerId } of words) {
      console.log(`  ${caseNo}  第${seq}条  ${occurredAt}  ${unitCode} ${officerId}  ${what}`);
    }
  }
  if (certificates.length > 0) {
    console.log(`证明文件及查验码已失、须收回作废后重新出具：${certificates.length}份`);
    for (const { caseNo, certificateNo, occurredAt } of certificates) {
      console.log(`  ${caseNo}  证明${certificateNo}  ${occurredAt}`);
    }
  }
  const left = countLeft(report);
  if (left === 0) console.log('两处一致，没有遗留事项。');
  else
    console.log(mode === 'dry_run' ? `共${left}项；加 --apply 执行。` : `尚有${left}项，须按上列逐项处理。`);
}

function detailOf(finding: Finding): string {
  switch (finding.kind) {
    case 'workflow_behind':
    case 'application_lost':
      return `，${finding.entries}条`;
    case 'ledger_behind':
      return `，${finding.lost.length}条`;
    case 'diverged':
      return `，自第${finding.seq}条起`;
    case 'no_workflow':
    case 'history_unreadable':
      return '';
  }
}
