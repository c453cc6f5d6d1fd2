/**
 * The request page as the API says it. Names, phones and addresses are masked here, on the server: what does not leave the house
 * cannot be seen in a browser's tools. Which steps are open is told by the lifecycle table, never computed by a screen.
 */
import type { Right } from '../../../contract/rights.ts';
import type {
  HeldActShown,
  NoteShown,
  Openness,
  PersonMasked,
  RequestMay,
  RequestPage,
} from '../../../contract/requests.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import type { House } from '../../kernel/house.ts';
import { formatTrackingNumber } from '../../../text/tracking-number.ts';
import { initialsMask, maskEmail, maskPhone } from '../../../text/turkish.ts';
import { seasonAt, topicAtVersion } from '../catalogue/door.ts';
import { citizenById } from '../citizens/door.ts';
import { may, seesRestricted } from '../staff/door.ts';
import type { GroundCode } from './grounds.ts';
import { GROUNDS, groundsFor } from './grounds.ts';
import type { HeldAct } from './held-store.ts';
import { ASSIGNMENT_STEPS, REQUEST_STEPS, isOpen } from './lifecycle.ts';
import { kindOfAnswer } from './asked-of-answer.ts';
import { countMembers } from './merged-store.ts';
import { thingOf } from './open-case.ts';
import { outcomesOf } from './outcomes.ts';
import { iso, isoOrNull, namesFor } from './present-list.ts';
import type { CaseFile } from './queries.ts';
import type { CitizenQuestion } from './question-store.ts';
import { mayTakeBack } from './actions/hold-act.ts';
import { mayReplyUntil } from './last-day.ts';
import type { ReadableCase } from './reader.ts';
import { listRights, mayOn } from './reader.ts';
import type { Assignment, Note, ServiceRequest } from './request.ts';
import { openOfPhone } from './near-store.ts';
import { toldBy } from './told.ts';

export async function presentRequest(house: House, actor: StaffActor, file: CaseFile): Promise<RequestPage> {
  const { request } = file;
  const [topicThen, season, person, names, replyUntil] = await Promise.all([
    topicThenOf(house, request),
    seasonThenOf(house, request),
    presentPerson(house, actor, request),
    namesFor(house.db, codesIn(file)),
    mayReplyUntil(house.db, request, house.clock.now()),
  ]);
  return {
    ...presentCase(request),
    topicThen,
    season,
    person,
    names,
    assignments: file.assignments.map((each) => presentAssignment(actor, file, each)),
    history: file.history.map(({ requestId: _, ...line }) => ({ ...line, at: iso(line.at) })),
    answersGiven: file.answers.map(({ requestId: _, ...answer }) => ({
      ...answer,
      grounds: answer.grounds.map(shownGround),
      answeredAt: iso(answer.answeredAt),
    })),
    notes: file.notes.map(presentNote),
    photos: file.photos.map(({ id, sentBy, citizenSees, addedAt, width, height }) => ({
      ...{ id, sentBy, citizenSees, width, height },
      addedAt: iso(addedAt),
    })),
    satisfaction: file.satisfaction && { ...file.satisfaction, saidAt: iso(file.satisfaction.saidAt) },
    held: file.held.map((held) => presentHeldAct(actor, held, file)),
    seen: file.history.at(-1)?.id ?? 0,
    endings: await endingsOf(house, file),
    question: file.question && { ...presentQuestion(file.question), replyUntil },
    may: requestMay(actor, file, replyUntil !== null),
    now: iso(house.clock.now()),
  };
}

async function endingsOf(house: House, { request, question }: CaseFile): Promise<RequestPage['endings']> {
  const { kind, id } = request;
  const ofAnswer = await kindOfAnswer(house.db, request);
  const isUnanswered = question?.endedBy === 'unanswered';
  const hasMembers = isUnanswered && (await countMembers(house.db, id)) > 0;
  return outcomesOf({ kind, isUnanswered, hasMembers }).map((outcome) => {
    const { codes, required } = groundsFor(ofAnswer, outcome);
    return { outcome, grounds: codes.map(shownGround), groundRequired: required };
  });
}

function presentQuestion({ askedAt, lastDay, remindOn, remindedAt, endedBy }: CitizenQuestion) {
  return { askedAt: iso(askedAt), lastDay, remindOn, remindedAt: isoOrNull(remindedAt), endedBy };
}

