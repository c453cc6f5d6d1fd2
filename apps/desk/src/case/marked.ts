/** A text in pieces, so that what was looked for can be set apart from the rest. Pure. */
import type { WhyFound } from '../../../../contract/finding.ts';

export interface Piece {
  text: string;
  marked: boolean;
}

/** @param marks begin and end of each, in UTF-16 units; what lies outside the text or crosses another is left out. */
export function piecesOf(text: string, marks: readonly (readonly [number, number])[]): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const [from, to] of marks.toSorted(([left], [right]) => left - right)) {
    if (from < at || to > text.length || to <= from) continue;
    if (from > at) pieces.push({ text: text.slice(at, from), marked: false });
    pieces.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), marked: false });
  return pieces;
}

/** What of it can be shown in the words themselves, and what must be said beside them. */
export function marksIn(text: string, found: readonly WhyFound[]): { marks: WhyFound['marks']; others: WhyFound[] } {
  const here = found.find(({ where, snippet }) => where === 'text' && text.startsWith(snippet.slice(0, text.length)));
  return { marks: here?.marks ?? [], others: found.filter((why) => why !== here) };
}
