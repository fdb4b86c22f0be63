import { expect, it } from 'vitest';
import { formatCaseNo, formatCertificateNo } from '../../../domain/certificate/numbers.ts';
import { givenOutBy, numbersIn } from '../../../domain/certificate/numbers-in-text.ts';
import { parsePlainDate } from '../../../domain/time/plain-date.ts';
import { parseUnitCode } from '../../../domain/units/unit.ts';

const unit = parseUnitCode('440106990000');
const date = parsePlainDate('2026-12-01');
const [second, ninth] = [formatCaseNo(unit, date, 2), formatCertificateNo(unit, date, 9)];

it('finds every number in a text, and none that its check character belies', () => {
  const wrong = `${second.slice(0, -1)}${second.endsWith('A') ? 'B' : 'A'}`;
  const text = `{"caseNo":"${second}","id":"case/${ninth}","other":"${wrong}","long":"X${second}"}`;
  expect(numbersIn(text)).toEqual([second, ninth]);
});

it('says how far a unit and day have come at least', () => {
  const next = parsePlainDate('2026-12-02');
  const numbers = [second, ninth, formatCaseNo(unit, next, 4), 'no number'];
  expect(givenOutBy(numbers)).toEqual([
    { unit, date, last: 9 },
    { unit, date: next, last: 4 },
  ]);
});
