/** A text parted in two: what stands on the form, and what its continuation pages go on with. */
export interface PartedText {
  readonly head: readonly string[];
  readonly rest: readonly string[];
  /** Whether the cut went through a paragraph: then its second half is no new one. */
  readonly cut: 'between_paragraphs' | 'within_paragraph';
}

// So far back from where the page ends a cut looks for the end of a clause: about two lines.
const lookBack = 60;
const endsOfClauses = ['。；', '，、：'] as const;

/** How many characters (code points) paragraphs have together. */
export function lengthOf(paragraphs: readonly string[]): number {
  return paragraphs.reduce((sum, paragraph) => sum + Array.from(paragraph).length, 0);
}

/** Parts a text so that at most `atMost` characters stay in front, if possible at the end of a sentence or clause. */
export function partText(paragraphs: readonly string[], atMost: number): PartedText {
  const head: string[] = [];
  let left = atMost;
  for (const [index, paragraph] of paragraphs.entries()) {
    const characters = Array.from(paragraph);
    if (characters.length <= left) {
      head.push(paragraph);
      left -= characters.length;
      continue;
    }
    const end = endOfClause(characters, left);
    const later = paragraphs.slice(index + 1);
    if (end === 0) return { head, rest: [paragraph, ...later], cut: 'between_paragraphs' };
    return {
      head: [...head, characters.slice(0, end).join('')],
      rest: [characters.slice(end).join(''), ...later],
      cut: 'within_paragraph',
    };
  }
  return { head, rest: [], cut: 'between_paragraphs' };
}

function endOfClause(characters: readonly string[], atMost: number): number {
  for (const ends of endsOfClauses) {
    for (let end = atMost; end > Math.max(0, atMost - lookBack); end -= 1) {
      if (ends.includes(characters[end - 1] ?? ' ')) return end;
    }
  }
  return atMost;
}
