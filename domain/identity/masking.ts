import { codePointsOf } from './code-points.ts';

const compoundSurnames: ReadonlySet<string> = new Set([
  ...['欧阳', '司马', '上官', '诸葛', '夏侯', '东方', '皇甫', '尉迟', '公孙', '慕容'],
  ...['长孙', '宇文', '司徒', '司空', '令狐', '轩辕', '端木', '百里', '呼延', '南宫'],
]);

function surnameLengthOf(characters: readonly string[]): number {
  return characters.length > 2 && compoundSurnames.has(characters.slice(0, 2).join('')) ? 2 : 1;
}

/** A name for lists: the surname kept, `欧阳**` (§8). A name that has no surname keeps its first character. */
export function maskName(name: string): string {
  const characters = codePointsOf(name);
  const kept = surnameLengthOf(characters);
  return characters.map((character, index) => (index < kept ? character : '*')).join('');
}

function maskMiddle(text: string, keptAtStart: number, keptAtEnd: number): string {
  const characters = codePointsOf(text);
  // Where fewer than three characters would be hidden, the rest gives them away.
  if (characters.length < keptAtStart + keptAtEnd + 3) return '*'.repeat(characters.length);
  const end = characters.length - keptAtEnd;
  return characters
    .map((character, index) => (index < keptAtStart || index >= end ? character : '*'))
    .join('');
}

/** A citizen number for lists: first 6 and last 4 kept (§8). */
export function maskIdNumber(idNumber: string): string {
  return maskMiddle(idNumber, 6, 4);
}

/** A telephone number for lists: first 3 and last 4 kept (§8). */
export function maskTelephone(telephone: string): string {
  return maskMiddle(telephone, 3, 4);
}
