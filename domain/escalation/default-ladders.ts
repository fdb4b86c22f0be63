import type { ClockId } from '../clocks/clock-id.ts';
import type { Post } from '../directory/post.ts';
import type { Audience, RungRule, RungUnit } from './rung.ts';

function post(unit: RungUnit, of: Post): Audience {
  return { kind: 'post', unit, post: of };
}

const liaison = [
  post('home_station', 'liaison_officer'),
  post('home_station', 'deputy_liaison_officer'),
] as const;
const furtherLiaison = [
  post('further_station', 'liaison_officer'),
  post('further_station', 'deputy_liaison_officer'),
] as const;
const furtherLeader = post('further_station', 'station_leader');
const furtherCounty = post('further_county', 'county_supervisor');
const acceptingOfficer = post('accepting_station', 'window_officer');
const acceptingLeader = post('accepting_station', 'station_leader');
const homeLeader = post('home_station', 'station_leader');
const homeCounty = post('home_county', 'county_supervisor');
const homeCity = post('home_city', 'city_supervisor');
const homeProvince = post('home_province', 'province_supervisor');
const acceptingCounty = post('accepting_county', 'county_supervisor');
const acceptingProvince = post('accepting_province', 'province_supervisor');
const applicant: Audience = { kind: 'applicant' };

/** The ladders of all clocks as they stand without a province's own (`domain.md` §6) [policy]. */
export const defaultLadders = {
  transmission: [
    {
      rung: 'transmission_overdue',
      colour: 'blue',
      when: { at: 'due' },
      to: [acceptingOfficer, acceptingLeader],
    },
    {
      rung: 'transmission_long_overdue',
      colour: 'yellow',
      when: { at: 'after_due', workingDays: 2 },
      to: [acceptingLeader, acceptingCounty],
    },
  ],
  receipt: [
    { rung: 'receipt_missing', colour: 'blue', when: { at: 'due' }, to: [acceptingOfficer] },
    // Without a receipt the 5 days never begin: nobody else would ever hear of it.
    {
      rung: 'receipt_long_missing',
      colour: 'yellow',
      when: { at: 'after_due', workingDays: 2 },
      to: [acceptingOfficer, acceptingCounty, homeCounty],
    },
  ],
  verification: [
    {
      rung: 'R1',
      colour: 'blue',
      when: { at: 'end_of_working_day', day: 1 },
      // The accepting officer may telephone.
      to: [...liaison, acceptingOfficer],
      unless: 'received',
    },
    { rung: 'R2', colour: 'blue', when: { at: 'start_of_working_day', day: 4 }, to: liaison },
    {
      rung: 'R3',
      colour: 'yellow',
      when: { at: 'start_of_working_day', day: 5 },
      to: [...liaison, homeLeader, homeCounty],
    },
    {
      rung: 'R4',
      colour: 'red',
      when: { at: 'due' },
      to: [homeCounty, acceptingOfficer],
      reply: { withinWorkingDays: 1, overdueTo: [homeCity] },
    },
    {
      rung: 'R5',
      colour: 'red',
      when: { at: 'after_due', workingDays: 2 },
      to: [homeCity],
      reply: { withinWorkingDays: 1, overdueTo: [homeProvince] },
    },
    {
      rung: 'R6',
      colour: 'red',
      when: { at: 'after_due', workingDays: 5 },
      to: [homeProvince, acceptingProvince],
      reply: { withinWorkingDays: 1, overdueTo: [homeProvince, acceptingProvince] },
    },
  ],
  further_verification: [
    {
      rung: 'further_verification_reminder',
      colour: 'blue',
      when: { at: 'start_of_working_day', day: 2 },
      to: furtherLiaison,
    },
    // The home station's own term runs on: it must know that it waits in vain.
    {
      rung: 'further_verification_overdue',
      colour: 'yellow',
      when: { at: 'due' },
      to: [...furtherLiaison, furtherLeader, furtherCounty, ...liaison],
    },
  ],
  assignment: [
    {
      rung: 'assignment_overdue',
      colour: 'yellow',
      when: { at: 'due' },
      to: [homeCounty, homeCity, acceptingOfficer],
    },
  ],
  issue: [
    { rung: 'issue_overdue', colour: 'yellow', when: { at: 'due' }, to: [acceptingOfficer, acceptingLeader] },
    {
      rung: 'issue_long_overdue',
      colour: 'yellow',
      when: { at: 'after_due', workingDays: 2 },
      to: [acceptingLeader, acceptingCounty],
    },
  ],
  filing_dispatch: [
    {
      rung: 'filing_reminder',
      colour: 'blue',
      when: { at: 'start_of_working_day', day: 1 },
      to: [acceptingOfficer],
    },
    {
      rung: 'filing_overdue',
      colour: 'yellow',
      when: { at: 'due' },
      to: [acceptingOfficer, acceptingLeader, acceptingCounty],
    },
  ],
  filing_acknowledgement: [
    {
      rung: 'filing_unacknowledged',
      colour: 'yellow',
      when: { at: 'due' },
      to: [...liaison, homeCounty, acceptingOfficer],
    },
  ],
  collection: [
    {
      rung: 'collection_reminder',
      colour: 'blue',
      when: { at: 'days_after_start', days: 15 },
      to: [applicant],
    },
    {
      rung: 'collection_second_reminder',
      colour: 'blue',
      when: { at: 'days_after_start', days: 30 },
      to: [applicant, acceptingOfficer],
    },
    { rung: 'collection_lapsed', colour: 'blue', when: { at: 'due' }, to: [acceptingOfficer] },
  ],
  // Whom an overdue reply goes to is said by the rung that demanded it.
  reply: [{ rung: 'reply_overdue', colour: 'red', when: { at: 'due' }, to: [] }],
} as const satisfies Record<ClockId, readonly RungRule[]>;
