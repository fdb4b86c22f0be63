import { parseArgs } from 'node:util';
import type { DayRemoval } from '../db/audit-retention.ts';
import { removeOldestDay } from '../db/audit-retention.ts';
import { connectDatabase } from '../db/database.ts';
import { chainFaultSentences } from '../domain/audit/chain-faults.ts';
import { addDays, localDateOf } from '../domain/time/plain-date.ts';
import { systemClock } from '../platform/clock.ts';
import { loadConfig } from '../platform/config.ts';
import { ownerUrl } from './owner-url.ts';
import { readAnchorsFile } from './read-anchors-file.ts';
import { runCommand } from './run-command.ts';

const usage = `用法：npm run -s audit:prune -- --anchors 文件
移除超过保存期限（TONGBAN_AUDIT_RETENTION_DAYS）的审计记录，整日移除，从最早的一日起；文件为 GET /v1/audit/anchors 留存的锚点。`;

/** Removes the days of the audit that were kept long enough and whose anchors were kept elsewhere. */
await runCommand(async () => {
  const { auditDays } = loadConfig().retention;
  if (auditDays === undefined) {
    throw new Error('请先设置 TONGBAN_AUDIT_RETENTION_DAYS：审计记录的保存天数；不设置则长期保存。');
  }
  const anchors = await readAnchorsFile(readArguments());
  const before = addDays(localDateOf(systemClock.now()), -auditDays);
  const owner = connectDatabase({ url: ownerUrl(), role: 'owner', maxConnections: 1 });
  try {
    let removal = await removeOldestDay(owner, { before, anchors });
    for (; removal.outcome === 'removed'; removal = await removeOldestDay(owner, { before, anchors })) {
      console.log(`已移除${removal.day}的审计记录${String(removal.rows)}条。`);
    }
    tellEnd(removal);
  } finally {
    await owner.close();
  }
});

function readArguments(): string {
  const { values } = parseArgs({ options: { anchors: { type: 'string' } } });
  if (values.anchors === undefined) throw new Error(usage);
  return values.anchors;
}

function tellEnd(end: Exclude<DayRemoval, { outcome: 'removed' }>): void {
  switch (end.outcome) {
    case 'none_due':
      console.log('没有超过保存期限的审计记录了。');
      return;
    case 'held':
      console.log(`${end.day}的审计记录涉及保全的申请件或不予受理记录，该日及其后的均未移除。`);
      return;
    case 'no_anchor':
      console.log(`${end.day}没有留存的全日锚点，该日及其后的均未移除：请先取得锚点并留存在别处。`);
      break;
    case 'broken': {
      const { chain, seq, fault } = end.broken;
      console.log(`核对不符，未移除：${chain} 第${String(seq)}条，${chainFaultSentences[fault]}`);
    }
  }
  process.exitCode = 1;
}
