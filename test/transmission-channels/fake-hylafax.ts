import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { HylafaxSettings } from '../../activities/transmission-channels/hylafax-client.ts';

/** What faxstat says of a job: state, pages sent, dials, and what the last attempt failed of. */
export type Frame = readonly [state: string, pagesSent: number, dials: number, status?: string];

/**
 * What the server does with the next job, one frame for each time that it is asked; the last one stays. `swept`: the
 * job is in neither queue any more.
 */
export type Course = readonly (Frame | 'swept' | 'server_away')[];

export interface FakeJob {
  readonly jobId: number;
  readonly tag: string;
  readonly number: string;
  readonly pages: number;
  readonly args: readonly string[];
}

interface Spool {
  readonly jobs: readonly (FakeJob & { readonly course: Course; readonly asked: number })[];
  readonly courses: readonly Course[];
  readonly submission: 'taken' | 'refused' | 'taken_without_a_word';
  readonly pages: number;
}

/** HylaFAX's client programs with a server of our making behind them. They speak as HylaFAX 6.0.7 was heard to. */
export interface FakeHylafax {
  readonly settings: HylafaxSettings;
  /** Tells what will become of the next jobs, each of `pages` pages. */
  plan(plan: { submission?: Spool['submission']; courses?: readonly Course[]; pages?: number }): void;
  jobs(): readonly FakeJob[];
  /** The document of a job as the server got it. */
  documentOf(jobId: number): Buffer;
  remove(): void;
}

export function createFakeHylafax(): FakeHylafax {
  const dir = mkdtempSync(path.join(tmpdir(), 'tongban-test-fax-'));
  const spoolFile = path.join(dir, 'spool.json');
  const read = () => JSON.parse(readFileSync(spoolFile, 'utf8')) as Spool;
  const write = (spool: Spool) => {
    writeFileSync(spoolFile, JSON.stringify(spool));
  };
  write({ jobs: [], courses: [], submission: 'taken', pages: 1 });
  const install = (name: string, program: string) => {
    const file = path.join(dir, name);
    writeFileSync(file, `#!${process.execPath}\nconst dir = ${JSON.stringify(dir)};\n${program}`);
    chmodSync(file, 0o755);
    return file;
  };
  return {
    settings: {
      server: 'fax.test:4559',
      sendfax: install('sendfax.cjs', sendfax),
      faxstat: install('faxstat.cjs', faxstat),
    },
    plan: (plan) => {
      write({ ...read(), ...plan });
    },
    jobs: () => read().jobs.map(({ course: _, asked: __, ...job }) => job),
    documentOf: (jobId) => readFileSync(path.join(dir, `doc${jobId}.tif`)),
    remove: () => {
      if (existsSync(dir)) rmSync(dir, { recursive: true });
    },
  };
}

const common = `
const { readFileSync, writeFileSync, copyFileSync } = require('node:fs');
const spool = JSON.parse(readFileSync(dir + '/spool.json', 'utf8'));
const save = () => writeFileSync(dir + '/spool.json', JSON.stringify(spool));
const args = process.argv.slice(2);
const option = (name) => args[args.indexOf(name) + 1];
const away = () => process.stderr.write('Can not reach service 4559 at host "fax.test".\\n');
`;

/** Options that come after -d do not count, so the real program refuses to take them for files. */
const sendfax = `${common}
if (args.length !== args.indexOf('-d') + 3) { process.stderr.write('unexpected arguments\\n'); process.exit(255); }
if (option('-h') !== 'fax.test:4559' || spool.submission === 'refused') { away(); process.exit(255); }
const jobId = spool.jobs.length + 1;
copyFileSync(args.at(-1), dir + '/doc' + jobId + '.tif');
const course = spool.courses[jobId - 1] ?? [['W', 0, 0]];
spool.jobs.push({ jobId, tag: option('-i'), number: option('-d'), pages: spool.pages, args, course, asked: 0 });
save();
if (spool.submission === 'taken_without_a_word') setInterval(() => {}, 1000);
else {
  process.stderr.write('Warning, no page size database file "/etc/hylafax/pagesizes", using builtin default.\\n');
  console.log('request id is ' + jobId + ' (group id ' + jobId + ') for host localhost (1 file)');
}
`;

/** It ends with 0 even when it reached nobody. What it prints of a job is what ~/.hylarc says. */
const faxstat = `${common}
const format = /^JobFmt: "(.*)"$/m.exec(readFileSync(process.env.HOME + '/.hylarc', 'utf8'))[1];
const frames = spool.jobs.map((job) => job.course[Math.min(job.asked, job.course.length - 1)]);
for (const job of spool.jobs) job.asked += 1;
save();
if (option('-h') !== 'fax.test:4559' || frames.includes('server_away')) { away(); process.exit(0); }
console.log('HylaFAX scheduler on vm: Running\\nModem ttyIAX0 (+86.800.55500): Running and idle\\n');
const print = (fields) => console.log(format.replace(/%(.)/g, (_, letter) => fields[letter]));
if (spool.jobs.length > 0) print({ j: 'JID', a: 'State', p: 'Pages', y: 'TotPages', d: 'TotDials', J: 'JobTag', s: 'Status' });
print({ j: 99, a: 'F', p: 0, y: 3, d: 0, J: 'of-somebody-else', s: 'Unexpected failure converting TIFF document;\\\\\\n 1|D|1|1|1|no-job|\\\\' });
spool.jobs.forEach((job, index) => {
  if (frames[index] === 'swept') return;
  const [a, p, d, s = ''] = frames[index];
  print({ j: job.jobId, a, p, y: job.pages, d, J: job.tag, s });
});
`;
