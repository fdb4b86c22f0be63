import { openStage } from '../../commands/simulation/stage.ts';
import { defaultShares } from '../../commands/simulation/plan.ts';
import { simulate } from '../../commands/simulation/simulate.ts';
import { sampleSubmission } from '../../commands/sample-submission.ts';
import type { Database } from '../../db/database.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { daysBetween, localDateOf } from '../../domain/time/plain-date.ts';
import { loadConfig } from '../../platform/config.ts';
import type { TrueCase } from './read-case.ts';
import { readTrueCase } from './read-case.ts';

const snapshotEveryDays = 3;
const simulated = { cases: 36, days: 8, shares: defaultShares, seed: 7, speed: 'max' } as const;

/**
 * Cases as the whole product wrote them, played by `npm run simulate`'s people on a clock that runs ahead: the closed
 * ones of its end, and the open ones of every third day on the way.
 */
export async function playTrueCases(tell: (line: string) => void): Promise<TrueCase[]> {
  const stage = await openStage(loadConfig(), () => undefined);
  try {
    const { papers } = await sampleSubmission();
    const found: TrueCase[] = [];
    let lookedOn = localDateOf(stage.clock.now());
    const lookAt = async (which: 'open' | 'closed', asOf: PlainDate) => {
      found.push(...(await readCases(stage.database, which, asOf)));
      lookedOn = asOf;
    };
    const watched: typeof stage = {
      ...stage,
      caller: async (person) => {
        const client = await stage.caller(person);
        return { ...client, submit: (application) => client.submit(application, papers) };
      },
      dispatchNotices: async () => {
        await stage.dispatchNotices();
        const today = localDateOf(stage.clock.now());
        if (daysBetween(lookedOn, today) < snapshotEveryDays) return;
        await stage.finishDeliveries();
        await lookAt('open', today);
      },
    };
    await simulate(watched, simulated, () => undefined);
    await lookAt('closed', localDateOf(stage.clock.now()));
    const closed = found.filter(({ status }) => status === 'closed').length;
    tell(`演练得到${closed}件已办结和${found.length - closed}件未办结的真实申请件`);
    return found;
  } finally {
    await stage.close();
  }
}

async function readCases(database: Database, which: 'open' | 'closed', asOf: PlainDate): Promise<TrueCase[]> {
  const rows = await database.client<{ caseNo: CaseNo }[]>`
    select case_no as "caseNo" from cases where (status = 'closed') = ${which === 'closed'} order by case_no`;
  const cases: TrueCase[] = [];
  for (const { caseNo } of rows) cases.push(await readTrueCase(database, caseNo, { status: which, asOf }));
  return cases;
}
