import path from 'node:path';
import { parseArgs } from 'node:util';
import { behindPolicy } from '../activities/documents/browser-lock-down.ts';
import { createDocumentRenderer } from '../activities/documents/document-renderer.ts';
import { createPdfRenderer } from '../activities/documents/pdf-renderer.ts';
import { launchLockedBrowser } from '../activities/documents/print-browser.ts';
import { openPrintPage, printOptions } from '../activities/documents/print-page.ts';
import type { CertificateNo } from '../domain/certificate/numbers.ts';
import type { Annex1View } from '../domain/papers/annexes.ts';
import { parsePlainDate } from '../domain/time/plain-date.ts';
import { findChromium } from '../platform/embedded/chromium.ts';
import { openFontPack } from '../platform/fonts/font-pack.ts';
import { createLogger } from '../platform/logger.ts';
import { fontPackDir } from '../templates/load.ts';
import { describeMachine, median, treePssMb } from './machine.ts';

/**
 * Certificates per second: the whole product path (character check, template, QR code, lock-down, print) against two
 * bounds in the same run: (a) bare printToPDF, again and again, of a page into which the same document was loaded once,
 * and (b) a new browser for each PDF. Rounds are interleaved, so that a slow moment of the machine meets all alike.
 */
const usage = 'node bench/pdf.ts [--json] [--rounds 11] [--seconds 0.7]';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    rounds: { type: 'string', default: '11' },
    seconds: { type: 'string', default: '0.7' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(usage);
  process.exit(0);
}
const roundMs = Number(values.seconds) * 1000;

/** An invented certificate of usual length, with a rare character in the name. */
const view: Annex1View = {
  applicantName: '李样例䶮',
  idNumber: '520302199003074219',
  matterText: '姓名变更／曾用名（曾用名李例）；出生日期更正',
  homeStationName: '贵州省遵义市公安局红花岗分局测试路派出所',
  certificateText:
    '李样例，女，汉族，1990年3月7日出生，户籍登记地址为贵州省遵义市红花岗区测试路1号。经查，该人于2008年6月12日由' +
    '“李例”变更姓名为“李样例”，变更原因为本人申请，其曾用名“李例”与现用名“李样例”系同一人。',
  issuingUnitName: '广东省广州市公安局天河区分局测试派出所',
  issuedOn: parsePlainDate('2026-03-05'),
  certificateNo: '44010653000020260305000019' as CertificateNo,
};

type Print = () => Promise<unknown>;

/** Runs one loop for each printer for the length of a round and gives the PDFs per second of all together. */
async function rateOf(prints: readonly Print[]): Promise<number> {
  const startedAt = performance.now();
  let printed = 0;
  const loops = prints.map(async (print) => {
    while (performance.now() - startedAt < roundMs) {
      await print();
      printed += 1;
    }
  });
  await Promise.all(loops);
  return (printed / (performance.now() - startedAt)) * 1000;
}

async function peakMbWhile(work: () => Promise<unknown>): Promise<number> {
  let peakMb = treePssMb();
  const sampling = setInterval(() => {
    peakMb = Math.max(peakMb, treePssMb());
  }, 200);
  try {
    await work();
  } finally {
    clearInterval(sampling);
  }
  return Math.max(peakMb, treePssMb());
}

const log = createLogger({ name: 'bench', level: 'warn' });
const cacheDir = path.resolve(import.meta.dirname, '../.tongban/cache');
const chromium = await findChromium({ cacheDir, log });
const fonts = await openFontPack({ packDir: fontPackDir, cacheDir });
const machine = {
  ...describeMachine(),
  browser: `${chromium.name} ${chromium.version} (${chromium.source})`,
};

const renderer = createPdfRenderer({ chromium, fonts, log, rendersPerBrowser: 1_000_000 });
const documents = createDocumentRenderer({ renderer, fonts });
const product: Print = () => documents.render('annex_1', view);
const peakMb = await peakMbWhile(() => rateOf([product, product]));

