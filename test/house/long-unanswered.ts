import { excerptOf } from '../../domain/calendar/working-calendar.ts';
import { parsePlainDate } from '../../domain/time/plain-date.ts';
import { loadPublishedCalendar } from '../../platform/reference-data.ts';
import { Ledger } from '../domain/case/ledger.ts';

/** A case that was accepted on Monday 2025-03-03. */
export function acceptedLongAgo(): Ledger {
  const calendar = excerptOf(loadPublishedCalendar(), {
    from: parsePlainDate('2025-01-01'),
    to: parsePlainDate('2025-12-31'),
    regions: [],
  });
  return new Ledger({ calendar }).goTo('2025-03-03T09:00:00+08:00').accept();
}

/** A dossier that lay unanswered at its home station since then, and whose every rung is overdue today. */
export function longUnanswered(): Ledger {
  return acceptedLongAgo().do('transmit').handOver();
}
