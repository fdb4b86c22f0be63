import { isDeepStrictEqual } from 'node:util';
import type { Static, TSchema } from 'typebox';
import { Check } from 'typebox/value';

type Values = Readonly<Record<string, unknown>>;

/** One entry of a vector file: what it asks, what it expects, what the domain says to the same fields. */
export interface Comparison {
  readonly input: unknown;
  readonly expected: Values;
  readonly actual: Values;
}

/** The file cannot be checked, for a reason that its author can mend. */
export class UnusableFileError extends Error {}

/** Compares a file if it has the format; undefined if it has another. */
export type Format = (json: unknown) => readonly Comparison[] | undefined;

/** A format is recognised by the file's contents, never by its name. */
export function formatOf<S extends TSchema>(schema: S, compare: (file: Static<S>) => Comparison[]): Format {
  return (json) => (Check(schema, json) ? compare(json) : undefined);
}

/** Keeps of both sides the fields that the entry says something about. */
export function comparisonOf(input: unknown, entry: Values, answer: Values): Comparison {
  const fields = Object.keys(answer).filter((field) => entry[field] !== undefined);
  const pick = (values: Values): Values => Object.fromEntries(fields.map((field) => [field, values[field]]));
  return { input, expected: pick(entry), actual: pick(answer) };
}

/** Whether the domain says what the entry expects. */
export function agrees({ expected, actual }: Comparison): boolean {
  return isDeepStrictEqual(expected, actual);
}
