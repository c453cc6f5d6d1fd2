/** Choices are written as lines, `value | Türkçe | English`: faster to type and to move than a grid of fields. Pure. */
import type { Question } from '../../../../../contract/catalogue.ts';

type Choices = NonNullable<Question['choices']>;

export function linesOf(choices: Choices): string {
  return choices.map(({ value, label }) => `${value} | ${label.tr} | ${label.en}`).join('\n');
}

/** A line without its parts becomes a choice without its words, which the server names when publishing. */
export function choicesFrom(lines: string): Choices {
  return lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const [value = '', tr = '', en = ''] = line.split('|').map((part) => part.trim());
      return { value, label: { tr, en } };
    });
}

/** What an earlier question may have been answered with; null where anything may. */
export function answersOf({ type, choices = [] }: Question): string[] | null {
  if (type === 'choice') return choices.map(({ value }) => value);
  if (type === 'yes-no') return ['yes', 'no'];
  return type === 'yes-no-unknown' ? ['yes', 'no', 'unknown'] : null;
}

/** A new question with an id nobody has. */
export function newQuestion(taken: readonly Question[]): Question {
  let number = taken.length + 1;
  while (taken.some(({ id }) => id === `question-${number}`)) number += 1;
  return { id: `question-${number}`, type: 'text', label: { tr: '', en: '' }, required: false };
}

export function moved(questions: readonly Question[], at: number, by: -1 | 1): Question[] {
  const list = [...questions];
  const [one] = list.splice(at, 1);
  if (one) list.splice(at + by, 0, one);
  return list;
}
