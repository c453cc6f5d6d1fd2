/**
 * What a member of staff typed for a citizen → an application for the one way in. Somebody known by the phone number is chosen by
 * initials: the name is looked up here, so that it never stands on a screen before the caller has said it.
 */
import type { GivenPerson, GivenRequest } from '../../../contract/intake.ts';
import type { Db } from '../../kernel/db/database.ts';
import { refuse } from '../../kernel/refusals.ts';
import { topicInForce } from '../catalogue/door.ts';
import { citizenById } from '../citizens/door.ts';
import type { Channel } from '../requests/door.ts';
import type { Application, Person } from './application.ts';
import { NO_PLACE } from './application.ts';
import { checkPhone } from './checks.ts';

export interface Way {
  channel: Channel;
  /** The line the person is speaking on, used where no other number was said. */
  phone?: string | null;
  receivedAt?: Date | undefined;
  externalNumber?: string | undefined;
}

/** Refuses 'not-found' for a citizen the given number does not belong to. */
export async function applicationFrom(db: Db, given: GivenRequest, way: Way): Promise<Application> {
  const { kind, text, language, topic, answers, danger, person, place, clientKey, knownProblem } = given;
  return {
    ...{ kind, text, language, answers, danger, clientKey, knownProblem },
    channel: way.channel,
    topicCode: topic,
    person: person === null ? null : await personFrom(db, person, way.phone ?? null),
    place: { ...NO_PLACE, ...place },
    fileIds: [],
    receivedAt: way.receivedAt,
    externalNumber: way.externalNumber,
  };
}

async function personFrom(db: Db, given: GivenPerson, line: string | null): Promise<Person> {
  const { citizenId, name = '', kind, email, notifyBy } = given;
  const typed = given.phone?.trim();
  const phone = typed === undefined || typed === '' ? (line ?? undefined) : typed;
  if (citizenId === undefined) return { ...{ name, kind, phone, email, notifyBy } };
  const citizen = await citizenById(db, citizenId);
  // Only somebody this number is known by: else any id would open any name.
  if (!citizen || phone === undefined || !citizen.phones.includes(checkPhone(phone))) throw refuse('not-found');
  return { ...{ name: citizen.name, kind: citizen.kind, phone, email, notifyBy } };
}

/** Whose a request on this topic would be: what a right over one's own directorate is measured by. */
export async function directoratesOfTopic(db: Db, code: string | null): Promise<string[]> {
  const topic = code === null ? undefined : await topicInForce(db, code);
  return topic === undefined ? [] : [topic.directorate, ...topic.otherDirectorates];
}
