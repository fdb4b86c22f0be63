import type { PlainDate } from '../time/plain-date.ts';
import { daysBetween } from '../time/plain-date.ts';
import type { Unit } from '../units/unit.ts';
import { getUnit } from '../units/unit-tree.ts';
import type { Seat } from './chain.ts';
import { nextUp } from './chain.ts';
import { reviewDirectory } from './freshness.ts';
import { administratorsFor, keeperOf } from './keepers.ts';
import { postRules } from './post.ts';
import type { Directory, Recipient } from './recipients.ts';
import { gapReasonTitles, resolveOn } from './recipients.ts';

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
  const { tree, freshnessOf } = directory;
  const { reminders, blocked, gaps, contacts } = reviewDirectory(directory, units, day);
  const titleOf = ({ unitCode, post }: Seat) => `${getUnit(tree, unitCode).name}“${postRules[post].title}”`;

  const ask = (subject: string, seats: readonly Seat[], text: string) =>
    whoIsThere(directory, seats, day).map((recipient, index) => ({
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
        `${titleOf(person)}的目录信息已${days}天未确认，请核对并确认；满${freshnessOf(person.unitCode).blockedAfterDays}天将停用，届时通知改送上一级。`,
      );
    }),
    ...contacts.flatMap(({ contacts: { unitCode, lastConfirmedOn }, freshness }) => {
      const { name } = getUnit(tree, unitCode);
      const days = daysBetween(lastConfirmedOn, day);
      return freshness === 'reminder_due'
        ? ask(
            `contacts/reminder/${unitCode}/${lastConfirmedOn}`,
            [keeperOf(getUnit(tree, unitCode))],
            `${name}的值班电话和传真号码已${days}天未确认，请核对并确认；满${freshnessOf(unitCode).blockedAfterDays}天将停用，届时不再向其发送传真。`,
          )
        : ask(
            `contacts/blocked/${unitCode}/${lastConfirmedOn}`,
            keepersOf(directory, { unitCode, post: 'liaison_officer' }),
            `${name}的值班电话和传真号码长期未确认，已停用，传真改送在岗人员登记的号码或改用人工送达；请核对并确认。`,
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
      .filter(({ reason }) => ['nobody_named', 'not_valid', 'unreachable'].includes(reason))
      .flatMap((gap) =>
        ask(
          `gap/${gap.unitCode}/${gap.post}/${day.slice(0, 7)}`,
          keepersOf(directory, gap),
          gap.reason === 'unreachable'
            ? `${titleOf(gap)}${gapReasonTitles[gap.reason]}，通知同时送上一级；请在目录中补录，或由系统管理员启用相应渠道。`
            : `${titleOf(gap)}${gapReasonTitles[gap.reason]}，通知改送上一级；请在目录中指定人员。`,
        ),
      ),
  ];
}

/** Who can mend what is wrong with a post: whoever keeps the unit's entries, unless it is his own, and the one above. */
function keepersOf({ tree }: Directory, { unitCode, post }: Seat): Seat[] {
  const keeper = keeperOf(getUnit(tree, unitCode));
  const above = nextUp(tree, keeper);
  const seats = [...(keeper.post === post ? [] : [keeper]), ...(above === undefined ? [] : [above])];
  return seats.length > 0 ? seats : [administratorsFor(tree, keeper)];
}

/**
 * Those of the keepers, or above them, who are there: an empty post cannot mend itself. Where nobody is up to the
 * province its system administrators are asked.
 */
function whoIsThere(directory: Directory, seats: readonly Seat[], day: PlainDate): readonly Recipient[] {
  const told = resolveOn(directory, seats, day).told.filter(
    ({ personId, post }) => personId !== null || postRules[post].naming === 'inbox_serves',
  );
  const [seat] = seats;
  if (told.length > 0 || seat === undefined) return told;
  return resolveOn(directory, [administratorsFor(directory.tree, seat)], day).told;
}
