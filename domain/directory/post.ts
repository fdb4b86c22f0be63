import type { Role } from '../roles.ts';
import type { UnitLevel } from '../units/unit.ts';

/** What somebody is in the directory [四(二)]. A role says what he may do, a post for whom he is reached. */
export const posts = [
  'liaison_officer',
  'deputy_liaison_officer',
  'window_officer',
  'station_leader',
  'county_supervisor',
  'city_supervisor',
  'province_supervisor',
  'system_administrator',
] as const;

export type Post = (typeof posts)[number];

export interface PostRule {
  readonly title: string;
  /** Whose inbox a notice to the post lands in, at the unit. */
  readonly inbox: Role;
  readonly levels: readonly UnitLevel[];
  /** `inbox_serves`: whoever is on duty reads the inbox, so that nobody named is no gap; named and away is one. */
  readonly naming: 'person_required' | 'inbox_serves';
}

export const postRules = {
  liaison_officer: {
    title: '迁移信息核验专管员',
    inbox: 'liaison_officer',
    // A county has one too: a case whose station is unknown goes to him.
    levels: ['station', 'county'],
    naming: 'person_required',
  },
  deputy_liaison_officer: {
    title: '副专管员',
    inbox: 'liaison_officer',
    levels: ['station', 'county'],
    naming: 'person_required',
  },
  window_officer: {
    title: '受理民警',
    inbox: 'window_officer',
    levels: ['station'],
    naming: 'inbox_serves',
  },
  station_leader: {
    title: '所领导',
    inbox: 'station_leader',
    levels: ['station'],
    naming: 'person_required',
  },
  county_supervisor: {
    title: '县级督办员',
    inbox: 'county_supervisor',
    levels: ['county'],
    naming: 'person_required',
  },
  city_supervisor: {
    title: '市级督办员',
    inbox: 'city_supervisor',
    levels: ['city'],
    naming: 'person_required',
  },
  province_supervisor: {
    title: '省级督办员',
    inbox: 'province_supervisor',
    levels: ['province'],
    naming: 'person_required',
  },
  system_administrator: {
    title: '系统管理员',
    inbox: 'system_administrator',
    levels: ['province', 'city', 'county', 'station'],
    naming: 'inbox_serves',
  },
} as const satisfies Record<Post, PostRule>;

/** Those who verify for a station: all who read the inbox of its 专管员. */
export const liaisonPosts: readonly Post[] = posts.filter(
  (post) => postRules[post].inbox === 'liaison_officer',
);

/** Who answers for a unit above the stations. */
export const supervisorPostOf = {
  county: 'county_supervisor',
  city: 'city_supervisor',
  province: 'province_supervisor',
} as const satisfies Record<Exclude<UnitLevel, 'station'>, Post>;

/** The posts that a unit of a level cannot do without: the directory has a gap where nobody is named. */
export const requiredPosts = {
  station: ['liaison_officer', 'station_leader'],
  county: ['county_supervisor'],
  city: ['city_supervisor'],
  province: ['province_supervisor'],
} as const satisfies Record<UnitLevel, readonly Post[]>;

/** Whether there may be such a post at a unit of the level. */
export function isPostAt(post: Post, level: UnitLevel): boolean {
  const { levels }: PostRule = postRules[post];
  return levels.includes(level);
}
