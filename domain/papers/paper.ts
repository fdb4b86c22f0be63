/** Whose hands a paper is made for. */
export const paperReaders = ['applicant', 'accepting_station', 'home_station', 'supervisor'] as const;

export type PaperReader = (typeof paperReaders)[number];

/**
 * How a paper lies on its pages. `certificate`: the plan's form on one page, set smaller when its text is long, then
 * with numbered continuation pages. `flowing`: as many pages as it needs, each numbered and with the case number.
 */
export type PaperLayout = 'certificate' | 'flowing';

/** A kind of paper: what it is called, whose it is, and how its view becomes the fields of its template. */
export interface Paper<View> {
  readonly title: string;
  readonly readers: readonly PaperReader[];
  /** Name under `templates/`. */
  readonly template: string;
  readonly layout: PaperLayout;
  /** Dates and numbers as they are written, choices as words. Every text in it is printed, or checked as if it were. */
  readonly present: (view: View) => object;
}

/** Every text in the fields of a paper, at whatever depth: what must be printable before anything is rendered. */
export function textsOf(fields: unknown): readonly string[] {
  if (typeof fields === 'string') return [fields];
  if (typeof fields !== 'object' || fields === null) return [];
  return Object.values(fields).flatMap(textsOf);
}
