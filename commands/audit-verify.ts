import { parseArgs } from 'node:util';
import type { AuditPeriod, AuditVerdict } from '../db/verification/verify-audit.ts';
import { verifyAudit } from '../db/verification/verify-audit.ts';
import type { LedgerVerdict } from '../db/verification/verify-ledgers.ts';
import { verifyLedgers } from '../db/verification/verify-ledgers.ts';
import { connectDatabase } from '../db/database.ts';
import type { BrokenRow } from '../domain/audit/chain-faults.ts';
import { chainFaultSentences } from '../domain/audit/chain-faults.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import { isPlainDate } from '../domain/time/plain-date.ts';
import { ownerUrl } from './owner-url.ts';
import { readAnchorsFile } from './read-anchors-file.ts';
import { runCommand } from './run-command.ts';

const usage = `用法：npm run -s audit:verify -- [--from 日期] [--to 日期] [--anchors 文件] [--only audit|ledgers] [--json]
逐条重算审计记录和办理记录的校验链，有一处不符则退出码为1；--anchors 为 GET /v1/audit/anchors 留存的文件。`;

interface Arguments {
  readonly period: AuditPeriod;
  readonly anchorsFile: string | undefined;
  readonly only: 'audit' | 'ledgers' | 'both';
  readonly output: 'people' | 'json';
}

function readArguments(): Arguments {
  try {
    const text = { type: 'string' } as const;
    const json = { type: 'boolean', default: false } as const;
    const { values } = parseArgs({ options: { from: text, to: text, anchors: text, only: text, json } });
    const only = (['audit', 'ledgers', 'both'] as const).find((name) => name === (values.only ?? 'both'));
    const days = [values.from, values.to].filter((day) => day !== undefined);
    if (only !== undefined && days.every(isPlainDate)) {
      const period = { from: values.from as PlainDate | undefined, to: values.to as PlainDate | undefined };
      return { period, anchorsFile: values.anchors, only, output: values.json ? 'json' : 'people' };
    }
  } catch {
    // Whatever is wrong with the arguments, the usage says what is right.
  }
  throw new Error(usage);
}

/** Verifies the chains as they are at one moment, whoever goes on writing. */
await runCommand(async () => {
  const { period, anchorsFile, only, output } = readArguments();
  const anchors = anchorsFile === undefined ? [] : await readAnchorsFile(anchorsFile);
  const owner = connectDatabase({ url: ownerUrl(), role: 'owner', maxConnections: 1 });
  try {
    const verdict = await owner.client.begin('isolation level repeatable read read only', async (sql) => ({
      audit: only === 'ledgers' ? null : await verifyAudit(sql, period, anchors),
      ledgers: only === 'audit' ? null : await verifyLedgers(sql),
    }));
    tell(output, verdict);
  } finally {
    await owner.close();
  }
});

interface Verdict {
  readonly audit: AuditVerdict | null;
  readonly ledgers: LedgerVerdict | null;
}

function tell(output: Arguments['output'], { audit, ledgers }: Verdict): void {
  if (audit !== null) {
    const { days, rows, anchors, removedUntil, broken } = audit;
    if (removedUntil !== null) {
      console.log(`审计记录：${removedUntil}及以前的已按保存期限移除，从其后的第一条起核对。`);
    }
    console.log(`审计记录：核对了${days}天、${rows}条，锚点${anchors}个。${endOf(broken, '')}`);
  }
  if (ledgers !== null) {
    const { cases, events, broken } = ledgers;
    console.log(`办理记录：核对了${cases}件、${events}条。${endOf(broken, '申请件')}`);
  }
  const isWhole = (audit?.broken ?? null) === null && (ledgers?.broken ?? null) === null;
  if (output === 'json')
    console.log(JSON.stringify({ outcome: isWhole ? 'whole' : 'broken', audit, ledgers }));
  if (!isWhole) process.exitCode = 1;
}

function endOf(broken: BrokenRow | null, of: string): string {
  if (broken === null) return '全部衔接。';
  return `第一处不符：${of}${broken.chain} 第${broken.seq}条，${chainFaultSentences[broken.fault]}`;
}
