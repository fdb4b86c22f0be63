/**
 * A number as a fax server may be given it: an optional plus and digits. Servers read letters as digits, `#` as a
 * subaddress and `@` as a name, so nothing else passes. Null when the text is no telephone number.
 */
export function dialStringOf(text: string): string | null {
  const dialString = text.replaceAll(/[\s()（）－—-]/g, '');
  return /^\+?\d{5,20}$/.test(dialString) ? dialString : null;
}
