/**
 * What staff see of an answer before it is one: the message in the words it leaves with, and the citizen's page with the answer on it. Made by
 * the functions that send the one and show the other, so that a preview cannot lie.
 */
import type { AnswerPreview, PreviewAsked } from '../../../contract/answer-preview.ts';
import { AnswerPreview as PreviewShape, PreviewAsked as AskedShape } from '../../../contract/answer-preview.ts';
import { ById } from '../../../contract/request-acts.ts';
import { formatTrackingNumber } from '../../../text/tracking-number.ts';
import { normaliseInput } from '../../../text/turkish.ts';
import type { House } from '../../kernel/house.ts';
import { apiRoute, staffOf } from '../../kernel/http/route.ts';
import { refuse } from '../../kernel/refusals.ts';
import { owesLetter } from '../../modules/answers/door.ts';
import { municipality } from '../../modules/catalogue/door.ts';
import { previewMessage } from '../../modules/correspondence/door.ts';
import type { ReadableCase, ServiceRequest } from '../../modules/requests/door.ts';
import {
  CitizenAsked,
  InterimAnswerGiven,
  RequestConcluded,
  caseFile,
  daysOfQuestion,
  groundsNamed,
  lookAt,
  mayKnowWho,
  outcomeOfTheWhole,
} from '../../modules/requests/door.ts';
import { layout } from '../layout.ts';
import { html } from '../markup.ts';
import { sayIn } from '../texts/say.ts';
import { oneAnswer, questionShown } from './answers.ts';
import { movedPromiseOf, promiseOf } from './promise.ts';
import { promiseLine, readerOf } from './tracked.ts';

export const previewRoute = apiRoute({
  method: 'POST',
  path: '/api/v1/requests/:id/answer-preview',
  summary: 'How words still being written will reach the citizen: the message, and their page; nothing is kept or sent',
  who: 'staff',
  params: ById,
  body: AskedShape,
  response: PreviewShape,
  handle: ({ house, actor, params, body }) =>
    lookAt(house, staffOf(actor), { id: params.id }, (found) => {
      const knows = mayKnowWho(staffOf(actor), found.request);
      return previewOf(house, found, { asked: body, mayKnowWho: knows });
    }),
});

async function previewOf(
  house: House,
  found: ReadableCase,
  { asked, mayKnowWho }: { asked: PreviewAsked; mayKnowWho: boolean },
): Promise<AnswerPreview> {
  const then = standsThen(found, asked, house.clock.now());
  const told =
    then === null
      ? { message: null, notTold: 'others-at-work' as const }
      : await previewMessage(house, { fact: FACTS[asked.kind], request: then, mayKnowWho });
  return { ...told, page: await pageOf(house, { found, asked, then: then ?? found.request }) };
}

const FACTS = { final: RequestConcluded, interim: InterimAnswerGiven, question: CitizenAsked } as const;

/** The request once these words have gone out; null: others are still at work on it, and it goes on. */
function standsThen({ request, assignments }: ReadableCase, asked: PreviewAsked, now: Date): ServiceRequest | null {
  const { kind, assignmentId, outcome } = asked;
  const part = assignments.find(({ id }) => id === assignmentId);
  if (kind === 'question') return { ...request, state: 'waiting-for-citizen' };
  if (!part) throw refuse('input-invalid', { field: 'assignmentId' });
  if (kind === 'interim') return request;
  if (outcome === null) throw refuse('input-invalid', { field: 'outcome' });
  const others = assignments.filter(({ id }) => id !== part.id);
  if (others.some(({ endedAt }) => endedAt === null)) return null;
  const outcomes = [outcome, ...others.flatMap((other) => other.outcome ?? [])];
  return { ...request, state: 'concluded', outcome: outcomeOfTheWhole(outcomes, request.kind), concludedAt: now };
}

interface Shown {
  found: ReadableCase;
  asked: PreviewAsked;
  then: ServiceRequest;
}

async function pageOf(house: House, { found, asked, then }: Shown): Promise<string> {
  const { language } = then;
  const now = house.clock.now();
  const say = sayIn(language);
  const profile = await municipality(house.db);
  const reader = await readerOf(house.db, { say, language });
  const text = normaliseInput(asked.text);
  const history = (await caseFile(house.db, then.id))?.history ?? [];
  const promise = promiseOf(then, { say, language, now, law: { moved: movedPromiseOf({ request: then, history }) } });
  const title = reader.topics.get(then.topicCode ?? '')?.name[language] ?? say('yours.title');
  const words =
    asked.kind === 'question'
      ? questionShown({ say, language }, { words: text, ...(await daysOfQuestion(house.db, found.request, now)) })
      : oneAnswer(
          { say, language, profile, reader, assignments: found.assignments },
          {
            ...{ text, kind: asked.kind, assignmentId: asked.assignmentId, answeredAt: now },
            forwardedTo: asked.outcome === 'forwarded' ? asked.forwardedTo : null,
            grounds: groundsNamed(asked.grounds ?? [], { kind: then.kind, outcome: asked.outcome }),
            // It has an address only once the answer is given.
            letter: owesLetter(then, { kind: asked.kind, outcome: asked.outcome }) ? '#' : null,
          },
        );
  const body = html`<div class="title">
      <h1>${title}</h1>
      <p class="number">${formatTrackingNumber(then.trackingNumber)}</p>
    </div>
    ${promiseLine({ promise, say })} ${words}`;
  return layout({ profile, language, say }, { title, body, still: true });
}
