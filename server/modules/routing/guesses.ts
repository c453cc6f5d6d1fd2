/** Gathers what each source of guesses says of one request, for the person of the solution centre who must decide. */
import type { Guesses } from '../../../contract/routing.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db/database.ts';
import type { House } from '../../kernel/house.ts';
import type { Topic } from '../catalogue/door.ts';
import { listTopics, suggestTopics, topicIndex } from '../catalogue/door.ts';
import type { Assignment, ServiceRequest } from '../requests/door.ts';
import { answeredAfterReturn, readableCase, requireOn } from '../requests/door.ts';
import { listDirectorates } from '../staff/door.ts';
import { factsOfRequest } from './actions/route-request.ts';
import { rulesInForce } from './queries.ts';
import type { Decision } from './rule.ts';
import { FLOOR, whoHandlesIt } from './who-handles-it.ts';
import type { Candidate } from './who-might.ts';
import { whoMight } from './who-might.ts';

/** More than are shown: some of them lead to a directorate that has sent it back. */
const TOPICS_TRIED = 6;
/** Of the likeliest topic's score: below it about 2 of 2,300 further suggestions for data/everyday-sentences.json were right. */
const LEAST_LIKELY = 0.2;

interface Case {
  request: ServiceRequest;
  assignments: readonly Assignment[];
}

/** Refuses 'not-found' for a request that is not the reader's, 'not-allowed' for whoever may give it to nobody. */
export async function guessesFor({ db }: House, actor: StaffActor, id: string): Promise<Guesses> {
  const found = await readableCase(db, actor, id);
  requireOn(actor, 'assign', found);
  const directorates = await listDirectorates(db);
  const { sentBack, at } = standingOf(found);
  const said = await whatRulesSay(db, found.request);
  const guesses = whoMight(
    {
      ...said,
      kept: await whoKeptSuch(db, found.request, sentBack),
      words: await whatWordsSay(db, found),
    },
    {
      open: new Set(directorates.filter(({ active }) => active).map(({ code }) => code)),
      not: new Set([...sentBack, ...at]),
    },
  );
  return { guesses };
}

function standingOf({ assignments }: Case): { sentBack: string[]; at: string[] } {
  const codes = (parts: readonly Assignment[]) => parts.map(({ directorateCode }) => directorateCode);
  return {
    sentBack: codes(assignments.filter(({ state }) => state === 'returned')),
    at: codes(assignments.filter(({ endedAt }) => endedAt === null)),
  };
}

async function whatRulesSay(db: Db, request: ServiceRequest): Promise<{ rule: Candidate[]; topic: Candidate[] }> {
  const decision = await decidedWith(db, request, null);
  const guess = candidateOf(decision, null);
  if (guess === null) return { rule: [], topic: [] };
  return isFloor(decision) ? { rule: [], topic: [guess] } : { rule: [guess], topic: [] };
}

async function whoKeptSuch(db: Db, { topicCode }: ServiceRequest, sentBack: readonly string[]): Promise<Candidate[]> {
  if (topicCode === null || sentBack.length === 0) return [];
  const kept = await answeredAfterReturn(db, { topicCode, sentBackBy: sentBack });
  return kept.map(({ directorate, requests: n }) => ({
    directorate,
    topic: null,
    why: {
      tr: `Bu konuda geri gönderilen başvurulardan ${n} tanesini yanıtladı.`,
      en: `Requests of this topic that were sent back and that it answered: ${n}.`,
    },
  }));
}

async function whatWordsSay(db: Db, { request, assignments }: Case): Promise<Candidate[]> {
  const topics = new Map((await listTopics(db)).map((topic) => [topic.code, topic]));
  const suggested = suggestTopics(await topicIndex(db), request.text, { limit: TOPICS_TRIED });
  // A corrected topic lets the rules give it away by themselves, which they do not while somebody has a part of it.
  const mayCorrect = assignments.every(({ endedAt }) => endedAt !== null);
  const found: Candidate[] = [];
  for (const { code, because, score } of suggested) {
    const topic = topics.get(code);
    if (!topic?.active || code === request.topicCode || score < LEAST_LIKELY * suggested[0]!.score) continue;
    const guess = candidateOf(await decidedWith(db, request, topic), mayCorrect ? code : null);
    if (guess !== null) found.push({ ...guess, why: looksLike(topic, because) });
  }
  return found;
}

function looksLike({ name }: Topic, because: readonly string[]): Candidate['why'] {
  const said = because.slice(0, 3).join(', ');
  return {
    tr: `Yazılanlar şu konuya benziyor: ${name.tr}${said && ` (${said})`}.`,
    en: `What was written looks like this topic: ${name.en}${said && ` (${said})`}.`,
  };
}

/** What the rules would say of it under another topic; null leaves its own. */
async function decidedWith(db: Db, request: ServiceRequest, topic: Topic | null): Promise<Decision> {
  const rules = await rulesInForce(db);
  const asked = topic === null ? request : { ...request, topicCode: topic.code, topicVersion: topic.version };
  return whoHandlesIt(await factsOfRequest(db, asked, rules), rules);
}

function candidateOf({ to, why }: Decision, topic: string | null): Candidate | null {
  return to && { directorate: to.directorate, topic, why };
}

const isFloor = ({ rule }: Decision): boolean => FLOOR.some(({ name }) => name === rule);
