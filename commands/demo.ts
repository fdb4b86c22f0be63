import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { parseUnitCode } from '../domain/units/unit.ts';
import { loadConfig } from '../platform/config.ts';
import type { ApiCaller } from './api-caller.ts';
import { createApiCaller } from './api-caller.ts';
import { openHouse } from './house.ts';
import { playCase } from './play-case.ts';
import { runCommand } from './run-command.ts';
import { sampleSubmission } from './sample-submission.ts';

const project = path.join(import.meta.dirname, '..');

interface Timeline {
  readonly items: readonly { readonly at: string; readonly type: string; readonly sentence: string }[];
}

interface Explanation {
  readonly explanation: readonly string[];
}

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
  });
  try {
    const { issuer, apiUrl } = house;
    const acceptingOfficer = createApiCaller(
      apiUrl,
      await issuer.sign({
        officerId: 'demo-1',
        roles: ['window_officer'],
        unitCode: parseUnitCode('440106990000'),
      }),
    );
    const liaisonOfficer = createApiCaller(
      apiUrl,
      await issuer.sign({
        officerId: 'demo-2',
        roles: ['liaison_officer'],
        unitCode: parseUnitCode('520302990000'),
      }),
    );
    const shown = await playCase({ acceptingOfficer, liaisonOfficer }, await sampleSubmission(), tell);
    const { caseNo, status, outcome, dueAt, certificate } = shown;
    const pdf = await saveCertificate(acceptingOfficer, caseNo);
    const { items } = await acceptingOfficer.get<Timeline>(`/v1/cases/${caseNo}/timeline`);
    const { explanation } = await acceptingOfficer.get<Explanation>(`/v1/cases/${caseNo}/deadline`);

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

async function saveCertificate(officer: ApiCaller, caseNo: string): Promise<string> {
  const folder = path.join(project, 'out');
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, `${caseNo}.pdf`);
  await writeFile(file, await officer.download(`/v1/cases/${caseNo}/certificate`));
  return file;
}
