import type { PlainDate } from '../time/plain-date.ts';
import { isPlainDate } from '../time/plain-date.ts';
import type { DivisionCode } from '../units/division-code.ts';
import type { CalendarFault } from './calendar-fault.ts';
import type { CalendarStatus } from './calendar-year.ts';
import { calendarStatuses } from './calendar-year.ts';

export type Json = Readonly<Record<string, unknown>>;

const maxTextLength = 2000;
const maxItems = 200;
// Controls, also those that turn the direction of writing, and halves of surrogate pairs: Postgres keeps not all of them.
const unprintable =
  /[\u0000-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/**
 * Reads values out of JSON and collects whatever is wrong, so that all of it is said at once. After a fault it goes on
 * with a value that means nothing: what was read counts only when `faults` is empty.
 */
export class CalendarReader {
  readonly faults: CalendarFault[] = [];

  fault(pointer: string, code: CalendarFault['code'], message: string): void {
    this.faults.push({ pointer, code, message });
  }

  object(value: unknown, pointer: string): Json {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
    this.#unexpected(value, pointer, '对象');
    return {};
  }

  list(value: unknown, pointer: string): readonly unknown[] {
    if (!Array.isArray(value)) {
      this.#unexpected(value, pointer, '列表');
      return [];
    }
    if (value.length <= maxItems) return value;
    this.fault(pointer, 'too_many', `不能超过${maxItems}项。`);
    return [];
  }

  text(value: unknown, pointer: string): string {
    if (typeof value !== 'string') this.#unexpected(value, pointer, '文本');
    else if (value.trim() === '') this.fault(pointer, 'missing', '未填写此项。');
    else if (value.length > maxTextLength) {
      this.fault(pointer, 'too_long', `不能超过${maxTextLength}个字符。`);
    } else if (unprintable.test(value)) {
      this.fault(pointer, 'wrong_characters', '含有控制字符或残缺的字符编码，请重新录入。');
    } else return value;
    return '';
  }

  date(value: unknown, pointer: string): PlainDate {
    if (typeof value === 'string' && isPlainDate(value)) return value;
    if (typeof value === 'string') this.fault(pointer, 'wrong_form', '应为实际存在的日期 YYYY-MM-DD。');
    else this.#unexpected(value, pointer, '日期 YYYY-MM-DD');
    return '' as PlainDate;
  }

  dateOrNull(value: unknown, pointer: string): PlainDate | null {
    return value === null || value === undefined ? null : this.date(value, pointer);
  }

  /** Zero after a fault. */
  year(value: unknown, pointer: string): number {
    if (typeof value !== 'number') this.#unexpected(value, pointer, '年份（整数）');
    else if (!Number.isInteger(value) || value < 1949 || value > 9998) {
      this.fault(pointer, 'out_of_range', '应为1949至9998之间的整数。');
    } else return value;
    return 0;
  }

  status(value: unknown, pointer: string): CalendarStatus {
    // What a later notice changed was official, and is so again when it is published again.
    if (value === 'superseded') return 'official';
    const status = calendarStatuses.find((candidate) => candidate === value);
    if (status !== undefined) return status;
    if (value === undefined) this.fault(pointer, 'missing', '未填写此项。');
    else this.fault(pointer, 'not_a_choice', `只能是：${calendarStatuses.join('、')}。`);
    return 'provisional';
  }

  boolean(value: unknown, pointer: string): boolean {
    if (typeof value === 'boolean') return value;
    this.#unexpected(value, pointer, '布尔值（true 或 false）');
    return false;
  }

  division(value: unknown, pointer: string): DivisionCode {
    const text = this.text(value, pointer);
    if (text !== '' && !/^\d{6}$/.test(text)) this.fault(pointer, 'wrong_form', '应为六位行政区划代码。');
    return text as DivisionCode;
  }

  #unexpected(value: unknown, pointer: string, expected: string): void {
    if (value === undefined) this.fault(pointer, 'missing', '未填写此项。');
    else this.fault(pointer, 'wrong_type', `应为${expected}。`);
  }
}
