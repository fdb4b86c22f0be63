import { parentPort, workerData } from 'node:worker_threads';
import { GlobalFonts } from '@napi-rs/canvas';
import { bind, countPages } from './bind.ts';
import type { BinderAnswer, BinderTask, BinderThreadData } from './binder-task.ts';
import { DossierUnreadableError } from './errors.ts';
import { toFaxTiff } from './fax-pages.ts';

/*
 * Where foreign files are read: whatever they do to a parser, they do it to this thread, which can be ended.
 */

const port = parentPort;
if (port === null) throw new Error('this module runs in a thread of its own');

// Chinese fonts that a foreign PDF names and does not bring along are replaced by these.
for (const dir of (workerData as BinderThreadData).fontDirs) GlobalFonts.loadFontsFromDir(dir);

port.on('message', (task: BinderTask) => {
  void answerTo(task).then((answer) => {
    port.postMessage(answer);
  }, throwOutside);
});

async function answerTo(task: BinderTask): Promise<BinderAnswer> {
  try {
    return { kind: 'done', answer: await perform(task) };
  } catch (error) {
    if (error instanceof DossierUnreadableError) return { kind: 'unreadable', message: error.message };
    throw error;
  }
}

function perform(task: BinderTask): Promise<unknown> {
  switch (task.name) {
    case 'countPages':
      return countPages(task.ask.paper, task.ask.position);
    case 'bind':
      return bind(task.ask.caseNo, task.ask.cover, task.ask.papers);
    case 'toFaxTiff':
      return toFaxTiff(task.ask.pdf);
  }
}

/** What nobody foresaw ends the thread, and with it whatever state it is in. */
function throwOutside(error: unknown): void {
  setImmediate(() => {
    throw error;
  });
}
