import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import type { TongbanClient } from '../clients/typescript/client.ts';
import { createTongbanClient, dataOf } from '../clients/typescript/client.ts';
import type { Role } from '../domain/roles.ts';
import { parseUnitCode } from '../domain/units/unit.ts';
import { loadConfig } from '../platform/config.ts';
import { openHouse } from './house.ts';
import { issuerOf } from './house-identity.ts';
import { playCase } from './play-case.ts';
import { runCommand } from './run-command.ts';
import { sampleSubmission } from './sample-submission.ts';

const project = path.join(import.meta.dirname, '..');

/** `npm run demo [-- --json]`: starts everything, plays one case over HTTP, shows how it went, stops everything. */
await runCommand(async () => {
  const startedAtMs = performance.now();
  const { values } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
  const tell = (line: string) => {
    console.log(line);
  };
  // A demonstration runs beside whatever is there: on any free port, and without the log of a server.
  const config = loadConfig();
  const house = await openHouse({
    config: { ...config, logLevel: 'error', api: { ...config.api, port: 0 } },
    progress: tell,
    temporalUi: 'none',
    people: 'sample',
  });
  try {
    const { apiUrl } = house;
    const issuer = issuerOf(house);
    const officer = (officerId: string, role: Role, unit: string) =>
      createTongbanClient({
        baseUrl: apiUrl,
        token: () => issuer.sign({ officerId, roles: [role], unitCode: parseUnitCode(unit) }),
      });
    const acceptingOfficer = officer('demo-1', 'window_officer', '440106990000');
    const liaisonOfficer = officer('demo-2', 'liaison_officer', '520302990000');
    const shown = await playCase({ acceptingOfficer, liaisonOfficer }, await sampleSubmission(), tell);
    const { caseNo, status, outcome, dueAt, certificate } = shown;
    const pdf = await saveCertificate(acceptingOfficer, caseNo);
    const { http } = acceptingOfficer;
    const params = { path: { caseNo } };
    const { items } = dataOf(await http.GET('/v1/cases/{caseNo}/timeline', { params }));
    const { explanation } = dataOf(await http.GET('/v1/cases/{caseNo}/deadline', { params }));

    tell('\n办理经过');
    for (const { at, sentence } of items) tell(`  ${at.slice(0, 19).replace('T', ' ')}  ${sentence}`);
    tell('\n查证期限为什么是这一天');
    for (const line of explanation) tell(`  ${line}`);
    tell(`\n证明：${path.relative(process.cwd(), pdf)}`);
    if (values.json) {
      const elapsedMs = Math.round(performance.now() - startedAtMs);
      const events = items.map(({ at, type, sentence }) => ({ at, type, sentence }));
      // The line must be the last one: what still stops tells nothing.
      await house.stop();
      const certificateNo = certificate?.certificateNo ?? null;
      console.log(JSON.stringify({ caseNo, certificateNo, status, outcome, dueAt, pdf, events, elapsedMs }));
    }
  } finally {
    await house.stop();
  }
});

async function saveCertificate(officer: TongbanClient, caseNo: string): Promise<string> {
  const folder = path.join(project, 'out');
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${caseNo}.pdf`);
  await writeFile(file, await (await officer.getCertificate(caseNo)).bytes());
  return file;
}
