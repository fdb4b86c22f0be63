import { seededRandom } from '../../../commands/simulation/plan.ts';
import type { Fault, FaultKind } from './fault.ts';
import { faultKinds } from './fault.ts';
import { linkNames } from './links.ts';
import { pointNames, victims } from './points.ts';

/** A fault and how long after the one before it comes. */
export interface PlannedFault {
  readonly n: number;
  readonly afterMs: number;
  readonly fault: Fault;
}

interface PlanOptions {
  readonly seed: number;
  readonly faults: number;
  readonly kinds: readonly FaultKind[];
}

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** The same for the same options, whatever then comes of it: what happens at which moment no seed can repeat. */
export function planFaults({ seed, faults, kinds }: PlanOptions): PlannedFault[] {
  const random = seededRandom(seed);
  const within = (from: number, to: number) => Math.round(from + random() * (to - from));
  const kindDeck = deckOf(
    kinds.flatMap((kind) => Array.from({ length: faultKinds[kind].share }, () => kind)),
    random,
  );
  const victim = deckOf(victims, random);
  const point = deckOf(pointNames, random);
  const link = deckOf(linkNames, random);
  const program = deckOf(['api', 'worker'] as const, random);

  const draw: { readonly [Kind in FaultKind]: () => Extract<Fault, { kind: Kind }> } = {
    kill: () => ({ kind: 'kill', victim: victim(), downMs: within(0, 1500) }),
    kill_at_point: () => ({ kind: 'kill_at_point', point: point(), downMs: within(0, 800) }),
    cut: () => ({ kind: 'cut', link: link(), lastsMs: within(50, 2500) }),
    delay: () => ({ kind: 'delay', link: link(), delayMs: within(20, 600), lastsMs: within(500, 3000) }),
    silence: () => ({ kind: 'silence', link: link(), lastsMs: within(500, 5000) }),
    disk_full: () => ({ kind: 'disk_full', lastsMs: within(500, 3000) }),
    clock: () => {
      const turned = program();
      return { kind: 'clock', program: turned, offsetMs: offsetFor(turned), lastsMs: within(500, 4000) };
    },
  };

  function offsetFor(turned: 'api' | 'worker'): number {
    const backwards = random() < 0.5;
    if (backwards) return -within(minuteMs, 26 * hourMs);
    // What a worker whose clock is days ahead plans goes out days later: nothing is lost, and no run can wait for it.
    return turned === 'api' ? within(minuteMs, 26 * hourMs) : within(5_000, minuteMs);
  }

  return Array.from({ length: faults }, (_, index) => ({
    n: index + 1,
    afterMs: within(100, 1200),
    fault: draw[kindDeck()](),
  }));
}

/** Deals every card once before any comes again: a short run has something of everything. */
function deckOf<Card>(cards: readonly Card[], random: () => number): () => Card {
  let left: Card[] = [];
  return () => {
    if (left.length === 0) left = [...cards];
    const [card] = left.splice(Math.floor(random() * left.length), 1);
    if (card === undefined) throw new Error('there is nothing to draw from');
    return card;
  };
}
