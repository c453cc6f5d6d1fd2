/**
 * The thread (iz): what happened, in the citizen's words and in order, the future on the line too. Shows no name of staff, no internal note,
 * no reason meant for colleagues. An event without a sentence here is not for citizens and stays out.
 */
import type { GlyphName } from '../../../ui/glyphs.ts';
import type { CaseFile, HistoryEntry, Outcome } from '../../modules/requests/door.ts';
import { OUTCOMES, isOpen } from '../../modules/requests/door.ts';
import type { Topic } from '../../modules/catalogue/door.ts';
import type { Directorate } from '../../modules/staff/door.ts';
import { formatDay } from '../../../text/format.ts';
import type { Language } from '../../../text/language.ts';
import type { Say, TextKey } from '../texts/say.ts';

export interface ThreadLine {
  at: Date;
  glyph: GlyphName;
  sentence: string;
  /** The day that no longer holds; struck through before the sentence. */
  before?: string | undefined;
  /** Words that go with it: the question we asked, why a request was reopened. */
  words?: string | undefined;
  /** True: has not happened yet. */
  ahead?: boolean;
}

export interface Reader {
  say: Say;
  language: Language;
  directorates: ReadonlyMap<string, Directorate>;
  topics: ReadonlyMap<string, Topic>;
}

const GLYPHS: Partial<Record<string, GlyphName>> = {
  recorded: 'received',
  assigned: 'assigned',
  'sent-to-review': 'in_review',
  accepted: 'in_progress',
  'acceptance-taken-back': 'assigned',
  'work-begun': 'in_progress',
  'on-site': 'on_site',
  answered: 'in_progress',
  'interim-answer': 'in_progress',
  concluded: 'concluded',
  'citizen-asked': 'waiting_citizen',
  'citizen-reminded': 'waiting_citizen',
  'question-unanswered': 'in_progress',
  'citizen-wrote': 'in_review',
  resumed: 'in_progress',
  withdrawn: 'cancelled',
  cancelled: 'cancelled',
  satisfied: 'concluded',
  'not-satisfied': 'rejected',
  'reopening-asked': 'reopened',
  reopened: 'reopened',
  'reopening-refused': 'rejected',
  'topic-changed': 'in_review',
  merged: 'in_progress',
  released: 'in_progress',
  'kind-changed': 'in_review',
  'period-extended': 'in_progress',
  'fee-notified': 'waiting_citizen',
  'fee-paid': 'in_progress',
  'promise-moved': 'in_progress',
  'refusal-implied': 'rejected',
  'deemed-withdrawn': 'cancelled',
  revived: 'reopened',
  announced: 'in_progress',
  'said-known-problem': 'in_progress',
};

/** Says that others reported it too; so it is said only where a neighbour may hear of it. */
const OF_OTHERS = new Set(['merged', 'released']);

/** Events whose reason was written for the citizen. */
const TOLD_WHY = new Set(['reopening-refused', 'kind-changed', 'period-extended', 'fee-notified']);

/** Events whose words were said to the citizen. */
const SAID = new Set(['citizen-asked', 'announced']);

export function threadOf({ request, history, answers }: CaseFile, reader: Reader): ThreadLine[] {
  const only = answers.filter(({ kind }) => kind === 'final').length === 1;
  const lines = history.flatMap((entry, place) => {
    // One part, one answer: "answered" and "concluded" are the same news.
    if (entry.what === 'answered' && only && !isOpen(request.state)) return [];
    if (saidBefore(history, place)) return [];
    if (OF_OTHERS.has(entry.what) && !reader.topics.get(request.topicCode ?? '')?.publicTopic) return [];
    const line = lineOf(entry, reader);
    return line ? [line] : [];
  });
  const ahead =
    isOpen(request.state) &&
    request.promisedAt !== null &&
    request.promisedAt > (lines.at(-1)?.at ?? request.receivedAt);
  return ahead
    ? [
        ...lines,
        {
          at: new Date(request.promisedAt!.getTime() - 1),
          glyph: 'received',
          sentence: reader.say('thread.promise'),
          ahead: true,
        },
      ]
    : lines;
}

