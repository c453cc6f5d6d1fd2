import type { HistoryLine, Names } from '../../../../../contract/requests.ts';
import { FINDING_WORDS } from '../../../../../contract/finding-words.ts';
import type { FindingKind } from '../../../../../contract/oversight.ts';
import { formatDay, formatMoney } from '../../../../../text/format.ts';
import { useCaseWords } from '../../case/use-case-words.ts';
import { useSettings } from '../../kit/settings.ts';
import { useTexts } from '../../kit/texts.ts';
import { periodTexts } from './period-texts.ts';
import { remedyTexts } from './remedy-texts.ts';
import { threadTexts } from './thread-texts.ts';

/** What happened with a day as its value. */
const DAYS = new Set(['fee-paid', 'objection-recorded', 'promise-moved', 'clocks-moved']);

const ABOUT_A_REMEDY = new Set(['remedy-taken', 'remedy-decided']);

const ABOUT_A_LAST_DAY = new Set(['citizen-reminded', 'question-unanswered']);

type Told = Pick<HistoryLine, 'what' | 'toValue' | 'data'>;

/** What happened, in words: with the directorate, the outcome or the topic it is about. */
export function useEventWords(names: Names): {
  event: (line: Told) => string;
  /** `absent`: in whose place, where it was not their own. */
  who: (kind: string, id: string | null, absent?: unknown) => string;
} {
  const say = useTexts(threadTexts);
  const sayPeriod = useTexts(periodTexts);
  const sayRemedy = useTexts(remedyTexts);
  const word = useCaseWords();
  const { language } = useSettings();
  const detailOf = ({ what, toValue, data }: Told): string => {
    const text = (name: string) => (typeof data[name] === 'string' ? data[name] : '');
    if (what === 'personal-data-revealed') return say(`field.${text('field') || 'phone'}` as 'field.phone');
    if (what === 'topic-changed') return names.topics[toValue ?? '']?.[language] ?? toValue ?? '';
    if (what === 'kind-changed') return word('kind', toValue);
    if (what === 'period-extended') return sayPeriod(`ground.${toValue ?? ''}` as 'ground.other-unit');
    if (what === 'objection-decided') return sayRemedy(`result.${toValue ?? ''}` as 'result.accepted');
    if (ABOUT_A_REMEDY.has(what)) {
      const where = sayRemedy(`body.${text('body')}` as 'body.court');
      if (what === 'remedy-decided') return `${where}, ${sayRemedy(`result.${toValue ?? ''}` as 'result.accepted')}`;
      return [where, formatDay(toValue ?? '', language), text('fileNumber')].filter(Boolean).join(', ');
    }
    if (what === 'fee-notified') return formatMoney(Number(toValue), language);
    if (DAYS.has(what) && toValue) return formatDay(toValue.length === 10 ? toValue : new Date(toValue), language);
    if (ABOUT_A_LAST_DAY.has(what)) return formatDay(text('lastDay'), language);
    if (what === 'called-back') return say(`called-back.${toValue ?? 'not-reached'}` as 'called-back.true');
    if (what === 'concluded') return word('outcome', text('outcome') || null);
    if (what === 'escalated') return toldNames(data.told, names).join(', ');
    if (what === 'finding-dismissed') return FINDING_WORDS[text('kind') as FindingKind]?.[language] ?? '';
    const directorate = names.directorates[text('directorate')]?.[language] ?? text('directorate');
    const taker = names.staff[text('assigneeId')];
    if ((what === 'handed' || what === 'handed-over') && taker !== undefined) return `${directorate}, ${taker}`;
    return what === 'answered' ? `${directorate}, ${word('outcome', toValue)}` : directorate;
  };
  return {
    event(line) {
      const key = line.data.forCitizen === true ? `what.${line.what}-for` : `what.${line.what}`;
      if (!Object.hasOwn(threadTexts.tr, key)) return say('what.other', { detail: line.what });
      return say(key as 'what.other', { detail: detailOf(line) }).replace(/: $/, '');
    },
    who(kind, id, absent) {
      if (kind !== 'staff') return say(kind === 'citizen' ? 'citizen' : 'system');
      const who = (id && names.staff[id]) || say('colleague');
      if (typeof absent !== 'string') return who;
      return say('inPlaceOf', { who, absent: names.staff[absent] ?? say('colleague') });
    },
  };
}

function toldNames(told: unknown, names: Names): string[] {
  return Array.isArray(told) ? told.flatMap((id: string) => names.staff[id] ?? []) : [];
}
