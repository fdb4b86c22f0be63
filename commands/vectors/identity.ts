import Type from 'typebox';
import { checkIdNumber } from '../../domain/identity/id-number.ts';
import { checkName } from '../../domain/identity/name.ts';
import type { PlainDate } from '../../domain/time/plain-date.ts';
import { isPlainDate } from '../../domain/time/plain-date.ts';
import { loadDivisions } from '../../platform/reference-data.ts';
import { UnusableFileError, comparisonOf, formatOf } from './comparison.ts';

// Vector files write codes with hyphens, the product's codes have underscores.
const hyphenate = (code: string): string => code.replaceAll('_', '-');

const idNumberFile = Type.Object({
  asOf: Type.String(),
  vectors: Type.Array(
    Type.Object({
      input: Type.String(),
      valid: Type.Boolean(),
      normalised: Type.Optional(Type.String()),
      reason: Type.Optional(Type.String()),
      birthDate: Type.Optional(Type.String()),
      sex: Type.Optional(Type.String()),
      warnings: Type.Optional(Type.Array(Type.String())),
    }),
    { minItems: 1 },
  ),
});

function answerToIdNumber(input: string, asOf: PlainDate) {
  const check = checkIdNumber(input, asOf, loadDivisions());
  if (!check.valid) return { valid: false, reason: hyphenate(check.reason) };
  const { idNumber, birthDate, sex, warnings } = check;
  return {
    valid: true,
    normalised: idNumber,
    reason: 'ok',
    birthDate,
    sex,
    warnings: warnings.map(hyphenate).toSorted(),
  };
}

/** Files like `id-numbers.json`. An entry that names no warnings expects none. */
export const idNumberFormat = formatOf(idNumberFile, ({ asOf, vectors }) => {
  if (!isPlainDate(asOf)) throw new UnusableFileError(`asOf 不是日期：${asOf}`);
  return vectors.map((vector) => {
    const expected = { ...vector, warnings: (vector.warnings ?? []).toSorted() };
    return comparisonOf(vector.input, expected, answerToIdNumber(vector.input, asOf));
  });
});

const nameFile = Type.Object({
  vectors: Type.Array(
    Type.Object({
      name: Type.String(),
      valid: Type.Boolean(),
      normalised: Type.Optional(Type.String()),
      codePoints: Type.Optional(Type.Integer()),
      reason: Type.Optional(Type.String()),
    }),
    { minItems: 1 },
  ),
});

function answerToName(input: string) {
  const check = checkName(input);
  if (!check.valid) return { valid: false, reason: hyphenate(check.reason) };
  return { valid: true, normalised: check.name, codePoints: check.codePoints, reason: 'ok' };
}

/** Files like `names.json`. */
export const nameFormat = formatOf(nameFile, ({ vectors }) =>
  vectors.map((vector) => comparisonOf(vector.name, vector, answerToName(vector.name))),
);
