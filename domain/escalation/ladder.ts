import type { Deadline } from '../calendar/deadline.ts';
import { nthWorkingDay } from '../calendar/deadline.ts';
import type { OfficeHours } from '../calendar/office-hours.ts';
import type { Instant } from '../time/instant.ts';
import { instantAt } from '../time/plain-date.ts';
import type { Role } from '../roles.ts';

/** 蓝、黄、红: how grave a rung is. */
export type Colour = 'blue' | 'yellow' | 'red';

export const colourTitles = { blue: '蓝色', yellow: '黄色', red: '红色' } as const satisfies Record<
  Colour,
  string
>;

export const rungIds = ['R2', 'R3', 'R4'] as const;

export type RungId = (typeof rungIds)[number];

/** The unit, seen from the case, whose people a rung tells. */
export type RungUnit = 'home_station' | 'home_county' | 'accepting_station';

export interface RungRecipient {
  readonly unit: RungUnit;
  readonly role: Role;
}

interface RungRule {
  readonly colour: Colour;
  readonly when: { readonly at: 'start_of_working_day'; readonly day: number } | { readonly at: 'due' };
  readonly to: readonly RungRecipient[];
  readonly title: string;
}

/** The ladder of the 5-working-day clock as far as it is built: default of `domain.md` §6 [policy]. */
export const verificationLadder = {
  R2: {
    colour: 'blue',
    when: { at: 'start_of_working_day', day: 4 },
    to: [{ unit: 'home_station', role: 'liaison_officer' }],
    title: '查证期限临近（第4个工作日）',
  },
  R3: {
    colour: 'yellow',
    when: { at: 'start_of_working_day', day: 5 },
    to: [
      { unit: 'home_station', role: 'liaison_officer' },
      { unit: 'home_station', role: 'station_leader' },
      { unit: 'home_county', role: 'county_supervisor' },
    ],
    title: '今日为查证期限最后一个工作日',
  },
  R4: {
    colour: 'red',
    when: { at: 'due' },
    to: [
      { unit: 'home_county', role: 'county_supervisor' },
      { unit: 'accepting_station', role: 'window_officer' },
    ],
    title: '查证已逾期',
  },
} as const satisfies Record<RungId, RungRule>;

/** A rung of one case with the instant at which it fires unless an answer comes first. */
export interface ScheduledRung {
  readonly rung: RungId;
  readonly at: Instant;
}

/** The instants of the ladder in the home station's working time [§6]. */
export function scheduleLadder(deadline: Deadline, officeHours: OfficeHours): ScheduledRung[] {
  return rungIds.map((rung) => {
    const { when } = verificationLadder[rung];
    const at =
      when.at === 'due' ? deadline.dueAt : instantAt(nthWorkingDay(deadline, when.day), officeHours.start);
    return { rung, at };
  });
}