function presentNote({ id, author, staffId, text, notedAt, takenBackAt, takenBackBy }: Note): NoteShown {
  const takenBack = takenBackAt && takenBackBy !== null ? { at: iso(takenBackAt), by: takenBackBy } : null;
  return { id, author, staffId, text, notedAt: iso(notedAt), takenBack };
}

function shownGround(code: GroundCode) {
  return { code, ...GROUNDS[code] };
}

function presentCase(request: ServiceRequest) {
  const { id, trackingNumber, kind, channel, externalNumber, text, language, topicCode, answers } = request;
  const { danger, restricted, state, triage, outcome, recordedBy, nextDueKind, noticeVersion } = request;
  const { neighbourhoodId, street, door, description, latitude, longitude } = request;
  return {
    ...{ id, trackingNumber, kind, channel, externalNumber, text, language, topicCode, answers },
    ...{ danger, restricted, state, triage, outcome, recordedBy, nextDueKind, noticeVersion },
    shownNumber: formatTrackingNumber(trackingNumber),
    receivedAt: iso(request.receivedAt),
    recordedAt: iso(request.recordedAt),
    concludedAt: isoOrNull(request.concludedAt),
    firstResponseAt: isoOrNull(request.firstResponseAt),
    promisedAt: isoOrNull(request.promisedAt),
    nextDueAt: isoOrNull(request.nextDueAt),
    place: { neighbourhoodId, street, door, description, latitude, longitude },
  };
}

async function topicThenOf(house: House, { topicCode, topicVersion }: ServiceRequest) {
  if (topicCode === null || topicVersion === null) return null;
  return (await topicAtVersion(house.db, topicCode, topicVersion))?.name ?? null;
}

async function seasonThenOf({ db }: House, { topicCode, receivedAt }: ServiceRequest): Promise<RequestPage['season']> {
  const found = await seasonAt(db, topicCode, receivedAt);
  return found && { name: found.season.name, told: found.change.told };
}

async function presentPerson(house: House, actor: StaffActor, request: ServiceRequest): Promise<PersonMasked> {
  const citizen = request.citizenId === null ? undefined : await citizenById(house.db, request.citizenId);
  const { contactPhone, contactEmail, language, identitySecret } = request;
  const how = { language, notifyBy: toldBy(request), identitySecret };
  // Of a secret identity nothing is shown, masked or not: two letters or the last two digits are enough for a neighbour.
  if (!mayKnowWho(actor, request))
    return { kind: null, name: null, phone: null, email: null, hasNationalId: false, ...how, othersOpen: 0 };
  return {
    kind: citizen?.kind ?? null,
    name: citizen === undefined ? null : initialsMask(citizen.name),
    phone: contactPhone === null ? null : maskPhone(contactPhone),
    email: contactEmail === null ? null : maskEmail(contactEmail),
    hasNationalId: citizen?.hasNationalId ?? false,
    ...how,
    othersOpen: await othersOpen(house, actor, request),
  };
}

/** Complaints with a secret identity: the directorate that works on them does not learn who complained. */
export function mayKnowWho(actor: StaffActor, request: Pick<ServiceRequest, 'identitySecret'>): boolean {
  return !request.identitySecret || seesRestricted(actor);
}

async function othersOpen(house: House, actor: StaffActor, request: ServiceRequest): Promise<number> {
  if (request.contactPhone === null) return 0;
  const { sights } = listRights(actor);
  return openOfPhone(house.db, { phone: request.contactPhone, except: request.id, sights });
}

/** @param found the case, where the act may be a colleague's. */
export function presentHeldAct(actor: StaffActor, held: HeldAct, found?: ReadableCase): HeldActShown {
  const { id, act, staffId, state, refusal, input } = held;
  const told = (name: string) => (typeof input[name] === 'string' ? input[name] : null);
  return {
    ...{ id, act, staffId, state, refusal },
    text: told('text') ?? told('question') ?? told('reason') ?? told('whatFor') ?? told('receipt') ?? '',
    outcome: told('outcome'),
    assignmentId: told('assignmentId'),
    heldAt: iso(held.heldAt),
    dueAt: iso(held.dueAt),
    mine: found === undefined ? staffId === actor.id : mayTakeBack(actor, held, found),
  };
}

