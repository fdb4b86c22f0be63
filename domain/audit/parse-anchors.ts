import { isPlainDate } from '../time/plain-date.ts';
import type { AuditAnchor } from './entry.ts';

/** Anchors as the API hands them out, `{"items": […]}`; undefined for any other text. */
export function parseAnchors(text: string): readonly AuditAnchor[] | undefined {
  const items = itemsIn(text);
  return Array.isArray(items) && items.every(isAnchor) ? items : undefined;
}

function itemsIn(text: string): unknown {
  try {
    const { items } = Object(JSON.parse(text)) as { readonly items?: unknown };
    return items;
  } catch {
    return undefined;
  }
}

function isAnchor(value: unknown): value is AuditAnchor {
  const { day, count, hash } = Object(value) as { readonly [Field in keyof AuditAnchor]?: unknown };
  const isCount = Number.isInteger(count) && Number(count) > 0;
  return typeof day === 'string' && isPlainDate(day) && isCount && typeof hash === 'string';
}
