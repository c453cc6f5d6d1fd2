import { expect, it } from 'vitest';
import { choicesFrom, linesOf, moved, newQuestion } from './question-lines.ts';

const choices = [
  { value: 'today', label: { tr: 'Bugün', en: 'Today' } },
  { value: 'earlier', label: { tr: 'Daha eski', en: 'Earlier' } },
];

it('writes choices as lines and reads them back', () => {
  expect(linesOf(choices)).toBe('today | Bugün | Today\nearlier | Daha eski | Earlier');
  expect(choicesFrom(linesOf(choices))).toEqual(choices);
});

it('keeps a line that is not finished, so that nothing typed is lost', () => {
  expect(choicesFrom('\n today\n')).toEqual([{ value: 'today', label: { tr: '', en: '' } }]);
});

it('gives a new question an id nobody has, and moves one', () => {
  const first = { ...newQuestion([]), id: 'question-2' };
  const second = newQuestion([first]);
  expect(second.id).toBe('question-3');
  expect(moved([first, second], 1, -1)).toEqual([second, first]);
});
