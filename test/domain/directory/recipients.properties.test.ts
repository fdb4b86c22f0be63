import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Seat } from '../../../domain/directory/chain.ts';
import { nextUp, seatOf } from '../../../domain/directory/chain.ts';
import type { DirectoryPerson } from '../../../domain/directory/person.ts';
import { isPostAt, posts } from '../../../domain/directory/post.ts';
import { resolveOn } from '../../../domain/directory/recipients.ts';
import { defaultFreshnessPolicy, standingOn } from '../../../domain/directory/standing.ts';
import { directoryOf, ended, onLeave, personIn, today, tree, unconfirmed, unreachable } from './persons.ts';

const available = (person: DirectoryPerson) =>
  standingOn(person, today, defaultFreshnessPolicy) === 'available';

const unit = fc.constantFrom(...tree.values());
const seat: fc.Arbitrary<Seat> = fc.record({
  unitCode: unit.map(({ code }) => code),
  post: fc.constantFrom(...posts),
});
const person = fc
  .tuple(unit, fc.constantFrom(...posts), fc.constantFrom({}, {}, unreachable, onLeave, ended, unconfirmed))
  .filter(([{ level }, post]) => isPostAt(post, level))
  .map(([{ code }, post, change]) => personIn(post, code, change));
const directories = fc.record({
  persons: fc.array(person, { maxLength: 30 }),
  wanted: fc.array(seat, { minLength: 1, maxLength: 6 }),
});

function chainOf(from: Seat): Seat[] {
  const next = nextUp(tree, from);
  return next === undefined ? [from] : [from, ...chainOf(next)];
}

const isAt =
  ({ unitCode, post }: Seat) =>
  (other: Seat) =>
    other.unitCode === unitCode && other.post === post;

function resolve({ persons, wanted }: { persons: DirectoryPerson[]; wanted: Seat[] }) {
  const seats = wanted.map((each) => seatOf(tree, each));
  return { seats, ...resolveOn(directoryOf(persons), wanted, today) };
}

describe('whatever the directory holds', () => {
  it('somebody is told of every wanted post unless its whole chain is empty', () => {
    fc.assert(
      fc.property(directories, (question) => {
        const { seats, told } = resolve(question);
        for (const wanted of seats) {
          const chain = chainOf(wanted);
          const someone = question.persons.some((each) => available(each) && chain.some(isAt(each)));
          const named = told.filter(({ personId }) => personId !== null);
          // The liaison officer covers for a deputy, from one step before the chain.
          const reached = [...chain, { ...wanted, post: 'liaison_officer' as const }];
          if (someone)
            expect(named.some((each) => reached.some(isAt(each))) || isInbox(wanted, told)).toBe(true);
          else expect(told.length).toBeGreaterThan(0);
        }
      }),
    );
  });

  it('nobody is told twice, and nobody who is absent, not in his post or not confirmed', () => {
    fc.assert(
      fc.property(directories, (question) => {
        const { told } = resolve(question);
        const ids = told.flatMap(({ personId }) => personId ?? []);
        expect(new Set(ids).size).toBe(ids.length);
        for (const id of ids) {
          const [entry] = question.persons.filter((each) => each.id === id);
          expect(entry && available(entry)).toBe(true);
        }
      }),
    );
  });

  it('every wanted post is told or a gap, never both but for what stands in an inbox only', () => {
    fc.assert(
      fc.property(directories, (question) => {
        const { seats, told, gaps } = resolve(question);
        for (const wanted of seats) {
          const isTold = told.some(
            (each) => isAt(wanted)(each) && (each.personId !== null || isInbox(wanted, told)),
          );
          const isGap = gaps.some((gap) => isAt(wanted)(gap) && gap.reason !== 'unreachable');
          const inInboxOnly = isGap && told.some((each) => isAt(wanted)(each) && each.personId === null);
          expect(isTold !== isGap || inInboxOnly).toBe(true);
        }
      }),
    );
  });

  it('the order of the wanted posts changes the order of those told, nothing else', () => {
    fc.assert(
      fc.property(directories, ({ persons, wanted }) => {
        const keysOf = (asked: Seat[]) =>
          resolve({ persons, wanted: asked })
            .told.flatMap(({ personId }) => personId ?? [])
            .sort();
        expect(keysOf([...wanted].reverse())).toEqual(keysOf(wanted));
      }),
    );
  });
});

function isInbox(wanted: Seat, told: readonly (Seat & { personId: string | null })[]): boolean {
  return (
    ['window_officer', 'system_administrator'].includes(wanted.post) &&
    told.some((each) => isAt(wanted)(each) && each.personId === null)
  );
}
