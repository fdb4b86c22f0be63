import type { PersonalChannel } from '../notices/channel.ts';
import type { PlainDate } from '../time/plain-date.ts';
import type { UnitCode } from '../units/unit.ts';
import type { UnitTree } from '../units/unit-tree.ts';
import { getUnit, unitOfLevel } from '../units/unit-tree.ts';
import type { Seat } from './chain.ts';
import { isSupervisorPost, nextUp } from './chain.ts';
import type { DirectoryPerson, PersonId } from './person.ts';
import type { Post } from './post.ts';
import { liaisonPosts, postRules } from './post.ts';
import { isReachable } from './reachability.ts';
import type { StationContacts } from './station-contacts.ts';
import { isClosedOn } from './station-contacts.ts';
import type { FreshnessPolicy, Unavailability } from './standing.ts';
import { standingOn } from './standing.ts';
import { workplaceOf } from './workplace.ts';

/** Somebody who is told, or with `personId` null the inbox of a post. */
export interface Recipient {
  readonly unitCode: UnitCode;
  readonly post: Post;
  readonly personId: PersonId | null;
}

/** Most telling first: somebody on leave comes back, an unconfirmed entry may be right, an ended one is nobody. */
export const gapReasons = [
  'on_leave',
  'unconfirmed',
  'not_valid',
  'nobody_named',
  'office_closed',
  'unreachable',
] as const satisfies readonly (Unavailability | 'nobody_named' | 'office_closed' | 'unreachable')[];

export type GapReason = (typeof gapReasons)[number];

export const gapReasonTitles = {
  on_leave: '请假、外出',
  unconfirmed: '长期未确认，已停用',
  not_valid: '任期已满或未到',
  nobody_named: '未指定人员',
  office_closed: '暂停办公',
  unreachable: '没有可用的电子邮箱或手机号码',
} as const satisfies Record<GapReason, string>;

/** A post that should have been told and where nobody could be, or where it stands in an inbox only. */
export interface Gap {
  readonly unitCode: UnitCode;
  readonly post: Post;
  readonly reason: GapReason;
}

export interface Resolution {
  readonly told: Recipient[];
  readonly gaps: Gap[];
}

/** The directory as the rules need it. */
export interface Directory {
  readonly tree: UnitTree;
  readonly personsOf: (unitCode: UnitCode) => readonly DirectoryPerson[];
  readonly contactsOf: (unitCode: UnitCode) => StationContacts | undefined;
  /** Of the unit's province. */
  readonly freshnessOf: (unitCode: UnitCode) => FreshnessPolicy;
  /** Which of the channels that lead to a person take escalations. */
  readonly escalationChannels: ReadonlySet<PersonalChannel>;
}

/**
 * Who is told on a day when some posts should be (§6). Everybody available in a post is; where nobody is, that is a gap and the
 * next one up is told at once, on and on to the province. Every post on the way that was empty is a gap of its own, and
 * nobody is told twice. A deputy who is missing while his liaison officer is told needs no stand-in. A supervisor to
 * whom no open channel leads is told, and is a gap all the same: he is not at his inbox all day. So is the
 * inbox of a counter whose named officers are all away: it may be that nobody reads it.
 *
 * A station that has neither 专管员 nor 副专管员 is told as such, by its inbox, which its duty telephone stands for, and so is
 * the 专管员 of its county (S36): the next one up supervises, and somebody has to verify.
 *
 * Where the whole chain is empty the inbox of the wanted post is told: better a notice that somebody may find than none.
 * @throws {RangeError} when a unit is not in the tree.
 */
export function resolveOn(directory: Directory, wanted: readonly Seat[], day: PlainDate): Resolution {
  const { tree } = directory;
  const seats = uniqueBy(
    wanted.map((seat) => workplaceOf(directory, seat, day)),
    seatKeyOf,
  );
  const staffed = (seat: Seat) => staffingOf(directory, seat, day);
  const direct = seats.map((seat) => ({ seat, ...staffed(seat) }));
  const told = direct.flatMap((answer) => answer.told);
  const gaps = direct.flatMap(({ gap }) => gap ?? []);

  for (const { seat, gap, told: there } of direct) {
    if (gap === null || isCovered(seat, told)) continue;
    const { found, passed } = staffedAbove(tree, seat, staffed);
    told.push(...(there.length + found.length > 0 ? found : [{ ...seat, personId: null }]));
    gaps.push(...passed);
    if (isWithoutLiaison(tree, seat, staffed)) told.push(...standInsFor(tree, seat, staffed));
  }
  return { told: uniqueBy(told, toldKeyOf), gaps: uniqueBy(gaps, seatKeyOf) };
}

