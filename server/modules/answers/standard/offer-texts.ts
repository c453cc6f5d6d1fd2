/** The standard texts that fit one answer, filled with what is known of its request. */
import type { StandardTextOffered } from '../../../../contract/standard-texts.ts';
import type { House } from '../../../kernel/house.ts';
import { formatDay } from '../../../../text/format.ts';
import { formatTrackingNumber } from '../../../../text/tracking-number.ts';
import { municipality, topicInForce } from '../../catalogue/door.ts';
import { neighbourhoodById } from '../../places/door.ts';
import type { Assignment, ServiceRequest } from '../../requests/door.ts';
import { directorateByCode } from '../../staff/door.ts';
import type { MergeValues } from './merge-fields.ts';
import { fillBody } from './merge-fields.ts';
import { standardTextsFor } from './standard-text-store.ts';

export interface Asked {
  request: ServiceRequest;
  assignment: Assignment;
  /** 'interim', or an outcome. */
  outcome: string;
}

export async function offerTexts(house: House, asked: Asked): Promise<StandardTextOffered[]> {
  const { topicCode, kind, language } = asked.request;
  const topic = topicCode === null ? undefined : await topicInForce(house.db, topicCode);
  const fitting = await standardTextsFor(house.db, {
    ...{ kind, language, outcome: asked.outcome },
    topic: topic?.code ?? null,
    group: topic?.group ?? null,
  });
  if (fitting.length === 0) return [];
  const values = await valuesOf(house, asked);
  return fitting.map(({ id, title, body, uses }) => ({ id, title, uses, ...fillBody(body, values) }));
}

/** Null: unknown of this request. */
async function valuesOf({ db, clock }: House, { request, assignment }: Asked): Promise<MergeValues> {
  const { language, neighbourhoodId, promisedAt, street } = request;
  const profile = await municipality(db);
  const topic = request.topicCode === null ? undefined : await topicInForce(db, request.topicCode);
  const directorate = await directorateByCode(db, assignment.directorateCode);
  const home = neighbourhoodId === null ? undefined : await neighbourhoodById(db, neighbourhoodId);
  const body = topic?.notOurs && profile.bodies.find(({ phone }) => phone === topic.notOurs?.phone);
  const day = (instant: Date) => formatDay(instant, language, { year: true });
  const tr = language === 'tr';
  return {
    number: formatTrackingNumber(request.trackingNumber),
    received: day(request.receivedAt),
    today: day(clock.now()),
    promise: promisedAt && day(new Date(promisedAt.getTime() - 1)),
    topic: topic?.name[language] ?? null,
    directorate: (tr ? directorate?.name : directorate?.nameEn) ?? null,
    // English has no such case: the name alone is right there.
    'directorate-dative': (tr ? directorate?.dative : directorate?.nameEn) ?? null,
    neighbourhood: (tr ? home?.fullName : home?.name) ?? null,
    'neighbourhood-locative': (tr ? home?.locative : home && `in ${home.name}`) ?? null,
    street,
    body: body?.name ?? null,
    'body-phone': topic?.notOurs?.phone ?? null,
    'call-centre': profile.callCentre.printed,
  };
}
