import { Problem } from '../problems.ts';
import type { FieldFault } from '../schemas/problem.ts';

/** One application of a bulk submission, as it was sent. */
export interface BulkItem {
  readonly index: number;
  /** The text under which it is done once; undefined where it is none. */
  readonly key: string | undefined;
  readonly application: unknown;
  /** What is wrong with its form, by where it stands in the whole request. */
  readonly faults: readonly FieldFault[];
}

/**
 * The items of a body, each with its own faults of form.
 * @throws {Problem} 422 for faults that are of no item: then there is nothing to go through.
 */
export function bulkItemsOf(body: unknown, faults: readonly FieldFault[]): BulkItem[] {
  const ofBody = faults.filter(({ pointer }) => !pointer.startsWith('/items/'));
  if (ofBody.length > 0) throw new Problem('validation_failed', { errors: ofBody });
  const { items } = body as { readonly items: readonly unknown[] };
  const ofItems = Map.groupBy(faults, ({ pointer }) => Number(pointer.split('/')[2]));
  return items.map((item, index) => {
    const { key, application = {} } = Object(item) as Readonly<Record<string, unknown>>;
    return {
      ...{ index, application },
      key: typeof key === 'string' ? key : undefined,
      faults: ofItems.get(index) ?? [],
    };
  });
}

/** The key of an item whose form is right but for its application. @throws {Problem} 422 with all that is wrong in it. */
export function keyOf(item: BulkItem): string {
  const { key, faults } = item;
  const isOfApplication = ({ pointer }: FieldFault) => isWithin(pointer, applicationPlace(item));
  if (key !== undefined && faults.every(isOfApplication)) return key;
  throw new Problem('validation_failed', { errors: faults });
}

/** What is wrong with the form of its application, by where it stands in that. */
export function applicationFaultsOf(item: BulkItem): FieldFault[] {
  const place = applicationPlace(item);
  return item.faults.map((fault) => ({ ...fault, pointer: fault.pointer.slice(place.length) }));
}

/** A problem of its application, told by where it stands in the whole request. */
export function problemInItem({ code, details }: Problem, item: BulkItem): Problem {
  if (details.errors === undefined) return new Problem(code, details);
  const place = applicationPlace(item);
  const errors = details.errors.map((fault) => ({ ...fault, pointer: place + fault.pointer }));
  return new Problem(code, { ...details, errors });
}

function applicationPlace({ index }: BulkItem): string {
  return `/items/${index}/application`;
}

function isWithin(pointer: string, place: string): boolean {
  return pointer === place || pointer.startsWith(`${place}/`);
}
