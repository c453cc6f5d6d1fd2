/**
 * ENTERS HERE: the one way in, for every channel. Checks, finds the citizen, records. Routing, clocks and messages follow by reaction in
 * the same transaction, so a number given to a citizen always has a directorate, dates and an SMS behind it.
 */
import type { Tx } from '../../kernel/db/transaction.ts';
import { refuse } from '../../kernel/refusals.ts';
import type { Topic } from '../catalogue/door.ts';
import { checkAnswers, keptTo, topicInForce } from '../catalogue/door.ts';
import { findOrAddCitizen } from '../citizens/door.ts';
import type { QuestionAnswer, RecordedRequest } from '../requests/door.ts';
import { SaidSame, attachPhotos, kindAtIntake, recordRequest, requestByClientKey } from '../requests/door.ts';
import type { Application } from './application.ts';
import type { CheckedPerson } from './checks.ts';
import { checkKind, checkPerson, checkPlace, checkText } from './checks.ts';

/**
 * Records the application and gives its number. The same client key again gives the same request.
 * @throws refusals of checks.ts, and 'input-invalid' for an unknown topic or an answer the question does not know.
 */
export async function receiveRequest(tx: Tx, application: Application): Promise<RecordedRequest> {
  const before = await recordedBefore(tx, application.clientKey);
  if (before) return before;
  const text = checkText(application.text);
  const topic = await topicOf(tx, application.topicCode);
  const kind = kindAtIntake(application.kind, topic?.kind);
  checkKind({ ...application, kind }, topic);
  const place = checkPlace(application.place, topic);
  const person = application.person === null ? null : checkPerson(application.person);
  const answers = answersOf(application, topic);
  const recorded = await recordRequest(tx, {
    kind,
    channel: application.channel,
    text,
    language: application.language,
    topicCode: topic?.code ?? null,
    topicVersion: topic?.version ?? null,
    answers,
    citizenId: person === null ? null : await citizenOf(tx, person, application),
    contactPhone: person?.phone ?? null,
    contactEmail: person?.email ?? null,
    notifyBy: person?.notifyBy ?? 'none',
    identitySecret: topic?.identitySecret ?? false,
    restricted: topic?.restricted ?? false,
    restrictedTo: topic === null ? [] : keptTo(topic),
    danger: application.danger,
    place,
    receivedAt: application.receivedAt ?? tx.now,
    clientKey: application.clientKey,
    externalNumber: application.externalNumber ?? null,
    noticeVersion: application.noticeVersion ?? null,
  });
  if (!recorded.isNew) return recorded;
  await attachPhotos(tx, { requestId: recorded.id, fileIds: application.fileIds });
  if (application.knownProblem) tx.record(SaidSame(recorded.id, { as: application.knownProblem }));
  return recorded;
}

/** Asked first, so that a form sent twice adds no second citizen. Two at the same moment are told apart by the key's unique index. */
async function recordedBefore(tx: Tx, clientKey: string | null): Promise<RecordedRequest | null> {
  const known = clientKey === null ? undefined : await requestByClientKey(tx.db, clientKey);
  if (!known) return null;
  // A key is its maker's own: with somebody else's nobody learns the number of a request.
  if (tx.actor.kind === 'staff' && known.recordedBy !== tx.actor.id)
    throw refuse('already-exists', { field: 'clientKey' });
  return { id: known.id, trackingNumber: known.trackingNumber, isNew: false };
}

async function topicOf(tx: Tx, code: string | null): Promise<Topic | null> {
  if (code === null) return null;
  const topic = await topicInForce(tx.db, code);
  if (!topic || !topic.active) throw refuse('input-invalid', { field: 'topic' });
  return topic;
}

function citizenOf(tx: Tx, person: CheckedPerson, { language }: Application): Promise<string> {
  const { kind, name, phone, email, nationalId } = person;
  return findOrAddCitizen(tx, { kind, name, phone, email, nationalId, language });
}

/** Answers keep the question as it was worded: next year's wording must not change what was said this year. */
function answersOf({ answers, language }: Application, topic: Topic | null): QuestionAnswer[] {
  if (topic === null || answers.length === 0) return [];
  const checked = checkAnswers(topic, answers, language);
  if (!checked.ok) throw refuse('input-invalid', { answers: checked.problems });
  return checked.answers;
}