function presentAssignment(actor: StaffActor, file: CaseFile, assignment: Assignment) {
  const { id, directorateCode, unitCode, state, assigneeId, whyHere, outcome, jobTopic, ownPeriod } = assignment;
  const open = (step: keyof typeof ASSIGNMENT_STEPS, right: Right) =>
    openness(actor, right, {
      ...{ file, parts: [assignment] },
      now: ASSIGNMENT_STEPS[step].from.includes(state) && isOpen(file.request.state),
    });
  return {
    ...{ id, directorateCode, unitCode, state, assigneeId, whyHere, outcome, jobTopic, ownPeriod },
    assignedAt: iso(assignment.assignedAt),
    acceptedAt: isoOrNull(assignment.acceptedAt),
    endedAt: isoOrNull(assignment.endedAt),
    dueAt: isoOrNull(assignment.dueAt),
    may: {
      accept: open('accept', 'accept'),
      work: open('work', 'work'),
      onSite: open('go-on-site', 'work'),
      return: open('return', 'return'),
      answer: open('answer', 'answer'),
      interimAnswer: open('answer', 'answer'),
      hand: open('return', 'hand-to-person'),
    },
  };
}

function requestMay(actor: StaffActor, file: CaseFile, mayReply: boolean): RequestMay {
  const { request, assignments: parts } = file;
  const step = (name: keyof typeof REQUEST_STEPS, right: Right) =>
    openness(actor, right, { file, parts, now: REQUEST_STEPS[name].from.includes(request.state) });
  const always = (right: Right): Openness => (mayOn(actor, right, file) ? 'open' : 'not-yours');
  return {
    assign: step('assign', 'assign'),
    ask: step('ask', 'work'),
    note: always('note'),
    hear: openness(actor, 'note', { file, parts, now: mayReply || hasToAnswer(file) }),
    resume: step('resume', 'work'),
    kind: openness(actor, 'kind-change', { file, parts, now: isOpen(request.state) }),
    photo: always('photo-add'),
    topic: openness(actor, 'request-correct', { file, parts, now: isOpen(request.state) }),
    reopen: step('reopen', 'reopen-decide'),
    refuseReopening: step('refuse-reopening', 'reopen-decide'),
    cancel: step('cancel', 'cancel'),
    withdraw: step('withdraw-for', 'withdraw-for-citizen'),
    reveal: mayKnowWho(actor, request) ? always('reveal-personal-data') : 'not-yours',
  };
}

/** Asked and not answered, in a case that is still open. */
function hasToAnswer({ request, question }: CaseFile): boolean {
  return isOpen(request.state) && question !== null && (question.endedBy === null || question.endedBy === 'unanswered');
}

/** Whether the right reaches these parts of the case, and then whether the lifecycle has the step from here. */
function openness(
  actor: StaffActor,
  right: Right,
  { file, parts, now }: { file: CaseFile; parts: readonly Assignment[]; now: boolean },
): Openness {
  if (!may(actor, right, thingOf(file.request, parts))) return 'not-yours';
  return now ? 'open' : 'not-now';
}

function codesIn({ request, assignments, history, answers, notes, held }: CaseFile) {
  const staff = [
    request.recordedBy,
    ...assignments.map(({ assigneeId }) => assigneeId),
    ...history.map(({ actorId }) => actorId),
    // In whose place somebody acted, and who was told.
    ...history.map(({ data }) => (typeof data.inPlaceOf === 'string' ? data.inPlaceOf : null)),
    ...history.flatMap(({ data }) => (Array.isArray(data.told) ? (data.told as string[]) : [])),
    // Whose work it was, and whose it became.
    ...history.flatMap(({ data: { from, assigneeId } }) => [from, assigneeId].filter((id) => typeof id === 'string')),
    ...answers.map(({ authorId }) => authorId),
    ...notes.flatMap(({ staffId, takenBackBy }) => [staffId, takenBackBy]),
    ...held.map(({ staffId }) => staffId),
  ];
  const changed = history.filter(({ what }) => what === 'topic-changed');
  return {
    topics: [
      request.topicCode,
      ...assignments.map(({ jobTopic }) => jobTopic),
      ...changed.flatMap(({ fromValue, toValue }) => [fromValue, toValue]),
    ],
    directorates: assignments.map(({ directorateCode }) => directorateCode),
    neighbourhoods: [request.neighbourhoodId],
    staff: staff.filter((id) => id !== null),
  };
}
