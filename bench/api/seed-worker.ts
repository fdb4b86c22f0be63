import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { parentPort, workerData } from 'node:worker_threads';
import postgres from 'postgres';
import { seededRandom } from '../../commands/simulation/plan.ts';
import { addDays } from '../../domain/time/plain-date.ts';
import { fixedKeyRing } from '../../platform/key-ring.ts';
import { openKeyRingFile } from '../../platform/key-ring-file.ts';
import type { StationPath } from './country.ts';
import { benchCountry, stationDrawer } from './country.ts';
import { Copier } from './copier.ts';
import type { CopiedTable } from './read-case.ts';
import type { SeedShare } from './seed.ts';
import { templateOf } from './template.ts';

const casesPerBatch = 1000;
/** Closed cases are of the last 70 weeks, 16 months; whole weeks, so that nothing falls on a Sunday that did not. */
const weeks = 70;
/** Those of the last weeks have everything, older ones what lists, searches and the reading of a case touch. */
const weeksWithEverything = 7;

const { url, keyRingFile, trueCases, keptIds, closed, open, share, shares, today } = workerData as SeedShare;
const templates = trueCases.map((each) => templateOf(each, keptIds));
const random = seededRandom(100 + share);
const { stations } = benchCountry();
const [drawAccepting, drawHome] = [stationDrawer(stations, 'accepting'), stationDrawer(stations, 'home')];

/** An accepting station of this worker's share, so that no other worker draws numbers for it, and a home in another province. */
function drawStations(): readonly [StationPath, StationPath] {
  for (;;) {
    const [from, to] = [drawAccepting(random()), drawHome(random())];
    const [accepting, home] = [stations[from], stations[to]];
    if (accepting === undefined || home === undefined) throw new Error('there are stations');
    if (from % shares === share && accepting.province !== home.province) return [accepting, home];
  }
}

const sql = postgres(url, { max: 1, onnotice: () => undefined });
// What triggers would write is among the copied rows.
await sql`set session_replication_role = replica`;
// As it is now: the file's own would be looked at for each value that is sealed.
const keys = fixedKeyRing(openKeyRingFile(keyRingFile).content());
const batch = new Map<CopiedTable | 'case_events', string[]>();
const copier = new Copier(keys, { share, shares }, (table, text) => {
  const texts = batch.get(table);
  if (texts === undefined) batch.set(table, [text]);
  else texts.push(text);
});
const columns = new Map(templates.flatMap((template) => [...template.columns]));

async function load(table: string, names: readonly string[], text: string): Promise<void> {
  const into = await sql
    .unsafe(`copy "${table}" (${names.map((name) => `"${name}"`).join(', ')}) from stdin`)
    .writable();
  if (!into.write(text)) await once(into, 'drain');
  into.end();
  await finished(into);
}

async function flush(): Promise<void> {
  for (const [table, texts] of batch) {
    const names = table === 'case_events' ? ['case_no', 'seq', 'position'] : (columns.get(table) ?? []);
    await load(table, names, texts.join(''));
  }
  batch.clear();
}

const perWorker = (count: number) => Math.floor(count / shares) + (share < count % shares ? 1 : 0);
let made = 0;
for (const [status, count] of [
  ['closed', perWorker(closed)],
  ['open', perWorker(open)],
] as const) {
  const ofStatus = templates.filter((template) => template.status === status);
  for (let n = 0; n < count; n += 1) {
    const template = ofStatus[Math.floor(random() * ofStatus.length)];
    if (template === undefined) throw new Error(`no true case is ${status}`);
    const [accepting, home] = drawStations();
    const back = status === 'open' ? 0 : 1 + Math.floor(random() * weeks);
    const extent = back <= weeksWithEverything ? 'everything' : 'projection';
    const asOf = addDays(today, -7 * back);
    copier.copy(template, { n: made * shares + share, asOf, accepting, home, extent });
    made += 1;
    if (made % casesPerBatch === 0) {
      await flush();
      parentPort?.postMessage(casesPerBatch);
    }
  }
}
await flush();
const sequences = [...copier.sequences].map(([key, last]) => `${key}\t${String(last)}\n`);
await load('number_sequences', ['unit_code', 'local_date', 'last'], sequences.join(''));
await sql.end();