/** The HTML that the product prints, caught on its way. */
async function htmlOf(): Promise<string> {
  const caught = Promise.withResolvers<string>();
  const catching = {
    render: (html: string) => {
      caught.resolve(html);
      return renderer.render(html);
    },
    close: () => Promise.resolve(),
  };
  await createDocumentRenderer({ renderer: catching, fonts }).render('annex_1', view);
  return caught.promise;
}

const html = await htmlOf();
const floorBrowser = await launchLockedBrowser({ chromium, fonts });

/** (a): a page that holds the certificate already and prints it again and again. */
async function openFloor(): Promise<Print> {
  const page = await (await floorBrowser.newContext({ javaScriptEnabled: false })).newPage();
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send('Page.getFrameTree');
  await session.send('Page.setDocumentContent', { frameId: frameTree.frame.id, html: behindPolicy(html) });
  return async () => Buffer.from((await session.send('Page.printToPDF', printOptions)).data, 'base64');
}

/** (b) */
const fresh: Print = async () => {
  const browser = await launchLockedBrowser({ chromium, fonts });
  try {
    return await (await openPrintPage(browser)).print(html);
  } finally {
    await browser.close();
  }
};

const floors = [await openFloor(), await openFloor()] as const;
const ways = {
  product1: [product],
  floor1: [floors[0]],
  product2: [product, product],
  floor2: [...floors],
  fresh: [fresh],
} as const satisfies Record<string, readonly Print[]>;
type Way = keyof typeof ways;
const rates: Record<Way, number[]> = { product1: [], floor1: [], product2: [], floor2: [], fresh: [] };

for (const prints of Object.values(ways)) await rateOf(prints);
for (let round = 0; round < Number(values.rounds); round += 1) {
  for (const way of Object.keys(ways) as Way[]) rates[way].push(await rateOf(ways[way]));
}
await floorBrowser.close();
await renderer.close();

const rate = (way: Way) => median(rates[way]);
const rounded = (number: number) => Math.round(number * 100) / 100;
/** Compared within each round, where both met the same machine, and then the median. */
const ratioOf = (way: Way, bound: Way) =>
  median(rates[way].map((own, round) => own / (rates[bound][round] ?? NaN)));
const ratioToFloor = rounded(Math.min(ratioOf('product1', 'floor1'), ratioOf('product2', 'floor2')));
const ratioToFreshBrowser = rounded(ratioOf('product2', 'fresh'));
console.log(
  `${machine.cpu}, ${machine.cores} cores, ${machine.memoryMb} MB, Node ${machine.node}, ${machine.browser}`,
);
console.log(`PDFs per second, median of ${values.rounds} rounds (lowest to highest):`);
const labels = {
  product1: 'the product, 1 page at a time',
  floor1: '(a) bare printToPDF, 1 page',
  product2: 'the product, 2 pages at a time',
  floor2: '(a) bare printToPDF, 2 pages',
  fresh: '(b) a new browser for each PDF',
} as const satisfies Record<Way, string>;
for (const [way, label] of Object.entries(labels) as [Way, string][]) {
  const [lowest, highest] = [Math.min(...rates[way]), Math.max(...rates[way])];
  console.log(
    `  ${label.padEnd(32)} ${rate(way).toFixed(1).padStart(6)}  (${lowest.toFixed(1)}–${highest.toFixed(1)})`,
  );
}
console.log(
  `product / (a): ${rounded(ratioOf('product1', 'floor1'))} at 1 page, ${rounded(ratioOf('product2', 'floor2'))} at 2;  product / (b): ${ratioToFreshBrowser}`,
);
console.log(`peak memory of worker and browser: ${peakMb.toFixed(0)} MB (PSS)`);
if (values.json) {
  const pdfsPerSecond = rounded(rate('product2'));
  console.log(
    JSON.stringify({ ratioToFloor, ratioToFreshBrowser, pdfsPerSecond, peakMb: Math.round(peakMb), machine }),
  );
}
