/** What changed between two versions of a text, word by word, so that whoever reads the second need not read the first again. Pure. */

export interface Piece {
  kind: 'same' | 'added' | 'removed';
  text: string;
}

/** Above this the table would take long, and a text that large changed as a whole is read anew anyway. */
const MOST_WORDS = 1500;

export function wordDiff(before: string, after: string): Piece[] {
  const [left, right] = [before.match(/\S+\s*/g) ?? [], after.match(/\S+\s*/g) ?? []];
  if (left.length > MOST_WORDS || right.length > MOST_WORDS) return joined([removed(before), added(after)]);
  const lengths = commonLengths(left, right);
  const pieces: Piece[] = [];
  let [row, column] = [0, 0];
  while (row < left.length && column < right.length) {
    if (isSame(left[row]!, right[column]!)) {
      pieces.push({ kind: 'same', text: right[column]! });
      row += 1;
      column += 1;
    } else if (lengths[row + 1]![column]! >= lengths[row]![column + 1]!) pieces.push(removed(left[row++]!));
    else pieces.push(added(right[column++]!));
  }
  return joined([...pieces, ...left.slice(row).map(removed), ...right.slice(column).map(added)]);
}

const added = (text: string): Piece => ({ kind: 'added', text });
const removed = (text: string): Piece => ({ kind: 'removed', text });

/** A line break more is no change of words. */
function isSame(left: string, right: string): boolean {
  return left.trim() === right.trim();
}

/** Longest common part of what follows each pair of places. */
function commonLengths(left: readonly string[], right: readonly string[]): Uint16Array[] {
  const table = Array.from({ length: left.length + 1 }, () => new Uint16Array(right.length + 1));
  for (let row = left.length - 1; row >= 0; row--) {
    for (let column = right.length - 1; column >= 0; column--) {
      table[row]![column] = isSame(left[row]!, right[column]!)
        ? table[row + 1]![column + 1]! + 1
        : Math.max(table[row + 1]![column]!, table[row]![column + 1]!);
    }
  }
  return table;
}

function joined(pieces: readonly Piece[]): Piece[] {
  const result: Piece[] = [];
  for (const piece of pieces.filter(({ text }) => text !== '')) {
    const last = result.at(-1);
    if (last?.kind === piece.kind) last.text += piece.text;
    else result.push({ ...piece });
  }
  return result;
}
