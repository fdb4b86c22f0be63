import type { WorkingCalendar } from '../../domain/calendar/working-calendar.ts';
import { idNumberCheckCharacterOf } from '../../domain/identity/id-number.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { addMs } from '../../domain/time/instant.ts';
import type { Act, ActBody, Application, TongbanClient } from '../../clients/typescript/client.ts';
import type { Appointments } from './agenda.ts';
import type { PlannedCase } from './plan.ts';
import { onWorkingDay } from './plan.ts';

/** Everybody who acts in a simulated case. */
export interface People {
  readonly window: TongbanClient;
  readonly liaison: TongbanClient;
  readonly otherLiaison: TongbanClient;
  readonly county: TongbanClient;
}

export interface Play {
  readonly people: People;
  readonly appointments: Appointments;
  readonly calendar: WorkingCalendar;
  readonly random: () => number;
  /** The simulated now. */
  readonly now: () => Instant;
  readonly application: Application;
}

const minuteMs = 60_000;
export const otherStation = '520302980000';

/** Plays one case: each step makes the appointment for the next. */
export async function playCase(play: Play, { n, manner }: PlannedCase): Promise<void> {
  const { people, appointments, calendar, random, now } = play;
  const { caseNo } = await people.window.submit(applicationOf(play, n, manner));
  const later = (minutes: number, keep: () => Promise<void>) => {
    appointments.add(addMs(now(), minutes * minuteMs), keep);
  };
  const onDay = (day: number, keep: () => Promise<void>) => {
    appointments.add(onWorkingDay(calendar, now(), day, random), keep);
  };
  const does = <A extends Act>(person: keyof People, act: A, body: ActBody<A>) =>
    people[person].act(caseNo, act, body);

  const finish = async () => {
    await does('window', 'issue', {});
    await does('window', 'notify', { method: 'telephone' });
    onDay(1, async () => {
      await does('window', 'collect', { collectedBy: 'applicant' });
    });
  };
  const answer = async (by: 'liaison' | 'otherLiaison') => {
    await does(by, 'answer', {
      result: 'consistent',
      source: 'population_system',
      certificateText: '申请人曾用名李例，于2008年5月12日变更。',
    });
    later(30, finish);
  };
  const receive = (then: () => void) => {
    later(60, async () => {
      await does('liaison', 'receive', {});
      then();
    });
  };

  if (manner === 'on_the_spot') {
    await does('window', 'issue_annex_2', {
      registeredAddress: '贵州省遵义市红花岗区桃溪路100号',
      registerReference: `模拟查询${n}`,
      queriedAt: now(),
    });
    await does('window', 'collect', { collectedBy: 'applicant' });
    later(60, async () => {
      await does('window', 'send_filing', {});
      onDay(1, async () => {
        await does('liaison', 'acknowledge_filing', {});
      });
    });
    return;
  }
  later(20, async () => {
    await does('window', 'transmit', {});
    switch (manner) {
      case 'answers':
        receive(() => {
          onDay(1 + Math.floor(random() * 4), () => answer('liaison'));
        });
        break;
      case 'answers_late':
        receive(() => {
          onDay(7, () => answer('liaison'));
        });
        break;
      case 'refuses':
        receive(() => {
          onDay(3, async () => {
            await does('liaison', 'answer', {
              result: 'inconsistent',
              source: 'paper_register',
              differingItems: ['birth_date'],
              finding: '出生日期',
            });
            await does('window', 'notify', { method: 'telephone' });
          });
        });
        break;
      case 'reroutes':
        onDay(1, async () => {
          await does('liaison', 'return_dossier', { kind: 'not_our_register', reason: '非本所户籍' });
          await does('window', 'reroute', { homeStation: otherStation, reason: '户籍地派出所选择有误' });
          later(60, async () => {
            await does('otherLiaison', 'receive', {});
            onDay(3, () => answer('otherLiaison'));
          });
        });
        break;
      case 'forgets':
        // Every other county answers for its station; the station itself never does.
        if (n % 2 === 0) {
          onDay(6, async () => {
            await does('county', 'reply', { rungKey: 'verification/1/R4', text: '已督促派出所办理。' });
          });
        }
        break;
    }
  });
}

function applicationOf({ application }: Play, n: number, manner: PlannedCase['manner']): Application {
  const { applicant } = application;
  const body = `52030219900101${String(n % 1000).padStart(3, '0')}`;
  return {
    ...application,
    applicant: { ...applicant, idNumber: `${body}${idNumberCheckCharacterOf(body)}` },
    ...(manner === 'on_the_spot' ? { matters: [{ code: 'REGISTRATION' }] } : {}),
    openCaseVerdict: { reason: '模拟数据，可重复申请' },
  };
}
