import { readFile } from 'node:fs/promises';
import path from 'node:path';

const fixtures = path.join(import.meta.dirname, '..', 'test', 'fixtures');

/** The sample application with a sample paper, as a counter's software would send them. */
export async function sampleSubmission(): Promise<FormData> {
  const application = JSON.parse(await readFile(path.join(fixtures, 'application.json'), 'utf8')) as object;
  const paper = await readFile(path.join(fixtures, 'application-form.png'));
  // A demonstration that was broken off leaves its case open; the officer's verdict lets the next one go on.
  const openCaseVerdict = { reason: '演示数据，可重复申请' };
  const form = new FormData();
  form.append(
    'application',
    new Blob([JSON.stringify({ ...application, openCaseVerdict })], { type: 'application/json' }),
  );
  form.append(
    'attachments',
    new Blob([new Uint8Array(paper)], { type: 'image/png' }),
    'application-form.png',
  );
  return form;
}
