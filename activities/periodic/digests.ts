import { reviewDirectory } from '../../domain/directory/freshness.ts';
import { supervisorPostOf } from '../../domain/directory/post.ts';
import { postRules } from '../../domain/directory/post.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { addDays, instantAt, localDateOf, parseTimeOfDay } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { UnitTree } from '../../domain/units/unit-tree.ts';
import { isWithin } from '../../domain/units/unit-tree.ts';
import type { Database } from '../../db/database.ts';
import { readDirectoryPart } from '../../db/directory-part.ts';
import { readFilingFigures, readUnitFigures } from '../../db/repositories/digests.ts';
import type { NewNotice } from '../../db/repositories/notices.ts';
import { addNotices } from '../../db/repositories/notices.ts';
import type { UnitDirectory } from '../../db/unit-directory.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import { withClassifiedFailures } from '../failures.ts';

export interface DigestDeps {
  readonly database: Database;
  readonly units: UnitDirectory;
  readonly clock: Clock;
  readonly log: Logger;
}

const midnight = parseTimeOfDay('00:00');

/** What each supervisor and station reads in the morning; a day's is written once, however often it is tried. */
export function createDigestActivities({ database, units, clock, log }: DigestDeps) {
  const send = withClassifiedFailures(log, async (): Promise<number> => {
    const now = clock.now();
    const today = localDateOf(now);
    const tree = await units.tree();
    const figures = await readUnitFigures(database, {
      now,
      endOfDay: instantAt(addDays(today, 1), midnight),
    });
    const gaps = await directoryGaps(tree, today);
    const notices = [...tree.values()].flatMap((unit): NewNotice[] => {
      if (unit.level === 'station') return [];
      const {
        dueToday = 0,
        overdue = 0,
        otherOverdue = 0,
        unansweredEscalations = 0,
      } = figures.find(({ unitCode }) => unitCode === unit.code) ?? {};
      const gapCount = gaps.filter((unitCode) => isWithin(tree, unitCode, unit.code)).length;
      if (dueToday + overdue + otherOverdue + unansweredEscalations + gapCount === 0) return [];
      return [
        {
          dedupeKey: `digest/${today}/${unit.code}`,
          unitCode: unit.code,
          role: postRules[supervisorPostOf[unit.level]].inbox,
          kind: 'digest',
          urgency: 'normal',
          text: `今日到期${dueToday}件，已逾期${overdue}件，其他环节逾期${otherOverdue}件，督办未回告${unansweredEscalations}件，通讯录缺口${gapCount}处。`,
          createdAt: now,
        },
      ];
    });
    await addNotices(database, notices);
    return notices.length;
  });

  const reconcile = withClassifiedFailures(log, async (): Promise<number> => {
    const now = clock.now();
    const today = localDateOf(now);
    const figures = await readFilingFigures(database);
    const notices = figures.flatMap(({ unitCode, due, unacknowledged, awaited }): NewNotice[] =>
      [
        {
          role: 'window_officer' as const,
          count: due + awaited,
          text: `附件2备案核对：待发备案函${due}件，已发尚未获确认${awaited}件。`,
        },
        {
          role: 'liaison_officer' as const,
          count: unacknowledged,
          text: `附件2备案核对：收到备案函${unacknowledged}件尚未确认，请核对后确认。`,
        },
      ]
        .filter(({ count }) => count > 0)
        .map(({ role, text }) => ({
          dedupeKey: `filings/${today}/${unitCode}/${role}`,
          unitCode,
          role,
          kind: 'digest',
          urgency: 'normal',
          text,
          createdAt: now,
        })),
    );
    await addNotices(database, notices);
    return notices.length;
  });

  /** The units at which a post that they cannot do without is empty. */
  async function directoryGaps(tree: UnitTree, today: PlainDate): Promise<UnitCode[]> {
    const provinces = [...tree.values()].filter(({ level }) => level === 'province');
    const gaps: UnitCode[] = [];
    for (const { code } of provinces) {
      const part = await readDirectoryPart(database, tree, code, today);
      gaps.push(...reviewDirectory(part.directory, part.units, today).gaps.map(({ unitCode }) => unitCode));
    }
    return gaps;
  }

  return {
    /** Due today, overdue, unanswered escalations, gaps in the directory; answers how many units were told. */
    sendDigests: (): Promise<number> => send(undefined),
    /** Filings that wait, on either side; answers how many notices were written. */
    reconcileFilings: (): Promise<number> => reconcile(undefined),
  };
}
