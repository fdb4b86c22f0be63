declare const divisionCodeBrand: unique symbol;

/** Six digits of an administrative division (GB/T 2260), as `520103`. Codes of ended divisions are codes too. */
export type DivisionCode = string & { readonly [divisionCodeBrand]: true };

/** A division that no longer is, as history. */
export interface EndedDivision {
  /** The last name that it had. */
  readonly name: string;
  /** The first year in which the code was no longer in force. */
  readonly endYear: number;
}

/**
 * Reads a division code by its form; whether the division exists is a question to the division table.
 * @throws {RangeError} when the text is not six digits.
 */
export function parseDivisionCode(text: string): DivisionCode {
  if (!/^\d{6}$/.test(text)) throw new RangeError(`not a six-digit division code: ${text}`);
  return text as DivisionCode;
}

/** How small a division is by its code: 1 province, 2 prefecture, 3 county. */
export function divisionDepthOf(code: DivisionCode): 1 | 2 | 3 {
  if (code.endsWith('0000')) return 1;
  return code.endsWith('00') ? 2 : 3;
}
