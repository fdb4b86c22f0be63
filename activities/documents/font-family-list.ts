/**
 * The value of a `font-family` declaration. Every family is named, in a fixed order, so that which font prints a
 * character does not depend on how the machine would rank them.
 */
export function fontFamilyList(families: readonly string[]): string {
  return families.map((family) => `"${family}"`).join(', ');
}
