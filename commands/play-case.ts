import type { Accepted, Act, ActBody, Case, TongbanClient } from '../clients/typescript/client.ts';
import { isCase } from '../clients/typescript/client.ts';
import { waitFor } from '../platform/wait-for.ts';
import type { Submission } from './sample-submission.ts';

export interface PlayedBy {
  readonly acceptingOfficer: TongbanClient;
  readonly liaisonOfficer: TongbanClient;
}

// An effect takes a fraction of a second; a machine that takes this long has another trouble.
const effectTimeoutMs = 120_000;

/** Plays one case over HTTP from the counter to the applicant's hand, telling each step. */
export async function playCase(
  { acceptingOfficer, liaisonOfficer }: PlayedBy,
  { application, papers }: Submission,
  tell: (line: string) => void,
): Promise<Case> {
  const { caseNo } = await acceptingOfficer.submit(application, papers);
  // A slow machine takes it down and begins it a moment later.
  await until(acceptingOfficer, caseNo, () => true);
  tell(`受理地派出所受理，编号 ${caseNo}`);

  await done(acceptingOfficer, caseNo, 'transmit', ({ dueAt }) => dueAt !== null);
  tell('申请材料已送达户籍地派出所');

  await liaisonOfficer.act(caseNo, 'receive', {});
  await liaisonOfficer.act(caseNo, 'answer', {
    result: 'consistent',
    source: 'population_system',
    certificateText: '李样例，曾用名李例，于2008年5月12日经批准变更为现用名。',
  });
  tell('户籍地派出所签收、查证并反馈：查证一致');

  await done(acceptingOfficer, caseNo, 'issue', ({ certificate }) => certificate !== null);
  tell('受理地派出所出具证明');

  await acceptingOfficer.act(caseNo, 'notify', { method: 'telephone' });
  await acceptingOfficer.act(caseNo, 'collect', { collectedBy: 'applicant' });
  tell('已通知申请人，申请人领取证明');
  return until(acceptingOfficer, caseNo, ({ status }) => status === 'closed');
}

/**
 * Does an act that has an effect. It usually answers with the effect; a slow machine answers that it will come.
 * @throws {Error} with what an incident says and what would help.
 */
async function done(
  officer: TongbanClient,
  caseNo: string,
  act: Extract<Act, 'transmit' | 'issue'>,
  condition: (shown: Case) => boolean,
): Promise<void> {
  const isOver = (shown: Case) => incidentOf(shown) !== undefined || condition(shown);
  const body: ActBody<'transmit'> & ActBody<'issue'> = {};
  const answer = await officer.act(caseNo, act, body);
  const shown = isOverIn(answer, isOver) ? answer : await until(officer, caseNo, isOver);
  const incident = incidentOf(shown);
  if (incident !== undefined) throw new Error(`${incident.message}${incident.remedy}`);
}

function isOverIn(answer: Case | Accepted, isOver: (shown: Case) => boolean): answer is Case {
  return isCase(answer) && isOver(answer);
}

function until(officer: TongbanClient, caseNo: string, condition: (shown: Case) => boolean): Promise<Case> {
  const read = async () => {
    const now = await officer.getCase(caseNo);
    return isOverIn(now, condition) && now;
  };
  return waitFor(read, { timeoutMs: effectTimeoutMs, what: '系统办理' });
}

function incidentOf({ pending }: Case) {
  return pending.find(({ incident }) => incident !== null)?.incident ?? undefined;
}
