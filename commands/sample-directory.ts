import type { DirectoryPerson } from '../domain/directory/person.ts';
import { parsePersonId } from '../domain/directory/person.ts';
import type { Post } from '../domain/directory/post.ts';
import { supervisorPostOf } from '../domain/directory/post.ts';
import type { StationContacts } from '../domain/directory/station-contacts.ts';
import type { PlainDate } from '../domain/time/plain-date.ts';
import { parsePlainDate } from '../domain/time/plain-date.ts';
import type { Unit } from '../domain/units/unit.ts';
import { sampleUnits } from './sample-units.ts';

const stationPosts = ['liaison_officer', 'deputy_liaison_officer', 'station_leader'] as const;

/** Invented surnames that say what they are, by post. */
const names = {
  liaison_officer: '测试专管员',
  deputy_liaison_officer: '测试副专管员',
  window_officer: '测试受理民警',
  station_leader: '测试所领导',
  county_supervisor: '测试县级督办员',
  city_supervisor: '测试市级督办员',
  province_supervisor: '测试省级督办员',
  system_administrator: '测试系统管理员',
} as const satisfies Record<Post, string>;

const counters = ['甲', '乙', '丙', '丁', '戊', '己', '庚', '辛', '壬', '癸'] as const;

/**
 * People for every post of the sample units, confirmed on a day: nobody real, with telephone numbers that nobody has
 * and addresses at example.org. Each has the same id whenever this is asked.
 */
export function samplePersons(confirmedOn: PlainDate): DirectoryPerson[] {
  const seats = sampleUnits.flatMap((unit) => postsOf(unit).map((post) => ({ unit, post })));
  const perPost = new Map<Post, number>();
  return seats.map(({ unit, post }, index) => {
    const n = perPost.get(post) ?? 0;
    perPost.set(post, n + 1);
    return {
      id: parsePersonId(`5a3b1e00-0000-4000-8000-${String(index + 1).padStart(12, '0')}`),
      unitCode: unit.code,
      post,
      name: `${names[post]}${counters[n % counters.length] ?? ''}`,
      telephone: `000-${String(index + 1).padStart(8, '0')}`,
      email: `${post.replaceAll('_', '-')}.${unit.code}@example.org`.toLowerCase(),
      faxNumber: null,
      officerId: null,
      validFrom: parsePlainDate('2020-01-01'),
      validUntil: null,
      lastConfirmedOn: confirmedOn,
      absences: [],
    };
  });
}

/** Contacts of every sample station, confirmed on a day. */
export function sampleContacts(confirmedOn: PlainDate): StationContacts[] {
  return sampleUnits.flatMap((unit, index) =>
    unit.level === 'station'
      ? [
          {
            unitCode: unit.code,
            dutyTelephone: unit.telephone,
            faxNumbers: [`000-9${String(index).padStart(7, '0')}`],
            groupRobotUrl: null,
            lastConfirmedOn: confirmedOn,
            succession: null,
            closure: null,
          },
        ]
      : [],
  );
}

function postsOf(unit: Unit): readonly Post[] {
  return unit.level === 'station' ? stationPosts : [supervisorPostOf[unit.level]];
}
