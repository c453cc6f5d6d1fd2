/** What an answer is judged against: its request, its topic, its photos, and whom and what the house knows. */
import type { Db } from '../../../kernel/db/database.ts';
import { municipality, topicInForce } from '../../catalogue/door.ts';
import { neighbourhoodById } from '../../places/door.ts';
import { listDirectorates, namesOfStaff } from '../../staff/door.ts';
import { askingsOf } from '../asked-of-answer.ts';
import type { AssignmentOutcome } from '../outcomes.ts';
import type { Answer, ServiceRequest } from '../request.ts';
import { strictest } from '../strictest-of-merged.ts';
import { photosOf } from '../words-store.ts';
import type { Judged } from './read-answer.ts';

export interface ToJudge {
  request: ServiceRequest;
  kind: Answer['kind'];
  /** Null: an interim answer. */
  outcome: AssignmentOutcome | null;
  text: string;
  hasGround: boolean;
}

export async function gatherFacts(db: Db, { request, kind, outcome, text, hasGround }: ToJudge): Promise<Judged> {
  const topic = request.topicCode === null ? undefined : await topicInForce(db, request.topicCode);
  const askings = await askingsOf(db, request);
  const { evidencePhoto } = strictest(askings, 'evidence-photo');
  return {
    ...{ kind, outcome, text, hasGround, askings },
    request: {
      text: request.text,
      language: request.language,
      place: await placeOf(db, request),
    },
    topic: topic ? { name: topic.name, keywords: topic.keywords } : null,
    // Asked only where it matters: answering is a hot path.
    photosOfWork: evidencePhoto === 'none' || outcome !== 'done' ? 0 : await photosOfWork(db, request.id),
    house: await whatTheHouseKnows(db, topic?.notOurs?.phone),
  };
}

async function placeOf(db: Db, { neighbourhoodId, street, description }: ServiceRequest): Promise<string[]> {
  const neighbourhood = neighbourhoodId === null ? undefined : await neighbourhoodById(db, neighbourhoodId);
  return [neighbourhood?.name, street, description].filter((part) => part !== null && part !== undefined);
}

async function photosOfWork(db: Db, requestId: string): Promise<number> {
  return (await photosOf(db, requestId)).filter(({ sentBy, citizenSees }) => sentBy === 'staff' && citizenSees).length;
}

async function whatTheHouseKnows(db: Db, bodyPhone: string | undefined): Promise<Judged['house']> {
  const { callCentre, whatsapp, bodies } = await municipality(db);
  const directorates = await listDirectorates(db);
  const phones = [
    ...[callCentre.number, whatsapp?.number, bodyPhone],
    ...bodies.map(({ phone }) => phone),
    ...directorates.map(({ phone }) => phone),
  ];
  return {
    directorates: directorates.map(({ code }) => code),
    staff: await namesOfStaff(db),
    phones: phones.filter((phone) => phone !== null && phone !== undefined),
  };
}
