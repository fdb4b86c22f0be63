import { describe, expect, it } from 'vitest';
import { itemsNamedIn } from '../../../domain/papers/referral-notice.ts';

describe('itemsNamedIn', () => {
  it.each([
    ['出生日期', ['出生日期']],
    ['底册登记的出生日期为1990年5月2日，与身份证不符', ['出生日期']],
    ['曾用名一栏为“李例”', ['曾用名']],
    ['姓名、户籍登记地址均不一致', ['姓名', '户籍登记地址']],
    ['查无此人', []],
  ])('of “%s” names %j and no value', (finding, items) => {
    expect(itemsNamedIn(finding)).toEqual(items);
  });
});
