import { sql } from 'drizzle-orm';
import type { Database } from '../../db/database.ts';

/** What each sealed piece is longer by: version, key, nonce and tag. */
const sealBytes = 33;

/**
 * What holds in a database in which nothing is kept half, each with a query for whatever breaks it. Foreign keys, checks
 * and unique indexes hold by themselves; these are the bonds that no constraint can express, since another role or
 * another transaction ties them.
 */
export const invariants = {
  'an attachment in the database has all of its pieces, in order': `
    select a.id::text as found from attachments a left join attachment_chunks c on c.attachment_id = a.id
    where a.kept_in = 'database' group by a.id
    having count(c.n) <> greatest(1, ceil(a.size_bytes / 1048576.0)) or min(c.n) <> 0 or max(c.n) <> count(c.n) - 1`,
  'pieces are as large together as their attachment': `
    select a.id::text as found from attachments a join attachment_chunks c on c.attachment_id = a.id group by a.id
    having sum(octet_length(c.content)) <> a.size_bytes + ${sealBytes} * count(*)`,
  'an attachment that is kept elsewhere has no pieces here': `
    select c.attachment_id::text as found from attachment_chunks c join attachments a on a.id = c.attachment_id
    where a.kept_in <> 'database'`,
  'the papers of a case are counted from nought': `
    select case_no as found from attachments group by case_no having min(position) <> 0 or max(position) <> count(*) - 1`,
  'a case has its application': `
    select c.case_no as found from cases c left join applications a using (case_no) where a.case_no is null`,
  'what was submitted has become a case': `
    select a.case_no as found from applications a left join cases c using (case_no) where c.case_no is null`,
  'a case stands where its ledger ends': `
    select c.case_no as found from cases c left join ledger_events e using (case_no)
    group by c.case_no, c.seq having c.seq <> count(e.seq) or c.seq <> coalesce(max(e.seq), 0)`,
  'a case is as its whole state has it': `
    select case_no as found from cases where (state ->> 'seq')::int <> seq or state ->> 'status' <> status`,
  'a ledger has its case': `
    select e.case_no as found from ledger_events e left join cases c using (case_no) where c.case_no is null`,
  'each event of a ledger is told to those who follow': `
    select e.case_no || '/' || e.seq as found from ledger_events e full join case_events v using (case_no, seq)
    where e.seq is null or v.seq is null`,
  'both stations of a case see it': `
    select c.case_no as found from cases c left join case_scopes s using (case_no)
    where c.case_no not in (select case_no from case_scopes where unit_code = c.accepting_station)
      or c.case_no not in (select case_no from case_scopes where unit_code = c.home_station)`,
  'whose lists a case is in says its stations as the case does': `
    select s.case_no || '/' || s.unit_code as found from case_scopes s join cases c using (case_no)
    where (s.accepting_station, s.home_station) is distinct from (c.accepting_station, c.home_station)`,
  'nobody sees a case that is not there': `
    select s.case_no as found from case_scopes s left join cases c using (case_no) where c.case_no is null`,
  'an escalation is in the lists of all who see its case, and in no other': `
    select coalesce(e.case_no, x.case_no) || '/' || coalesce(e.unit_code, x.unit_code) as found
    from (select e.case_no, e.rung_key, s.unit_code, e.settlement from escalations e join case_scopes s using (case_no)) e
    full join escalation_scopes x using (case_no, rung_key, unit_code)
    where e.case_no is null or x.case_no is null or e.settlement is distinct from x.settlement`,
  'words belong to a case': `
    select r.command_id as found from act_records r left join cases c using (case_no) where c.case_no is null`,
  'a case’s step has its words where the act has some': `
    select distinct r.command_id as found from act_records r join ledger_events e on e.step_key = r.command_id
    where e.case_no <> r.case_no`,
  'a certificate belongs to a case, and has its file': `
    select t.certificate_no as found from certificates t left join cases c using (case_no)
    where c.case_no is null or (t.pdf is null and c.anonymised_at is null)`,
  'what is kept for a case belongs to one': `
    select k.case_no as found from (select case_no from legal_holds union all select case_no from unmaskings
      union all select case_no from register_queries union all select case_no from transmissions
      union all select case_no from papers union all select case_no from filings
      union all select case_no from escalations) k left join cases c using (case_no) where c.case_no is null`,
  'a notice of an event belongs to one': `
    select n.id::text as found from notices n left join ledger_events e on e.case_no = n.case_no and e.seq = n.seq
    where n.seq is not null and e.seq is null`,
  'a key that led to a case leads to one': `
    select k.key as found from idempotency_keys k left join applications a using (case_no)
    where k.case_no is not null and a.case_no is null`,
  'a key that has its answer has a good one': `
    select key as found from idempotency_keys where status is not null and status not between 200 and 299`,
  'a number that was given was counted': `
    select a.case_no as found from applications a left join number_sequences s on s.unit_code = left(a.case_no, 12)
      and to_char(s.local_date, 'YYYYMMDD') = substr(a.case_no, 13, 8)
    where s.last is null or substr(a.case_no, 21, 5)::int > s.last`,
  'a rejection has who was rejected and why': `
    select no as found from rejections where personal is null or cardinality(codes) = 0`,
  'a hold of a rejection belongs to one': `
    select h.no as found from rejection_holds h left join rejections r using (no) where r.no is null`,
  'no bytes stand in the store that nobody names, but for those that are being put': `
    select s.id::text as found from stray_blobs s where exists (select from attachments a where a.id = s.id)`,
  'a draft has what was typed': `
    select id as found from drafts where application is null or version < 1 or changed_at < created_at`,
  'a province has one policy in force': `
    select p.province as found from policies p group by p.province having count(*) filter (where superseded_at is null) <> 1`,
  'what is published of the calendar is there': `
    select p.version as found from calendar_publications p, unnest(p.members) m
    left join calendar_versions v on v.id = m where v.id is null`,
  'somebody of the directory has a unit': `
    select p.id::text as found from directory_persons p left join units u on u.code = p.unit_code where u.code is null`,
  'a message of the outbox has a notice': `
    select b.id::text as found from delivery_bundles b where b.channel <> 'webhook'
      and not exists (select from deliveries d where d.bundle_id = b.id)`,
  'no text holds what a text cannot': `
    select id::text as found from notices where text ~ '[\\u0001-\\u0008\\u000b\\u000c\\u000e-\\u001f]'`,
} as const;

export type Invariant = keyof typeof invariants;

/** Something that is kept half: what does not hold, and of what. */
export interface Unsound {
  readonly invariant: Invariant;
  readonly found: string;
}

/** All that is kept half; nothing in a sound database. */
export async function unsoundIn(owner: Pick<Database, 'execute'>): Promise<Unsound[]> {
  const unsound: Unsound[] = [];
  for (const invariant of Object.keys(invariants) as Invariant[]) {
    const rows = await owner.execute<{ found: string }>(sql.raw(invariants[invariant]));
    unsound.push(...rows.map(({ found }) => ({ invariant, found })));
  }
  return unsound;
}
