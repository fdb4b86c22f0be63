import type { CaseNo } from '../../domain/certificate/numbers.ts';
import type { BoundDossier } from './bind.ts';
import type { PaperFile } from './paper-pdf.ts';

/** What the binder's thread can be asked. */
export interface BinderTasks {
  readonly countPages: {
    readonly ask: { readonly paper: PaperFile; readonly position: number };
    readonly answer: number;
  };
  readonly bind: {
    readonly ask: {
      readonly caseNo: CaseNo;
      readonly cover: Uint8Array;
      readonly papers: readonly PaperFile[];
    };
    readonly answer: BoundDossier;
  };
  readonly toFaxTiff: { readonly ask: { readonly pdf: Uint8Array }; readonly answer: Uint8Array };
}

export type BinderTaskName = keyof BinderTasks;

/** A task on its way to the thread. */
export type BinderTask = {
  [Name in BinderTaskName]: { readonly name: Name; readonly ask: BinderTasks[Name]['ask'] };
}[BinderTaskName];

/** What comes back. Errors lose their class on the way between threads: the one that people see travels as its words. */
export type BinderAnswer =
  | { readonly kind: 'done'; readonly answer: unknown }
  | { readonly kind: 'unreadable'; readonly message: string };

/** What the thread is started with. */
export interface BinderThreadData {
  readonly fontDirs: readonly string[];
}
