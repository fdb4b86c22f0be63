import type { PlainDate } from '../../domain/time/plain-date.ts';
import { daysBetween, parsePlainDate } from '../../domain/time/plain-date.ts';

/** What in the text of a true case is another's in its copy. */
export type Slot =
  /** A date, so many days after the day on which the true case stood so. */
  | { readonly kind: 'date'; readonly days: number }
  /** A number of the case's station: its own, a certificate's. */
  | { readonly kind: 'number'; readonly n: number; readonly days: number }
  | { readonly kind: 'unit'; readonly code: string }
  | { readonly kind: 'id'; readonly form: 'uuid' | 'hex' }
  /** Filled in by whoever writes the row. */
  | { readonly kind: 'own'; readonly name: string };

/** Text with holes: a number is the place of a slot. */
export type Pattern = readonly (string | number)[];

// A digest first, so that nothing is found in the middle of it; it stays.
const findings =
  /[0-9a-f]{64}|[0-9A-Z]{12}\d{13}[0-9A-Z]|[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{12}|\d{4}-\d{2}-\d{2}/g;

interface PatternOptions {
  readonly asOf: PlainDate;
  /** Which texts of 12 digits are units of the case. */
  readonly units: ReadonlySet<string>;
  /** Which UUIDs stay: the people of the directory. */
  readonly keptIds: ReadonlySet<string>;
}

/** Finds the slots of the texts of one case; the same text is the same slot wherever it stands. */
export class SlotFinder {
  readonly slots: Slot[] = [];
  readonly #places = new Map<string, number>();
  readonly #options: PatternOptions;
  #numbers = 0;

  constructor(options: PatternOptions) {
    this.#options = options;
  }

  /** The place of a slot that the writer of the row fills in. */
  own(name: string): number {
    return this.#placeOf(`own ${name}`, () => ({ kind: 'own', name }));
  }

  pattern(text: string): Pattern {
    const parts: (string | number)[] = [];
    let end = 0;
    for (const match of text.matchAll(findings)) {
      const place = this.#slotOf(match[0]);
      if (place === undefined) continue;
      if (match.index > end) parts.push(text.slice(end, match.index));
      parts.push(place);
      end = match.index + match[0].length;
    }
    if (end < text.length) parts.push(text.slice(end));
    return parts;
  }

  #slotOf(text: string): number | undefined {
    const { asOf, units, keptIds } = this.#options;
    const daysOf = (date: string) => daysBetween(asOf, parsePlainDate(date));
    switch (text.length) {
      case 10:
        return this.#placeOf(text, () => ({ kind: 'date', days: daysOf(text) }));
      case 12:
        return units.has(text) ? this.#placeOf(text, () => ({ kind: 'unit', code: text })) : undefined;
      case 26: {
        const date = `${text.slice(12, 16)}-${text.slice(16, 18)}-${text.slice(18, 20)}`;
        return this.#placeOf(text, () => ({ kind: 'number', n: this.#numbers++, days: daysOf(date) }));
      }
      case 64:
        return undefined;
      default:
        return keptIds.has(text)
          ? undefined
          : this.#placeOf(text, () => ({ kind: 'id', form: text.length === 36 ? 'uuid' : 'hex' }));
    }
  }

  #placeOf(key: string, make: () => Slot): number {
    const known = this.#places.get(key);
    if (known !== undefined) return known;
    this.slots.push(make());
    this.#places.set(key, this.slots.length - 1);
    return this.slots.length - 1;
  }
}

/** The text with its slots filled. */
export function fill(pattern: Pattern, values: readonly string[]): string {
  let text = '';
  for (const part of pattern) text += typeof part === 'string' ? part : (values[part] ?? '');
  return text;
}

/** A value as `copy … from stdin` reads it. */
export function copyText(value: string | null): string {
  if (value === null) return '\\N';
  return value.replace(/[\\\n\r\t]/g, (sign) => escapes[sign] ?? sign);
}

const escapes: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
