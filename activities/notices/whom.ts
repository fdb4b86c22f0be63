import { createHash } from 'node:crypto';
import { stationAtWork } from '../../domain/directory/workplace.ts';
import { waysOf } from '../../domain/notices/audience.ts';
import type { Reach } from '../../domain/notices/audience.ts';
import type { Candidate, PlannedDelivery } from '../../domain/notices/plan.ts';
import type { PublishedCalendar } from '../../domain/calendar/working-calendar.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import type { UnitTree } from '../../domain/units/unit-tree.ts';
import { pathOf } from '../../domain/units/unit-tree.ts';
import type { Executor } from '../../db/database.ts';
import { readPolicyOfUnit } from '../../db/policy-of-unit.ts';
import { listPersonsOfUnits } from '../../db/repositories/directory.ts';
import { readWorkplaces } from '../../db/directory-part.ts';
import type { NoticeRow } from '../../db/repositories/notices.ts';
import { listCasesOfNotices } from '../../db/repositories/notices.ts';
import { listContacts } from '../../db/repositories/station-contacts.ts';
import { listWebhookEndpoints } from '../../db/repositories/webhook-endpoints.ts';
import { officesOf } from './offices.ts';

export interface Whom {
  readonly candidates: readonly Candidate[];
  readonly suppressed: readonly PlannedDelivery[];
}

/** Everybody whom some notices are to reach, as the directory has it now. */
export async function findWhom(
  executor: Executor,
  question: {
    readonly notices: readonly NoticeRow[];
    readonly tree: UnitTree;
    readonly published: PublishedCalendar;
    readonly at: Instant;
    readonly isOpen: Reach['isOpen'];
  },
): Promise<Whom> {
  const { notices, tree, published, at, isOpen } = question;
  const cases = await listCasesOfNotices(executor, notices);
  const workplaces = await readWorkplaces(executor, tree);
  // An applicant's notice belongs to the station that he stands at.
  const placeOf = ({ unitCode, caseNo }: NoticeRow) => {
    const station = caseNo === null ? undefined : cases.get(caseNo)?.acceptingStation;
    return unitCode ?? (station && stationAtWork(workplaces, station, localDateOf(at)));
  };
  const places = [...new Set(notices.flatMap((notice) => placeOf(notice) ?? []))];
  const above = new Map(places.map((unit) => [unit, unitsAbove(tree, unit)]));
  const [persons, contacts, endpoints, policyOf] = await Promise.all([
    listPersonsOfUnits(executor, places),
    listContacts(executor, places),
    listWebhookEndpoints(executor, [...new Set([...above.values()].flat())]),
    readPolicyOfUnit(executor, tree, places),
  ]);
  const officeOf = officesOf({ tree, published, policyOf, units: places, at });

  const personsAt = Map.groupBy(persons, ({ unitCode }) => unitCode);
  const candidates: Candidate[] = [];
  const suppressed: PlannedDelivery[] = [];
  for (const notice of notices) {
    const place = placeOf(notice);
    if (place === undefined) continue;
    const ways = waysOf(notice, {
      isOpen,
      day: localDateOf(at),
      freshness: policyOf(place).freshness,
      persons: personsAt.get(place) ?? [],
      hasGroupRobot: contacts.some(
        ({ unitCode, groupRobotUrl }) => unitCode === place && groupRobotUrl !== null,
      ),
      dutyTelephone: telephoneOf(tree, place),
      endpoints: endpoints
        .filter(({ unitCode }) => above.get(place)?.includes(unitCode))
        .filter(({ kinds }) => kinds.length === 0 || kinds.includes(notice.kind))
        .map(({ id }) => id),
    });
    for (const { channel, destination, suppression } of ways) {
      // To a program a notice to another role is another event, whatever its words.
      const subjectKey = channel === 'webhook' ? `notice/${notice.id}` : subjectKeyOf(notice);
      const way = { noticeId: notice.id, channel, destination, subjectKey };
      if (suppression !== undefined) suppressed.push({ ...way, fate: suppression });
      else {
        const { urgency, createdAt: arisenAt } = notice;
        const { notices: policy } = policyOf(place);
        candidates.push({ ...way, urgency, arisenAt, office: officeOf(place), policy });
      }
    }
  }
  return { candidates, suppressed };
}

/** What a notice tells: the subject that it names, or the words of its event, or only itself. */
function subjectKeyOf({ id, caseNo, seq, subjectKey, text }: NoticeRow): string {
  if (subjectKey !== null) return subjectKey;
  if (caseNo === null || seq === null) return `notice/${id}`;
  return `${caseNo}/${seq}/${createHash('sha256').update(text).digest('base64url').slice(0, 22)}`;
}

function telephoneOf(tree: UnitTree, unitCode: UnitCode): string | null {
  const unit = tree.get(unitCode);
  return unit?.level === 'station' ? unit.telephone : null;
}

/** A unit that left the tree still gets what was written to it. */
function unitsAbove(tree: UnitTree, unitCode: UnitCode): UnitCode[] {
  return tree.has(unitCode) ? pathOf(tree, unitCode).map(({ code }) => code) : [unitCode];
}
