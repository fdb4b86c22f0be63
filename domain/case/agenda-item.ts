import type { ClockKey } from '../clocks/clock-id.ts';
import type { ScheduledRung } from '../escalation/rung.ts';
import { rungKeyOf } from '../escalation/rung.ts';
import type { Instant } from '../time/instant.ts';
import type { EffectKey } from './effect.ts';

/** Something that will happen to the case by itself unless something else happens first. */
export type AgendaItem =
  | {
      readonly kind: 'rung';
      readonly at: Instant;
      readonly clockKey: ClockKey;
      readonly rung: ScheduledRung;
    }
  | {
      readonly kind: 'retry';
      readonly at: Instant;
      readonly effectKey: EffectKey;
      readonly afterFailures: number;
    };

/** The step that an agenda item becomes; the ledger records each once. */
export function agendaStepKey(item: AgendaItem): string {
  return item.kind === 'rung'
    ? rungKeyOf(item.clockKey, item.rung)
    : `${item.effectKey}/retry-${item.afterFailures}`;
}
