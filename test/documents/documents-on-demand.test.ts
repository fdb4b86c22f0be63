import pino from 'pino';
import { expect, it, onTestFinished } from 'vitest';
import { openDocumentsOnDemand } from '../../activities/documents/documents-on-demand.ts';
import { browserToCome } from './browser-to-come.ts';
import { annex1View, cacheDir, readPdf } from './documents-fixture.ts';

it('says what is missing, fails each paper as one that may be tried again, and prints once a browser is there', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'info' }, { write: (line: string) => lines.push(line) });
  const { chromiumPath, install } = await browserToCome();
  const documents = openDocumentsOnDemand({ cacheDir, log, chromiumPath });
  onTestFinished(() => documents.close());
  const printed = () => documents.render('annex_1', annex1View);

  await expect(documents.ready()).rejects.toThrow('TONGBAN_CHROMIUM_PATH');
  await expect(printed()).rejects.toMatchObject({ code: 'service_unavailable', failure: 'browser_failed' });
  expect(lines.filter((line) => line.includes(`${chromiumPath} 不是可执行文件`))).toHaveLength(2);

  await install();
  const [pdf] = await Promise.all([printed(), printed()]);
  expect((await readPdf(pdf)).text).toContain(annex1View.applicantName);
  expect(lines.filter((line) => line.includes('documents are ready'))).toHaveLength(1);
}, 120_000);
