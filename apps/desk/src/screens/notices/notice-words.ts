/** What a notice says beside the name of its kind, made of the codes it carries. */
import type { Notice } from '../../../../../contract/notices.ts';
import { formatDateTime, formatDay } from '../../../../../text/format.ts';
import type { Language } from '../../../../../text/language.ts';
import type { Say } from '../../kit/texts.ts';
import { noticesTexts } from './notices-texts.ts';

/** Null: the kind says it all. */
export function detailOf(
  { kind, data }: Pick<Notice, 'kind' | 'data'>,
  say: Say<(typeof noticesTexts)['tr']>,
  language: Language,
): string | null {
  if (kind === 'escalated') return howFar(String(data.clock), String(data.when), say);
  if (kind === 'you-stand-in' && typeof data.from === 'string' && typeof data.to === 'string')
    return say('days', { from: formatDay(data.from, language), to: formatDay(data.to, language) });
  if (kind === 'planned-work-late' && typeof data.day === 'string')
    return say('planned.late', { n: Number(data.jobs), day: formatDay(data.day, language) });
  const isJob = kind === 'planned-job-handed' || kind === 'planned-job-put-off';
  if (isJob && typeof data.day === 'string') return formatDay(data.day, language);
  if (kind === 'known-problem-late' && typeof data.expectedEnd === 'string')
    return say('expectedEnd', {
      ...{ n: String(data.number), when: formatDateTime(new Date(data.expectedEnd), language) },
    });
  return typeof data.reason === 'string' ? data.reason : null;
}

/** @param when as the ladder writes it: `75%`, `-1`, `0`, `+3` */
function howFar(clockCode: string, when: string, say: Say<(typeof noticesTexts)['tr']>): string | null {
  const key = `clock.${clockCode}`;
  if (!Object.hasOwn(noticesTexts.tr, key)) return null;
  const clock = say(key as 'clock.statutory');
  if (when.endsWith('%')) return say('when.soon', { clock });
  const days = Number(when);
  if (days === 0) return say('when.now', { clock });
  return days < 0 ? say('when.before', { clock, n: -days }) : say('when.after', { clock, n: days });
}
