import type { Static } from '@fastify/type-provider-typebox';
import { Type } from '@fastify/type-provider-typebox';
import type { CaseFilter, CaseOrder, CasePosition, CaseRow } from '../db/repositories/cases.ts';
import type { CaseStatus } from '../domain/case/status.ts';
import { caseStatuses } from '../domain/case/status.ts';
import { isCaseNo } from '../domain/certificate/numbers.ts';
import type { Instant } from '../domain/time/instant.ts';
import type { UnitCode } from '../domain/units/unit.ts';
import type { UnitTree } from '../domain/units/unit-tree.ts';
import { unitsWithin } from '../domain/units/unit-tree.ts';
import { decodeCursor, findInstant } from './cursor.ts';
import { Problem } from './problems.ts';
import { paging, UnitCodeQuery } from './schemas/page.ts';
import { InstantSchema } from './schemas/text.ts';
import { FieldsQuery } from './sparse.ts';

const sorts = ['-acceptedAt', 'acceptedAt', 'dueAt', '-dueAt'] as const;

type Sort = (typeof sorts)[number];

const orders = {
  '-acceptedAt': { by: 'acceptedAt', direction: 'descending' },
  acceptedAt: { by: 'acceptedAt', direction: 'ascending' },
  dueAt: { by: 'dueAt', direction: 'ascending' },
  '-dueAt': { by: 'dueAt', direction: 'descending' },
} as const satisfies Record<Sort, CaseOrder>;

/** What a list of cases is asked for. */
export const CaseQuery = Type.Object(
  {
    ...paging,
    fields: FieldsQuery,
    sort: Type.Enum([...sorts], {
      default: '-acceptedAt',
      description:
        'By what, `-` newest or latest first; without a due date is last by `dueAt`, first by `-dueAt`',
    }),
    status: Type.Optional(Type.Array(Type.Enum([...caseStatuses]), { maxItems: caseStatuses.length })),
    acceptingStation: Type.Optional({ ...UnitCodeQuery, description: '受理地派出所，或其上级单位' }),
    homeStation: Type.Optional({ ...UnitCodeQuery, description: '户籍地派出所，或其上级单位' }),
    overdue: Type.Optional(Type.Boolean({ description: 'true：只列查证已逾期的' })),
    dueBefore: Type.Optional(InstantSchema),
    acceptedSince: Type.Optional(InstantSchema),
  },
  { additionalProperties: false },
);

// Who has not answered yet and still can.
const awaitingAnswer: readonly CaseStatus[] = ['in_transit', 'verifying'];

/** @throws {Problem} 422 for an instant that is none, or a cursor of another list or order. */
export function caseFilterOf(
  query: Static<typeof CaseQuery>,
  now: Instant,
  tree: UnitTree,
): Omit<CaseFilter, 'unitCode' | 'limit'> {
  const dueBefore = [
    ...(query.dueBefore === undefined ? [] : [readInstant(query.dueBefore, 'dueBefore')]),
    ...(query.overdue === true ? [now] : []),
  ].sort()[0];
  const statuses =
    query.overdue === true
      ? awaitingAnswer.filter((status) => query.status?.includes(status) ?? true)
      : query.status;
  return {
    statuses,
    dueBefore,
    acceptedSince:
      query.acceptedSince === undefined ? undefined : readInstant(query.acceptedSince, 'acceptedSince'),
    acceptingStations: stationsOf(query.acceptingStation, tree),
    homeStations: stationsOf(query.homeStation, tree),
    order: orders[query.sort],
    after: decodeCursor(query.cursor, positionIn(query.sort)),
  };
}

/** The unit and what stands below it: a supervisor asks for his own stations (S51). A code that the tree lacks finds nothing. */
function stationsOf(code: string | undefined, tree: UnitTree): UnitCode[] | undefined {
  return code === undefined ? undefined : unitsWithin(tree, code as UnitCode);
}

/** Where a page ended; the order stands in it, since a place in one order is none in another. */
export function cursorParts(
  { acceptedAt, dueAt, caseNo }: Pick<CaseRow, 'acceptedAt' | 'dueAt' | 'caseNo'>,
  sort: Sort,
): readonly (string | null)[] {
  return [sort, orders[sort].by === 'acceptedAt' ? acceptedAt : dueAt, caseNo];
}

function positionIn(sort: Sort): (parts: readonly unknown[]) => CasePosition | undefined {
  return ([sortedBy, key, caseNo]) => {
    if (sortedBy !== sort || typeof caseNo !== 'string' || !isCaseNo(caseNo)) return undefined;
    if (key === null) return orders[sort].by === 'dueAt' ? { key, caseNo } : undefined;
    const instant = typeof key === 'string' ? findInstant(key) : undefined;
    return instant === undefined ? undefined : { key: instant, caseNo };
  };
}

function readInstant(text: string, name: string): Instant {
  const instant = findInstant(text);
  if (instant !== undefined) return instant;
  const message = '应为带时区的时间，如 2026-11-25T08:30:00+08:00。';
  throw new Problem('validation_failed', {
    errors: [{ pointer: `/query/${name}`, code: 'wrong_form', message }],
  });
}
