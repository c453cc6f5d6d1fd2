/** What a letter is made of, read from the case, the house and whoever gives the answer. */
import type { Actor } from '../../../kernel/actor.ts';
import type { Db } from '../../../kernel/db/database.ts';
import { calendarInForce, istanbulDay } from '../../calendar/door.ts';
import { municipality, topicInForce } from '../../catalogue/door.ts';
import { isAgainst, remediesFor } from '../../deadlines/door.ts';
import type { Answer, ServiceRequest } from '../../requests/door.ts';
import { GROUNDS, assignmentById, photosOf } from '../../requests/door.ts';
import { directorateByCode, staffById } from '../../staff/door.ts';
import { formatTrackingNumber } from '../../../../text/tracking-number.ts';
import type { LetterContent, Signer } from './letter.ts';

export type AnswerOfLetter = Pick<
  Answer,
  'assignmentId' | 'kind' | 'text' | 'outcome' | 'forwardedTo' | 'grounds' | 'authorId' | 'answeredAt'
>;

export interface Given {
  request: ServiceRequest;
  answer: AnswerOfLetter;
  /** Who gives it: the last approver, or its writer where nobody had to approve. */
  by: Actor;
}

/** Used where the municipality has entered no file plan: public relations. */
const PUBLIC_RELATIONS = '622';

export async function gatherContent(db: Db, { request, answer, by }: Given): Promise<LetterContent> {
  const profile = await municipality(db);
  const part = answer.assignmentId === null ? undefined : await assignmentById(db, answer.assignmentId);
  const directorate = part && (await directorateByCode(db, part.directorateCode));
  const topic = request.topicCode === null ? undefined : await topicInForce(db, request.topicCode);
  const shown = (await photosOf(db, request.id)).filter(({ sentBy, citizenSees }) => sentBy === 'staff' && citizenSees);
  return {
    municipality: profile.name.tr,
    directorate: directorate?.name ?? profile.directorate,
    detsis: profile.letters?.detsis ?? '',
    filePlan: profile.letters?.filePlan || PUBLIC_RELATIONS,
    day: istanbulDay(answer.answeredAt),
    subject: topic === undefined ? 'Başvurunuz' : `${topic.name.tr} başvurusu`,
    reference: { day: istanbulDay(request.receivedAt), number: formatTrackingNumber(request.trackingNumber) },
    text: answer.text,
    language: request.language,
    level: answer.forwardedTo === null ? 'citizen' : 'above-and-below',
    grounds: answer.grounds.map((code) => ({ article: GROUNDS[code].article, text: GROUNDS[code][request.language] })),
    remedies: await remediesOf(db, request, answer),
    forwardedTo: answer.forwardedTo,
    signature: await signatureOf(db, answer, by),
    photos: shown.length,
    address: profile.townHall,
    phone: profile.callCentre.printed,
    web: profile.web,
  };
}

/** What this very answer leaves to do against it: it is notified with the letter, and others may still be at work on the rest. */
async function remediesOf(
  db: Db,
  { kind, receivedAt, language }: ServiceRequest,
  { outcome, answeredAt: notifiedAt }: AnswerOfLetter,
): Promise<LetterContent['remedies']> {
  if (!isAgainst(outcome)) return [];
  const question = { kind, against: outcome, calendar: await calendarInForce(db), notifiedAt, receivedAt };
  return remediesFor(question).map(({ text, law, lastDay }) => ({ text: text[language], law, lastDay }));
}

const SIGNERS: Readonly<Record<string, Signer>> = {
  manager: 'manager',
  'deputy-mayor': 'deputy-mayor',
  supervisor: 'supervisor',
};

async function signatureOf(db: Db, { authorId }: AnswerOfLetter, by: Actor): Promise<LetterContent['signature']> {
  if (by.kind === 'staff') {
    const giver = await staffById(db, by.id);
    return { name: giver?.name ?? '', signer: SIGNERS[by.hats[0].base] ?? 'other' };
  }
  const author = authorId === null ? undefined : await staffById(db, authorId);
  return { name: author?.name ?? '', signer: 'other' };
}
