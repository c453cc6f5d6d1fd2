/**
 * Whether a text holds the words a rule asks for: `çöp` is found in `çöplerimiz`, `COPLERI` and `copu`. The rule's author writes the plain
 * form; a longer one (`çöpler`) also finds what shares at least four letters of stem with it. Pure; a text is read word by word, and what a
 * word may mean is remembered, because a year of requests says the same words again and again.
 */
import { words } from '../../../text/turkish.ts';
import { stemsOf } from '../catalogue/door.ts';

export interface WordsSaid {
  /** Gives the phrase of these that is found in the words of a text, as the author wrote it; null when none is. */
  finder(phrases: readonly string[]): (said: readonly string[]) => string | null;
}

const REMEMBERED = 50_000;
const SHARED_STEM = 4;

/** One for a whole rule set: its rules look the same text up. */
export function wordsSaid(): WordsSaid {
  const known = new Map<string, readonly string[]>();
  const stemsOfWord = (word: string): readonly string[] => {
    const found = known.get(word);
    if (found !== undefined) return found;
    if (known.size >= REMEMBERED) known.clear();
    const stems = stemsOf(word);
    known.set(word, stems);
    return stems;
  };
  return {
    finder(phrases) {
      const asked = phrases.map((phrase) => ({ phrase, parts: words(phrase).map(acceptedStems) }));
      const lone = new Map<string, string>();
      for (const { phrase, parts } of asked) {
        if (parts.length === 1) for (const stem of parts[0]!) if (!lone.has(stem)) lone.set(stem, phrase);
      }
      const several = asked.filter(({ parts }) => parts.length > 1);
      return (said) => {
        for (const word of said) {
          for (const stem of stemsOfWord(word)) {
            const phrase = lone.get(stem);
            if (phrase !== undefined) return phrase;
          }
        }
        const whole = several.find(({ parts }) =>
          parts.every((stems) => said.some((word) => stemsOfWord(word).some((stem) => stems.has(stem)))),
        );
        return whole?.phrase ?? null;
      };
    },
  };
}

/** The stems that count as the author's word: itself, and its own stems where they are long enough to stand for nothing else. */
function acceptedStems(word: string): ReadonlySet<string> {
  return new Set(stemsOf(word).filter((stem) => stem === word || stem.length >= SHARED_STEM));
}
