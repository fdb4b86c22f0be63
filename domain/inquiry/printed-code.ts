declare const printedCodeBrand: unique symbol;

/**
 * 查询码 of a receipt, 校验码 of a certificate: what only the holder of the paper can know. Relatives, with whom an applicant
 * may be at odds (家庭矛盾 is why he applies), know his ID number; so nothing of it is asked for.
 */
export type PrintedCode = string & { readonly [printedCodeBrand]: true };

// Without I, L, O and U: nobody has to guess what he reads.
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

// Of 5 bits each. About 40 guesses a day get through for a number (attempt-limits.ts): of 2^40 codes one is found by chance
// after tens of millions of years, and after decades by whoever tries a million numbers every day.
export const printedCodeLength = 8;

/** A code from bytes of chance, one for each character. @throws {RangeError} when there are not as many. */
export function printedCodeFrom(bytes: Uint8Array): PrintedCode {
  if (bytes.length !== printedCodeLength)
    throw new RangeError(`a code is made from ${printedCodeLength} bytes`);
  return Array.from(bytes, (byte) => alphabet.charAt(byte & 31)).join('') as PrintedCode;
}

/** As it is printed: `K7QM-3XPD`. */
export function showPrintedCode(code: PrintedCode): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/**
 * What somebody has typed as the one who printed it wrote it: in capitals, full-width characters of a Chinese keyboard as plain
 * ones, without spaces, hyphens and whatever else stands in no number.
 */
export function typedNumber(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[^0-9A-Z]/g, '');
}

/** The same for a code, where letters that it does not have are the digits that they look like. */
export function typedCode(text: string): string {
  return typedNumber(text).replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}
