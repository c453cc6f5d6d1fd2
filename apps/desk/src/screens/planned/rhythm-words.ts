/** A rhythm in words, as it stands in the list of what changes and between versions. Pure. */
import type { Rhythm } from '../../../../../contract/planned-work.ts';
import { formatDay } from '../../../../../text/format.ts';
import type { Language } from '../../../../../text/language.ts';
import type { Say } from '../../kit/texts.ts';
import { weekTexts } from '../settings/week-words.ts';
import type { planTexts } from './plan-texts.ts';

export function rhythmInWords(rhythm: Rhythm, say: Say<(typeof planTexts)['tr']>, language: Language): string {
  const { kind, from, every, monthDay, within } = rhythm;
  if (kind === 'once') return say('words.once', { day: formatDay(from, language, { year: true }) });
  const days = rhythm.weekdays
    .toSorted((one, other) => one - other)
    .map((day) => weekTexts[language][`day.${day}` as 'day.1'])
    .join(', ');
  const which = `words.${kind === 'weeks' ? 'week' : 'month'}${every === 1 ? '' : 's'}` as const;
  const words = say(which, { n: every, days, day: monthDay });
  return within === null ? words : say('words.within', { rhythm: words, ...within });
}
