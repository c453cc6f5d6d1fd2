/** Recording by staff without a call: the counter, letters, mail, other institutions. And what is near, asked while still typing. */
import type { Static } from 'typebox';
import { DeskRequest, RecordedForCitizen, SimilarQuery } from '../../../contract/intake.ts';
import { SimilarAnswer } from '../../../contract/requests.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import type { House } from '../../kernel/house.ts';
import type { Route } from '../../kernel/http/route.ts';
import { apiRoute, staffOf } from '../../kernel/http/route.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { refuse } from '../../kernel/refusals.ts';
import { instantAt, isDay, istanbulDay } from '../calendar/door.ts';
import { isAlike, listRights, similarNearby, similarShown } from '../requests/door.ts';
import { may } from '../staff/door.ts';
import { applicationFrom, directoratesOfTopic } from './given-request.ts';
import { presentRecorded } from './present.ts';
import { receiveRequest } from './receive-request.ts';
import { staffPhotoRoutes } from './staff-photo-routes.ts';

export const intakeRoutes: Route[] = [
  apiRoute({
    method: 'POST',
    path: '/api/v1/requests',
    summary: 'Records a request for a citizen who is at the counter, or whose letter, mail or other paper lies there',
    who: 'staff',
    body: DeskRequest,
    response: RecordedForCitizen,
    async handle({ house, actor, body }) {
      const directorates = await directoratesOfTopic(house.db, body.topic);
      if (!may(actor, 'request-record', { directorates })) throw refuse('not-allowed');
      const { channel, receivedOn, externalNumber } = body;
      const receivedAt = receivedOn === undefined ? undefined : receivedAtOf(receivedOn, house.clock.now());
      const application = await applicationFrom(house.db, body, { channel, receivedAt, externalNumber });
      const recorded = await inTransaction(house, { actor }, (tx) => receiveRequest(tx, application));
      return presentRecorded(house.db, recorded);
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/requests/similar',
    summary: 'Requests on a topic in a neighbourhood, of the last twelve weeks: asked before a new one is recorded',
    who: 'staff',
    query: SimilarQuery,
    response: SimilarAnswer,
    async handle({ house, actor, query }) {
      const directorates = await directoratesOfTopic(house.db, query.topic);
      if (!may(actor, 'request-record', { directorates })) throw refuse('not-allowed');
      return { requests: await similarTo(house, staffOf(actor), query) };
    },
  }),
  ...staffPhotoRoutes,
];

/** A paper that came earlier is taken as received when that day's office opened; its own day is today, from now on. */
function receivedAtOf(day: string, now: Date): Date | undefined {
  if (!isDay(day) || day > istanbulDay(now)) throw refuse('date-invalid', { field: 'receivedOn' });
  return day === istanbulDay(now) ? undefined : instantAt(day, '09:00');
}

/** Only what this person might open: the words of a neighbour's request are a neighbour's. */
async function similarTo(
  { db, clock }: House,
  actor: StaffActor,
  { topic, neighbourhood }: Static<typeof SimilarQuery>,
) {
  const where = { topicCode: topic, neighbourhoodId: neighbourhood, latitude: null, longitude: null };
  const near = await similarNearby(db, { ...where, ...listRights(actor, 'request-read') }, clock.now());
  // Where exactly is not known yet: everything on this topic here is worth reading out to the caller.
  return near.filter(({ likeness }) => likeness.sameTopic || isAlike(likeness)).map(similarShown);
}
