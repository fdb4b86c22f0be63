import type { PlainDate } from '../time/plain-date.ts';
import { daysBetween } from '../time/plain-date.ts';
import type { Unit } from '../units/unit.ts';
import { getUnit } from '../units/unit-tree.ts';
import type { Seat } from './chain.ts';
import { nextUp } from './chain.ts';
import { reviewDirectory } from './freshness.ts';
import { postRules, supervisorPostOf } from './post.ts';
import type { Directory, Recipient } from './recipients.ts';
import { gapReasonTitles, resolveOn } from './recipients.ts';
import { defaultFreshnessPolicy } from './standing.ts';

/** Something in the directory that somebody is asked to mend. Without personal data: it goes over every channel. */
export interface Upkeep {
  /** The same thing is asked once, however often it is looked at: until it is confirmed, and an empty post monthly. */
  readonly key: string;
  readonly recipient: Recipient;
  readonly text: string;
}

/**
 * What whoever keeps the directory is asked for on a day [四(二)]: to confirm an entry, by its own unit; to mend one that
 * is believed no longer and to fill an empty post, also by the unit above. Nobody is asked about leave, which passes.
 */
export function upkeepOn(directory: Directory, units: readonly Unit[], day: PlainDate): Upkeep[] {
  const { tree, policy = defaultFreshnessPolicy } = directory;
  const { reminders, blocked, gaps } = reviewDirectory(directory, units, day);
  const titleOf = ({ unitCode, post }: Seat) => `${getUnit(tree, unitCode).name}“${postRules[post].title}”`;

  const ask = (subject: string, seats: readonly Seat[], text: string) =>
    resolveOn(directory, seats, day).told.map((recipient, index) => ({
      key: `directory/${subject}/${index}`,
      recipient,
      text,
    }));
  return [
    ...reminders.flatMap((person) => {
      const days = daysBetween(person.lastConfirmedOn, day);
      return ask(
        `reminder/${person.id}/${person.lastConfirmedOn}`,
        [keeperOf(getUnit(tree, person.unitCode))],
        `${titleOf(person)}的目录信息已${days}天未确认，请核对并确认；满${policy.blockedAfterDays}天将停用，届时通知改送上一级。`,
      );
    }),
    ...blocked.flatMap(({ person }) =>
      ask(
        `blocked/${person.id}/${person.lastConfirmedOn}`,
        keepersOf(directory, person),
        `${titleOf(person)}的目录信息长期未确认，已停用，通知改送上一级；请核对并确认。`,
      ),
    ),
    ...gaps
      .filter(({ reason }) => reason === 'nobody_named' || reason === 'not_valid')
      .flatMap((gap) =>
        ask(
          `gap/${gap.unitCode}/${gap.post}/${day.slice(0, 7)}`,
          keepersOf(directory, gap),
          `${titleOf(gap)}${gapReasonTitles[gap.reason]}，通知改送上一级；请在目录中指定人员。`,
        ),
      ),
  ];
}

/** Who keeps the entries of a unit. */
function keeperOf({ code, level }: Unit): Seat {
  return { unitCode: code, post: level === 'station' ? 'station_leader' : supervisorPostOf[level] };
}

/** Whoever keeps a unit's entries, and whoever supervises him. */
function keepersOf({ tree }: Directory, { unitCode }: Seat): Seat[] {
  const keeper = keeperOf(getUnit(tree, unitCode));
  const above = nextUp(tree, keeper);
  return above === undefined ? [keeper] : [keeper, above];
}
