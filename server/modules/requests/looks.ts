/**
 * Reading a citizen's file is written down: who, in which capacity, which part of it. What is read masked counts too: the words of a request
 * are personal data whoever wrote them (KVKK 6698 m.3). Lists are not in here; they show no person.
 */
import type { StaffActor } from '../../kernel/actor.ts';
import { noteLook } from '../../kernel/audit/look.ts';
import type { House } from '../../kernel/house.ts';
import { actsAs, hatFor } from '../staff/door.ts';
import { thingOf } from './open-case.ts';
import type { ReadableCase } from './reader.ts';
import { readableCase } from './reader.ts';

/** What of a file is looked at. */
export type CaseLook = 'request-opened' | 'photos-opened';

/**
 * Reads a case that this person may read, and writes down that they did; both at once, so that the page is not slower for it, and nothing is
 * given back before both are done. Refuses as readableCase does.
 */
export async function lookAt<T>(
  house: House,
  actor: StaffActor,
  { id, act = 'request-opened' }: { id: string; act?: CaseLook },
  read: (found: ReadableCase) => Promise<T>,
): Promise<T> {
  const found = await readableCase(house.db, actor, id);
  const detail = { as: capacityIn(actor, found) };
  const noted = noteLook(house, actor, { act, subjectKind: 'request', subjectId: id, detail });
  const [shown] = await Promise.all([read(found), noted]);
  return shown;
}

/** For whom somebody reads this case: the code of a directorate, or the kind of their post. */
export function capacityIn(actor: StaffActor, { request, assignments }: ReadableCase): string {
  return actsAs(hatFor(actor, 'request-read', thingOf(request, assignments)) ?? actor.hats[0]);
}
