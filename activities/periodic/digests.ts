import { reviewDirectory } from '../../domain/directory/freshness.ts';
import { postRules, supervisorPostOf } from '../../domain/directory/post.ts';
import { stationOn } from '../../domain/directory/station-contacts.ts';
import { stationAtWork } from '../../domain/directory/workplace.ts';
import type { PersonalChannel } from '../../domain/notices/channel.ts';
import type { DigestFigures, DigestTask } from '../../domain/notices/digest.ts';
import { addMornings, digestTasks, digestText, quietMorning } from '../../domain/notices/digest.ts';
import type { Instant } from '../../domain/time/instant.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { addDays, instantAt, localDateOf, parseTimeOfDay } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { UnitTree } from '../../domain/units/unit-tree.ts';
import { pathOf } from '../../domain/units/unit-tree.ts';
import type { Database } from '../../db/database.ts';
import { readDirectoryPart, readWorkplaces } from '../../db/directory-part.ts';
import type { FilingFigures } from '../../db/repositories/digests.ts';
import {
  readFilingFigures,
  readOpenComplaints,
  readStationTasks,
  readUnansweredEscalations,
} from '../../db/repositories/digests.ts';
import type { NewNotice } from '../../db/repositories/notices.ts';
import { addNotices } from '../../db/repositories/notices.ts';
import type { UnitDirectory } from '../../db/unit-directory.ts';
import type { Clock } from '../../platform/clock.ts';
import type { Logger } from '../../platform/logger.ts';
import { withClassifiedFailures } from '../failures.ts';

export interface DigestDeps {
  readonly database: Database;
  readonly units: UnitDirectory;
  readonly escalationChannels: ReadonlySet<PersonalChannel>;
  readonly clock: Clock;
  readonly log: Logger;
}

const midnight = parseTimeOfDay('00:00');

/** What each supervisor and station reads in the morning; a day's is written once, however often it is tried. */
export function createDigestActivities({ database, units, escalationChannels, clock, log }: DigestDeps) {
  const send = withClassifiedFailures(log, async (): Promise<number> => {
    const now = clock.now();
    const today = localDateOf(now);
    const tree = await units.tree();
    const mornings = await readMornings(tree, now);
    const notices = [...tree.values()].flatMap((unit): NewNotice[] => {
      if (unit.level === 'station') return [];
      const text = digestText(mornings.get(unit.code) ?? quietMorning);
      if (text === undefined) return [];
      return [
        {
          dedupeKey: `digest/${today}/${unit.code}`,
          unitCode: unit.code,
          role: postRules[supervisorPostOf[unit.level]].inbox,
          kind: 'digest',
          urgency: 'normal',
          text,
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
    const workplaces = await readWorkplaces(database, await units.tree());
    // A filing that waits for a station waits where its work is done.
    const figures = sumByUnit(await readFilingFigures(database), ({ unitCode }) =>
      stationAtWork(workplaces, unitCode, today),
    );
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

  /** What there is to tell of each unit, its own and what stands below it. */
  async function readMornings(tree: UnitTree, now: Instant): Promise<Map<UnitCode, DigestFigures>> {
    const today = localDateOf(now);
    const { contactsOf } = await readWorkplaces(database, tree);
    const mornings = new Map<UnitCode, DigestFigures>();
    const add = (unitCode: UnitCode, figures: DigestFigures) => {
      for (const { code } of pathOf(tree, unitCode)) {
        mornings.set(code, addMornings(mornings.get(code) ?? quietMorning, figures));
      }
    };
    const endOfDay = instantAt(addDays(today, 1), midnight);
    // Whoever stands above the successor of a merged station supervises its cases.
    const addAt = (station: UnitCode, figures: DigestFigures) => {
      add(stationOn(station, today, contactsOf), figures);
    };
    for (const task of Object.keys(digestTasks) as DigestTask[]) {
      const { clocks } = digestTasks[task];
      for (const { station, ...counts } of await readStationTasks(database, { clocks, now, endOfDay })) {
        addAt(station, { ...quietMorning, tasks: { ...quietMorning.tasks, [task]: counts } });
      }
    }
    for (const { station, count } of await readUnansweredEscalations(database)) {
      addAt(station, { ...quietMorning, unansweredEscalations: count });
    }
    for (const { unitCode, count } of await readOpenComplaints(database)) {
      add(unitCode, { ...quietMorning, openComplaints: count });
    }
    for (const unitCode of await directoryGaps(tree, today)) {
      add(unitCode, { ...quietMorning, directoryGaps: 1 });
    }
    return mornings;
  }

  /** The units at which a post that they cannot do without is empty. */
  async function directoryGaps(tree: UnitTree, today: PlainDate): Promise<UnitCode[]> {
    const provinces = [...tree.values()].filter(({ level }) => level === 'province');
    const gaps: UnitCode[] = [];
    for (const { code } of provinces) {
      const part = await readDirectoryPart(database, tree, code, today);
      const review = reviewDirectory({ ...part.directory, escalationChannels }, part.units, today);
      gaps.push(...review.gaps.map(({ unitCode }) => unitCode));
    }
    return gaps;
  }

  return {
    /** What his own units have to do, owe a reply or an answer to, or lack in the directory, for each supervisor; answers how many units were told. */
    sendDigests: (): Promise<number> => send(undefined),
    /** Filings that wait, on either side; answers how many notices were written. */
    reconcileFilings: (): Promise<number> => reconcile(undefined),
  };
}

function sumByUnit(
  figures: readonly FilingFigures[],
  unitOf: (figures: FilingFigures) => UnitCode,
): FilingFigures[] {
  const sums = new Map<UnitCode, FilingFigures>();
  for (const each of figures) {
    const unitCode = unitOf(each);
    const { due, unacknowledged, awaited } = sums.get(unitCode) ?? { due: 0, unacknowledged: 0, awaited: 0 };
    sums.set(unitCode, {
      unitCode,
      due: due + each.due,
      unacknowledged: unacknowledged + each.unacknowledged,
      awaited: awaited + each.awaited,
    });
  }
  return [...sums.values()];
}
