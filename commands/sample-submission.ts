import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Application, Paper } from '../clients/typescript/client.ts';

const fixtures = path.join(import.meta.dirname, '..', 'test', 'fixtures');

export interface Submission {
  readonly application: Application;
  readonly papers: readonly Paper[];
}

/** The sample application with a sample paper, as a counter's software would send them. */
export async function sampleSubmission(): Promise<Submission> {
  const application = JSON.parse(
    await readFile(path.join(fixtures, 'application.json'), 'utf8'),
  ) as Application;
  const paper = await readFile(path.join(fixtures, 'application-form.png'));
  const content = new Blob([new Uint8Array(paper)], { type: 'image/png' });
  return {
    // A demonstration that was broken off leaves its case open; the officer's verdict lets the next one go on.
    application: { ...application, openCaseVerdict: { reason: '演示数据，可重复申请' } },
    papers: [{ fileName: 'application-form.png', content }],
  };
}
