/** `hemsehri deadline --request`: every clock of a request as it is stored, each day with its reason. Reads only, and nothing of the citizen. */
import { formatTrackingNumber, parseTrackingNumber } from '../../text/tracking-number.ts';
import type { Language } from '../../text/language.ts';
import type { House } from '../kernel/house.ts';
import { calendarInForce } from '../modules/calendar/door.ts';
import type { Clock, Explanation } from '../modules/deadlines/door.ts';
import { clocksOfRequest, explainClock, explanationAsText } from '../modules/deadlines/door.ts';
import { REQUEST_STATES, requestByTrackingNumber } from '../modules/requests/door.ts';

const words = {
  tr: { head: 'başvurusu', clocks: 'süre', none: 'Bu başvuruda süre yok.', running: 'işliyor', ended: 'bitti' },
  en: { head: 'request', clocks: 'clocks', none: 'This request has no clock.', running: 'running', ended: 'ended' },
} as const satisfies Record<Language, Record<string, string>>;

/** What stands in the way of an answer: a sentence and the exit code that goes with it. */
export interface Problem {
  sentence: string;
  exitCode: number;
}

const usageError = 2;
const notThere = 1;

export interface RequestQuestion {
  typed: string;
  language: Language;
  json: boolean;
}

export async function explainRequest(
  house: House,
  { typed, language, json }: RequestQuestion,
): Promise<string | Problem> {
  const number = parseTrackingNumber(typed);
  if (number === null)
    return { sentence: `"${typed}" is not a tracking number; one looks like 7K4M-P9TR-3HD.`, exitCode: usageError };
  const request = await requestByTrackingNumber(house.db, number);
  if (!request) return { sentence: `There is no request ${formatTrackingNumber(number)}.`, exitCode: notThere };
  const all = await clocksOfRequest(house.db, request.id);
  const calendar = await calendarInForce(house.db);
  const explained = all.map((clock) => ({
    clock,
    why: explainClock({ clock, all, calendar, now: house.clock.now(), language }),
  }));
  if (json) return asJson(number, explained);
  const { head, none, clocks } = words[language];
  const title = `${formatTrackingNumber(number)} ${head} · ${REQUEST_STATES[request.state][language]} · ${all.length} ${clocks}`;
  return [title, ...(all.length === 0 ? [none] : explained.map((each) => asText(each, language)))].join('\n\n');
}

interface Explained {
  clock: Clock;
  why: Explanation;
}

/** The stored day stands in the line above; the one counted today below it, on the explanation's own first line. */
function asText({ clock, why }: Explained, language: Language): string {
  const { running, ended } = words[language];
  return [`== ${clock.rule} · ${clock.endReason === null ? running : ended}`, explanationAsText(why)].join('\n');
}

function asJson(number: string, explained: Explained[]): string {
  const clocks = explained.map(({ clock, why }) => {
    const { rule, purpose, legalBasis, amount, unit, startedAt, dueAt, endedAt, endReason, stops } = clock;
    const { dueDay, days, story, warnings } = why;
    return {
      ...{ clock: rule, purpose, legalBasis, amount, unit, startedAt, dueAt, endedAt, endReason, stops },
      ...{ countedDay: dueDay, days, story, warnings },
    };
  });
  return JSON.stringify({ request: number, clocks }, null, 2);
}
