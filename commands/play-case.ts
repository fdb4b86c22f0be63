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

  await acceptingOfficer.post(`${address}/transmit`);
  await until(liaisonOfficer, address, ({ dueAt }) => dueAt !== null);
  tell('申请材料已送达户籍地派出所');

  await liaisonOfficer.post(`${address}/receive`);
  await liaisonOfficer.post(`${address}/answer`, {
    result: 'consistent',
    source: 'population_system',
    certificateText: '李样例，曾用名李例，于2008年5月12日经批准变更为现用名。',
  });
  tell('户籍地派出所签收、查证并反馈：查证一致');

  await acceptingOfficer.post(`${address}/issue`);
  await until(acceptingOfficer, address, ({ certificate }) => certificate !== null);
  tell('受理地派出所出具证明');

  await acceptingOfficer.post(`${address}/notify`, { method: 'telephone' });
  await acceptingOfficer.post(`${address}/collect`, { collectedBy: 'applicant' });
  tell('已通知申请人，申请人领取证明');
  return acceptingOfficer.get<ShownCase>(address);
}

// An effect takes a fraction of a second; a machine that takes this long has another trouble.
const effectTimeoutMs = 120_000;

/** Waits for an effect. An incident ends the wait with what it says and what would help. */
async function until(
  reader: ApiCaller,
  address: string,
  condition: (shown: ShownCase) => boolean,
): Promise<void> {
  const incident = await waitFor(
    async () => {
      const shown = await reader.get<ShownCase>(address);
      const stuck = shown.pending.find((effect) => effect.incident !== null)?.incident;
      return stuck ? { stuck } : condition(shown) ? { stuck: null } : undefined;
    },
    { timeoutMs: effectTimeoutMs, what: '系统办理' },
  );
  if (incident.stuck !== null) throw new Error(`${incident.stuck.message}${incident.stuck.remedy}`);
}
