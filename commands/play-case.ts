import type { CaseOutcome, CaseStatus } from '../domain/case/status.ts';
import type { Instant } from '../domain/time/instant.ts';
import { waitFor } from '../platform/wait-for.ts';
import type { ApiCaller } from './api-caller.ts';

/** The part of the API's case that a demonstration reads. */
export interface ShownCase {
  readonly caseNo: string;
  readonly status: CaseStatus;
  readonly outcome: CaseOutcome | null;
  readonly dueAt: Instant | null;
  readonly certificate: { readonly certificateNo: string } | null;
  readonly pending: readonly {
    readonly incident: { readonly message: string; readonly remedy: string } | null;
  }[];
}

export interface PlayedBy {
  readonly acceptingOfficer: ApiCaller;
  readonly liaisonOfficer: ApiCaller;
}

/** Plays one case over HTTP from the counter to the applicant's hand, telling each step. */
export async function playCase(
  { acceptingOfficer, liaisonOfficer }: PlayedBy,
  submission: object | FormData,
  tell: (line: string) => void,
): Promise<ShownCase> {
  const { caseNo } = await acceptingOfficer.post<ShownCase>('/v1/cases', submission);
  const address = `/v1/cases/${caseNo}`;
  tell(`受理地派出所受理，编号 ${caseNo}`);

  await done(acceptingOfficer, address, 'transmit', ({ dueAt }) => dueAt !== null);
  tell('申请材料已送达户籍地派出所');

  await liaisonOfficer.post(`${address}/receive`);
  await liaisonOfficer.post(`${address}/answer`, {
    result: 'consistent',
    source: 'population_system',
    certificateText: '李样例，曾用名李例，于2008年5月12日经批准变更为现用名。',
  });
  tell('户籍地派出所签收、查证并反馈：查证一致');

  await done(acceptingOfficer, address, 'issue', ({ certificate }) => certificate !== null);
  tell('受理地派出所出具证明');

  await acceptingOfficer.post(`${address}/notify`, { method: 'telephone' });
  await acceptingOfficer.post(`${address}/collect`, { collectedBy: 'applicant' });
  tell('已通知申请人，申请人领取证明');
  return acceptingOfficer.get<ShownCase>(address);
}

// An effect takes a fraction of a second; a machine that takes this long has another trouble.
const effectTimeoutMs = 120_000;

/**
 * Does an act that has an effect. It usually answers with the effect; a slow machine answers that it will come.
 * @throws {Error} with what an incident says and what would help.
 */
async function done(
  officer: ApiCaller,
  address: string,
  act: 'transmit' | 'issue',
  condition: (shown: ShownCase) => boolean,
): Promise<void> {
  const answer = await officer.post<ShownCase | { readonly detail: string }>(`${address}/${act}`);
  const isOver = (shown: ShownCase) => incidentOf(shown) !== undefined || condition(shown);
  const shown =
    'pending' in answer && isOver(answer)
      ? answer
      : await waitFor(
          async () => {
            const now = await officer.get<ShownCase>(address);
            return isOver(now) && now;
          },
          { timeoutMs: effectTimeoutMs, what: '系统办理' },
        );
  const incident = incidentOf(shown);
  if (incident !== undefined) throw new Error(`${incident.message}${incident.remedy}`);
}

function incidentOf({ pending }: ShownCase) {
  return pending.find(({ incident }) => incident !== null)?.incident ?? undefined;
}
