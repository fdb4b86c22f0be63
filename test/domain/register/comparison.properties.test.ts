import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { samplePeople } from '../../../activities/population-register/sample-people.ts';
import type { Application } from '../../../domain/application/application.ts';
import { idNumberCheckCharacterOf } from '../../../domain/identity/id-number.ts';
import { compareWithRegister, differenceItems } from '../../../domain/register/comparison.ts';
import type { RegisterEntry } from '../../../domain/register/entry.ts';
import { addDays, parsePlainDate } from '../../../domain/time/plain-date.ts';
import fixture from '../../fixtures/application.json' with { type: 'json' };

const application: Application = { ...(fixture as unknown as Application), matters: [] };
const asOf = parsePlainDate('2026-11-25');
const [sample] = samplePeople as [RegisterEntry];

const codePoint = (from: number, to: number) =>
  fc.integer({ min: from, max: to }).map((point) => String.fromCodePoint(point));
const ideograph = fc.oneof(codePoint(0x4e00, 0x9fff), codePoint(0x20000, 0x2a6df), codePoint(0xf900, 0xfa6d));
const part = fc.array(ideograph, { minLength: 1, maxLength: 10 }).map((characters) => characters.join(''));
const dot = fc.constantFrom('\u00B7', '\u2022', '\u2027', '\u30FB', '\uFF65', '\u22C5', '\u2219');

/** An invented person, born between 1900 and today, with the number that belongs to him. */
const person = fc
  .record({ days: fc.integer({ min: 0, max: 46_000 }), serial: fc.integer({ min: 0, max: 999 }), name: part })
  .map(({ days, serial, name }) => {
    const birthDate = addDays(parsePlainDate('1900-01-01'), days);
    const digits = `520302${birthDate.replaceAll('-', '')}${String(serial).padStart(3, '0')}`;
    const idNumber = digits + idNumberCheckCharacterOf(digits);
    return {
      idNumber,
      birthDate,
      name: `样${name}`,
      sex: serial % 2 === 0 ? ('F' as const) : ('M' as const),
    };
  });

function compare(applicant: { name: string; idNumber: string }, entry: Partial<RegisterEntry>) {
  const changed = { ...application, applicant: { ...application.applicant, ...applicant } };
  return compareWithRegister(changed, { ...sample, ...entry }, asOf);
}

describe('compareWithRegister', () => {
  it('finds nothing between a person and his own entry', () => {
    fc.assert(
      fc.property(person, (own) => {
        expect(compare(own, own)).toEqual([]);
      }),
    );
  });

  it('finds, and finds only, what was changed of sex and birth date', () => {
    fc.assert(
      fc.property(person, fc.integer({ min: 1, max: 20_000 }), (own, days) => {
        const other = {
          ...own,
          birthDate: addDays(own.birthDate, days),
          sex: own.sex === 'F' ? 'M' : 'F',
        } as const;
        expect(compare(own, other).map(({ item }) => item)).toEqual(['sex', 'birth_date']);
      }),
    );
  });

  it('takes the variants of the separator for one', () => {
    fc.assert(
      fc.property(person, part, part, dot, dot, (own, given, family, one, other) => {
        const entry = { ...own, name: `${given}${other}${family}` };
        expect(compare({ ...own, name: `${given}${one}${family}` }, entry)).toEqual([]);
      }),
    );
  });

  it('never takes two names for one that differ in a character, also where Unicode would fold them', () => {
    fc.assert(
      fc.property(person, part, (own, name) => {
        const names = [`样${name}`, `样${name.normalize('NFC')}`, `样${name.normalize('NFKC')}`] as const;
        for (const other of names) {
          const differs = compare({ ...own, name: names[0] }, { ...own, name: other }).length > 0;
          expect(differs).toBe(other !== names[0]);
        }
      }),
    );
    expect(compare({ ...sample, name: '样\uF979' }, { name: '样\u51C9' })).toMatchObject([
      { item: 'name', gravity: 'conflict' },
    ]);
  });

  it('takes any text without failing, each item at most once and in order', () => {
    const text = fc.string({ unit: 'binary', maxLength: 30 });
    fc.assert(
      fc.property(text, text, text, fc.array(text), (name, idNumber, registerName, formerNames) => {
        const items = compare({ name, idNumber }, { name: registerName, formerNames }).map(
          ({ item }) => item,
        );
        expect(items).toEqual(differenceItems.filter((item) => items.includes(item)));
      }),
    );
  });
});