interface Staffing {
  readonly told: readonly Recipient[];
  readonly gap: Gap | null;
}

function staffingOf(
  { personsOf, contactsOf, freshnessOf, escalationChannels }: Directory,
  { unitCode, post }: Seat,
  day: PlainDate,
): Staffing {
  if (isClosedOn(contactsOf(unitCode), day)) {
    return { told: [], gap: { unitCode, post, reason: 'office_closed' } };
  }
  const standings = personsOf(unitCode)
    .filter((person) => person.post === post)
    .map((person) => ({ person, standing: standingOn(person, day, freshnessOf(unitCode)) }));
  const there = standings.flatMap(({ person, standing }) => (standing === 'available' ? [person] : []));
  if (there.length > 0) {
    const told = there.map(({ id }) => ({ unitCode, post, personId: id }));
    const isReached =
      !isSupervisorPost(post) || there.some((person) => isReachable(person, escalationChannels));
    return { told, gap: isReached ? null : { unitCode, post, reason: 'unreachable' } };
  }
  const reason =
    gapReasons.find((candidate) => standings.some(({ standing }) => standing === candidate)) ??
    'nobody_named';
  if (postRules[post].naming === 'person_required') return { told: [], gap: { unitCode, post, reason } };
  // Whose term is over is named no longer.
  const isNamed = reason !== 'nobody_named' && reason !== 'not_valid';
  return {
    told: [{ unitCode, post, personId: null }],
    gap: isNamed ? { unitCode, post, reason } : null,
  };
}

/** Those who are told instead of a post: going up until there is no gap, and everybody on the way. */
function staffedAbove(tree: UnitTree, from: Seat, staffed: (seat: Seat) => Staffing) {
  const found: Recipient[] = [];
  const passed: Gap[] = [];
  for (let seat = nextUp(tree, from); seat !== undefined; seat = nextUp(tree, seat)) {
    const { told, gap } = staffed(seat);
    found.push(...told);
    if (gap === null) break;
    passed.push(gap);
  }
  return { found, passed };
}

function isWithoutLiaison(
  tree: UnitTree,
  { unitCode, post }: Seat,
  staffed: (seat: Seat) => Staffing,
): boolean {
  if (getUnit(tree, unitCode).level !== 'station' || !liaisonPosts.includes(post)) return false;
  const posts = liaisonPosts.map((each) => staffed({ unitCode, post: each }));
  // Nobody answers the telephone of an office that is shut.
  return posts.every(({ told, gap }) => told.length === 0 && gap?.reason !== 'office_closed');
}

function standInsFor(tree: UnitTree, { unitCode }: Seat, staffed: (seat: Seat) => Staffing): Recipient[] {
  const { code } = unitOfLevel(tree, unitCode, 'county');
  return [
    { unitCode, post: 'liaison_officer', personId: null },
    ...staffed({ unitCode: code, post: 'liaison_officer' }).told,
  ];
}

function isCovered({ unitCode, post }: Seat, told: readonly Recipient[]): boolean {
  return (
    post === 'deputy_liaison_officer' &&
    told.some((recipient) => recipient.unitCode === unitCode && recipient.post === 'liaison_officer')
  );
}

function seatKeyOf({ unitCode, post }: Seat): string {
  return `${unitCode} ${post}`;
}

/** Two posts may share an inbox, which is told once. */
function toldKeyOf({ unitCode, post, personId }: Recipient): string {
  return personId ?? `${unitCode} ${postRules[post].inbox}`;
}

function uniqueBy<Value>(values: readonly Value[], keyOf: (value: Value) => string): Value[] {
  const byKey = new Map<string, Value>();
  for (const value of values) if (!byKey.has(keyOf(value))) byKey.set(keyOf(value), value);
  return [...byKey.values()];
}
