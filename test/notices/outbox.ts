import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';
import { savePersons } from '../../db/repositories/directory.ts';
import type { NewNotice } from '../../db/repositories/notices.ts';
import { addNotices } from '../../db/repositories/notices.ts';
import { applications, cases, notices } from '../../db/schema/index.ts';
import { formatCaseNo } from '../../domain/certificate/numbers.ts';
import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { DirectoryPerson } from '../../domain/directory/person.ts';
import { parsePersonId } from '../../domain/directory/person.ts';
import type { Post } from '../../domain/directory/post.ts';
import type { NoticeKind } from '../../domain/notices/kind.ts';
import type { Instant } from '../../domain/time/instant.ts';
import { localDateOf } from '../../domain/time/plain-date.ts';
import type { UnitCode } from '../../domain/units/unit.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';
import { sampleApplication } from '../house/case-driver.ts';
import { verifying } from '../domain/case/roads.ts';
import { sealRow } from '../../db/sealed-rows.ts';

export const homeStation = parseUnitCode('520302990000');
export const acceptingStation = parseUnitCode('440106990000');

/** Puts a notice into the outbox, to the liaison officers of the home station unless the change says otherwise. */
export async function tell(database: Database, at: Instant, change: Partial<NewNotice> = {}): Promise<void> {
  await addNotices(database, [
    {
      dedupeKey: randomUUID(),
      unitCode: homeStation,
      role: 'liaison_officer',
      kind: 'case',
      urgency: 'normal',
      text: '收到一件查证申请，请签收。',
      createdAt: at,
      ...change,
    },
  ]);
}

/** Puts somebody available into the directory, with an address of his own. */
export async function addPerson(
  owner: Database,
  at: Instant,
  post: Post,
  change: Partial<DirectoryPerson> = {},
): Promise<DirectoryPerson> {
  const id = parsePersonId(randomUUID());
  const person: DirectoryPerson = {
    id,
    unitCode: homeStation,
    post,
    name: '测试专管员',
    telephone: '0851-80000000',
    email: `${id}@test.invalid`,
    faxNumber: null,
    officerId: null,
    validFrom: localDateOf(at),
    validUntil: null,
    lastConfirmedOn: localDateOf(at),
    absences: [],
    ...change,
  };
  await savePersons(owner, [person], { by: 'test', at });
  return person;
}

let cased = 0;

/** Puts a case into the projection, with its application, as far as notices want to know of it. */
export async function addCase(owner: Database, at: Instant): Promise<CaseNo> {
  cased += 1;
  const caseNo = formatCaseNo(acceptingStation, localDateOf(at), cased);
  const stations = { acceptingStation, homeStation };
  const application = sealRow(owner, applications, {
    ...stations,
    caseNo,
    matters: [],
    submittedAt: at,
    acceptance: {} as never,
    applicantName: sampleApplication.applicant.name,
    applicantIdNumber: sampleApplication.applicant.idNumber,
    personal: sampleApplication,
  });
  await owner.insert(applications).values(application);
  await owner.insert(cases).values({
    ...stations,
    caseNo,
    seq: 1,
    status: 'verifying',
    holder: 'home_station',
    takingPart: Object.values(stations),
    acceptedAt: at,
    dueAt: at,
    state: verifying().state,
  });
  for (const unit of [acceptingStation, homeStation]) {
    await owner.execute(sql`
      insert into case_scopes (unit_code, case_no, status, accepted_at, accepting_station, home_station)
      values (${unit}, ${caseNo}, 'verifying', ${at}, ${acceptingStation}, ${homeStation})`);
  }
  return caseNo;
}

/** Puts a notice of an event of a case into the outbox, as its ledger does: without a unit the applicant's. */
export async function tellOfCase(
  owner: Database,
  at: Instant,
  notice: {
    caseNo: CaseNo;
    seq: number;
    position?: number;
    unitCode?: UnitCode;
    kind?: NoticeKind;
    text?: string;
  },
): Promise<void> {
  const { position = 0, unitCode = null, kind = 'case', text = '请领取证明。', ...rest } = notice;
  const role = unitCode === null ? null : 'liaison_officer';
  await owner.insert(notices).values({ ...rest, position, unitCode, role, kind, text, createdAt: at });
}
