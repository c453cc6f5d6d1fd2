/** A case as one visit sees it, and the few things every part of its page says. */
import type { Db } from '../../kernel/db/database.ts';
import type { Outlook } from '../../modules/deadlines/door.ts';
import { outlookOf } from '../../modules/deadlines/door.ts';
import type { InSeason, Topic } from '../../modules/catalogue/door.ts';
import { listTopics, seasonAt, topicAtVersion } from '../../modules/catalogue/door.ts';
import type { Assignment, CaseFile, RequestState } from '../../modules/requests/door.ts';
import { assignmentsOf, countMembers, mayReplyUntil, requestById } from '../../modules/requests/door.ts';
import { listDirectorates } from '../../modules/staff/door.ts';
import type { Markup } from '../markup.ts';
import { html } from '../markup.ts';
import type { Say } from '../texts/say.ts';
import type { Visit } from '../visit.ts';
import type { Promised } from './promise.ts';
import { movedPromiseOf, promiseOf } from './promise.ts';
import type { Reader } from './thread.ts';

export interface Tracked {
  visit: Visit;
  key: string;
  file: CaseFile;
  reader: Reader;
  promise: Promised;
  /** As it was when the request was given to it; null: none yet. */
  topic: Topic | null;
  /** Where it is worked on: the case itself, or the one it follows. */
  atWork: { state: RequestState; assignments: readonly Assignment[] };
  /** How many others reported the same, where a neighbour may hear of it. */
  others: number;
  /** What the request means for its citizen in law. */
  outlook: Outlook;
  /** It ended because our question was not answered: until when a reply asks that we look again. 'YYYY-MM-DD'. */
  replyUntil: string | null;
  /** The season that was on when it came, if it names its topic. */
  season: InSeason | null;
}

export async function tracked(visit: Visit, key: string, file: CaseFile): Promise<Tracked> {
  const { house, say, language, now } = visit;
  const { topicCode, receivedAt } = file.request;
  const [reader, topic, outlook, replyUntil, season] = await Promise.all([
    readerOf(house.db, { say, language }),
    topicThen(house.db, file.request),
    outlookOf(house.db, file.request),
    mayReplyUntil(house.db, file.request, now),
    seasonAt(house.db, topicCode, receivedAt),
  ]);
  const law = {
    feeAwaited: outlook.fee !== null,
    moved: movedPromiseOf(file),
    deemed: file.history.findLast(({ what }) => what.endsWith('withdrawn'))?.what === 'deemed-withdrawn',
  };
  const promise = promiseOf(file.request, { say, language, now, law });
  const { atWork, others } = await together(visit, file, reader);
  return { visit, key, file, reader, topic, outlook, season, promise, atWork, others, replyUntil };
}

async function topicThen(db: Db, { topicCode, topicVersion }: CaseFile['request']): Promise<Topic | null> {
  if (topicCode === null || topicVersion === null) return null;
  return (await topicAtVersion(db, topicCode, topicVersion)) ?? null;
}

export async function readerOf(db: Db, { say, language }: Pick<Visit, 'say' | 'language'>): Promise<Reader> {
  const [directorates, topics] = await Promise.all([listDirectorates(db), listTopics(db)]);
  return {
    ...{ say, language },
    directorates: new Map(directorates.map((each) => [each.code, each])),
    topics: new Map(topics.map((each) => [each.code, each])),
  };
}

async function together({ house: { db } }: Visit, file: CaseFile, { topics }: Reader) {
  const { request, assignments } = file;
  const { leadId, state, topicCode } = request;
  const mayHear = topics.get(topicCode ?? '')?.publicTopic ?? false;
  const others = mayHear ? await countMembers(db, leadId ?? request.id) : 0;
  if (state !== 'merged' || leadId === null) return { atWork: { state, assignments }, others };
  const lead = (await requestById(db, leadId))!;
  // What the lead's citizen is asked is not asked of this one.
  const shown = lead.state === 'waiting-for-citizen' ? 'in-progress' : lead.state;
  return { atWork: { state: shown, assignments: await assignmentsOf(db, leadId) }, others };
}

/** The day before stands struck through, and says so to who does not see the line. */
export function promiseLine({
  promise: { sentence, late, before, why },
  say,
}: {
  promise: Promised;
  say: Say;
}): Markup {
  return html`<p class="promise${late && ' late'}">
      ${before && html`<s><span class="unseen">${say('promise.before')} </span>${before}</s> `}${sentence}
    </p>
    ${why && html`<p class="words">${say('thread.why', { neden: why })}</p>`}`;
}

export function directorateName({ directorates, language }: Reader, code: string): string {
  const directorate = directorates.get(code);
  return (language === 'tr' ? directorate?.name : directorate?.nameEn) ?? '';
}

export function topicName({ topic, reader }: Tracked): string | undefined {
  return topic?.name[reader.language];
}
