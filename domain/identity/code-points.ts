/**
 * The characters of a text as Unicode code points, which is how names are counted and cut (§7): 𬍛 is one character
 * and two UTF-16 units. A lone surrogate stays one character.
 */
export function codePointsOf(text: string): string[] {
  return Array.from(text);
}
