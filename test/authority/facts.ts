import { createHash } from 'node:crypto';
import { parseInstant } from '../../domain/time/instant.ts';
import { parseUnitCode } from '../../domain/units/unit.ts';

/** What every seeded thing has in common. */
export const clock = { now: () => parseInstant('2026-11-20T09:00:00+08:00') };
export const officerId = 'officer-1';
export const pdf = new TextEncoder().encode('%PDF-1.4');
export const sha256 = createHash('sha256').update(pdf).digest('hex');
export const province = parseUnitCode('440000000000');
export const noticeText = '测试通知，只告知一个派出所。';
