import type { Area, InkPage } from './page-ink.ts';

/** A run of text with the room that its characters take. */
export interface Words extends Area {
  readonly text: string;
  /** Height of its type in points. */
  readonly size: number;
}

export interface SeenPage {
  readonly number: number;
  readonly ink: InkPage;
  readonly words: readonly Words[];
}