/** The second directorate's "we have read it" is news to it, not to the citizen, and neither is its taking that back; so is a reason said twice. */
function saidBefore(history: readonly HistoryEntry[], place: number): boolean {
  const { what, data } = history[place]!;
  if (what === 'not-satisfied') return history[place + 1]?.what === 'reopening-asked';
  if (what === 'acceptance-taken-back') return data.waitsAgain !== true;
  if (what !== 'accepted') return false;
  const before = history.slice(0, place);
  const since = before.slice(before.findLastIndex(waitsAgain) + 1);
  return since.some((entry) => entry.what === 'accepted' || entry.what === 'work-begun');
}

function waitsAgain({ what, data }: HistoryEntry): boolean {
  return what === 'acceptance-taken-back' && data.waitsAgain === true;
}

function lineOf(entry: HistoryEntry, reader: Reader): ThreadLine | null {
  const glyph = GLYPHS[entry.what];
  if (glyph === undefined) return null;
  // A promise that is lifted for a while has no new day to tell.
  if (entry.what === 'promise-moved' && entry.toValue === null) return null;
  const said = SAID.has(entry.what) ? entry.why : null;
  const toldWhy = TOLD_WHY.has(entry.what) || (entry.what === 'promise-moved' && entry.data.because === 'person');
  const why = toldWhy && entry.why ? reader.say('thread.why', { neden: entry.why }) : null;
  return {
    at: entry.at,
    glyph: entry.what === 'concluded' ? outcomeGlyph(entry.data.outcome) : glyph,
    sentence: sentenceOf(entry, reader),
    before: dayBefore(entry, reader),
    words: said ?? why ?? undefined,
  };
}

function dayBefore({ what, fromValue }: HistoryEntry, { language }: Reader): string | undefined {
  if (what !== 'promise-moved' || fromValue === null) return undefined;
  return formatDay(new Date(fromValue), language, { year: true });
}

function sentenceOf(entry: HistoryEntry, { say, language, directorates, topics }: Reader): string {
  const directorate = directorates.get(String(entry.data.directorate ?? ''));
  const name = (language === 'tr' ? directorate?.name : directorate?.nameEn) ?? '';
  if (entry.what === 'assigned') {
    return directorate
      ? say('thread.assigned', { birim: language === 'tr' ? directorate.dative : directorate.nameEn })
      : say('thread.sent-to-review');
  }
  if (entry.what === 'citizen-wrote' && typeof entry.data.heard === 'string')
    return say(`thread.heard-${entry.data.heard}` as TextKey);
  if (entry.what === 'citizen-wrote' && entry.data.noteId === null)
    return say('thread.citizen-photos', { n: Number(entry.data.photos ?? 0) });
  if (entry.what === 'concluded') return concludedSentence(entry.data.outcome, say, language);
  if (entry.what === 'withdrawn' && entry.data.forCitizen === true) return say('thread.withdrawn-for');
  if (entry.what === 'kind-changed')
    return say('thread.kind-changed', { tur: say(`kind.${entry.toValue ?? 'request'}` as TextKey) });
  if (entry.what === 'promise-moved')
    return say('thread.promise-moved', { gun: formatDay(new Date(entry.toValue!), language, { year: true }) });
  if (entry.what === 'topic-changed')
    return say('thread.topic-changed', { konu: topics.get(entry.toValue ?? '')?.name[language] ?? '' });
  if (entry.what === 'question-unanswered' && typeof entry.data.lastDay === 'string')
    return say('thread.question-unanswered', { gun: formatDay(entry.data.lastDay, language, { year: true }) });
  return say(`thread.${entry.what}` as TextKey, { birim: name });
}

function concludedSentence(outcome: unknown, say: Say, language: Language): string {
  const known =
    typeof outcome === 'string' && Object.hasOwn(OUTCOMES, outcome) ? OUTCOMES[outcome as Outcome] : undefined;
  return known ? say('thread.concludedAs', { sonuc: known[language] }) : say('thread.concluded');
}

function outcomeGlyph(outcome: unknown): GlyphName {
  if (outcome === 'forwarded') return 'forwarded';
  return outcome === 'refused' || outcome === 'not-examined' ? 'rejected' : 'concluded';
}
