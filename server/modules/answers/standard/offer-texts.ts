/** The standard texts that fit one answer, filled with what is known of its request. */
import type { StandardText, StandardTextOffered } from '../../../../contract/standard-texts.ts';
import type { House } from '../../../kernel/house.ts';
import { formatDay } from '../../../../text/format.ts';
import { formatTrackingNumber } from '../../../../text/tracking-number.ts';
import { municipality, seasonAt, topicInForce } from '../../catalogue/door.ts';
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
  const { topicCode, kind, language, receivedAt } = asked.request;
  const topic = topicCode === null ? undefined : await topicInForce(house.db, topicCode);
  const season = (await seasonAt(house.db, topicCode, receivedAt))?.season.code ?? null;
  const found = await standardTextsFor(house.db, {
    ...{ kind, language, season, outcome: asked.outcome },
    topic: topic?.code ?? null,
    group: topic?.group ?? null,
  });
  const fitting = inThePlaceOf(found);
  if (fitting.length === 0) return [];
  const values = await valuesOf(house, asked);
  return fitting.map(({ id, title, body, uses }) => ({ id, title, uses, ...fillBody(body, values) }));
}

/** A season's text takes the place of the ordinary ones that are written for exactly the same. */
function inThePlaceOf(found: readonly StandardText[]): StandardText[] {
  const useOf = ({ topic, group, kind, outcome }: StandardText) => [topic, group, kind, outcome].join('|');
  const taken = new Set(found.filter(({ season }) => season != null).map(useOf));
  return found.filter((text) => text.season != null || !taken.has(useOf(text)));
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
