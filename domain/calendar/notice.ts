import type { PlainDate } from '../time/plain-date.ts';
import type { CalendarOverlay, CalendarYear } from './calendar-year.ts';

/** The document that says why a day is or is not worked. */
export interface CalendarNotice {
  /** Short key inside one explanation: `CN-2026`, or `450000-2026` for a region. */
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly publishedOn: PlainDate | null;
}

function nationalTitleOf({ year, status, publishedOn, revisedOn }: CalendarYear): string {
  if (status === 'provisional') return `${year}年暂定日历（国务院办公厅尚未发布放假通知）`;
  const dates = [publishedOn && `${publishedOn}发布`, revisedOn && `${revisedOn}调整`].filter(Boolean);
  return `国务院办公厅关于${year}年部分节假日安排的通知${dates.length > 0 ? `（${dates.join('，')}）` : ''}`;
}

/** The State Council's notice for a year, or what stands in for it while it is not out. */
export function nationalNoticeOf(year: CalendarYear): CalendarNotice {
  return {
    id: `CN-${year.year}`,
    title: nationalTitleOf(year),
    source: year.source,
    publishedOn: year.publishedOn,
  };
}

/** The notice of a region. */
export function regionalNoticeOf(overlay: CalendarOverlay): CalendarNotice {
  const { region, year, title, source, publishedOn } = overlay;
  return { id: `${region}-${year}`, title, source, publishedOn };
}
