/** Two records of one person: suggested, put together with their requests, told apart again exactly; never where an identity is secret. */
import { expect, test } from 'vitest';
import { CITIZEN } from './kernel/actor.ts';
import { rows, sql } from './kernel/db/database.ts';
import { citizenById, citizensByPhone, samePeople } from './modules/citizens/door.ts';
import type { Application, Person } from './modules/intake/door.ts';
import { NO_PLACE, receiveRequest } from './modules/intake/door.ts';
import { caseFile, mergePeople, requestById, undoMergeOfPeople } from './modules/requests/door.ts';
import { houseWith } from './testing/house-with.ts';

const { world, as, people } = await houseWith('sibel', 'fatih');
const { sibel: supervisor, fatih: clerk } = people;

async function file(person: Person, change: Partial<Application> = {}): Promise<{ id: string; citizen: string }> {
  world.clock.advance(1_000);
  const { id } = await as(CITIZEN, (tx) =>
    receiveRequest(tx, {
      ...{ channel: 'web', kind: 'complaint', text: 'Asfalt bozuk.', language: 'tr', topicCode: 'YOL-01', answers: [] },
      ...{ danger: false, fileIds: [], clientKey: null, person },
      place: { ...NO_PLACE, neighbourhoodId: 1, description: 'köşe' },
      ...change,
    }),
  );
  return { id, citizen: (await requestById(world.house.db, id))!.citizenId! };
}

const person = (name: string, phone: string): Person => ({ name, phone, notifyBy: 'sms' });
const ownerOf = async (id: string) => (await requestById(world.house.db, id))!.citizenId;
const merge = (keptId: string, mergedId: string, actor = supervisor) =>
  as(actor, (tx) => mergePeople(tx, { keptId, mergedId, why: 'Telefonda teyit edildi.' }));

test('requests and numbers come together, later ones find the one record, and the history says whose each was', async () => {
  const phone = '+905551110001';
  const one = await file(person('Ayşe Yılmaz', phone));
  const other = await file(person('A. Yılmaz', phone));
  const more = await file({ ...person('A. Yılmaz', phone), email: 'ayse@ornek.example.org' });
  expect(other.citizen).toBe(more.citizen);
  expect(await samePeople(world.house.db, one.citizen)).toEqual([
    { id: other.citizen, name: 'A. Yılmaz', why: ['phone'] },
  ]);

  await merge(one.citizen, other.citizen);
  expect([await ownerOf(other.id), await ownerOf(more.id)]).toEqual([one.citizen, one.citizen]);
  expect((await caseFile(world.house.db, other.id))!.history.at(-1)).toMatchObject({
    what: 'person-merged',
    fromValue: other.citizen,
    toValue: one.citizen,
    why: 'Telefonda teyit edildi.',
  });
  expect((await citizenById(world.house.db, one.citizen))!.phones).toEqual([phone, phone]);
  expect((await citizensByPhone(world.house.db, phone)).map(({ id }) => id)).toEqual([one.citizen]);
  expect((await file(person('A. Yılmaz', phone))).citizen).toBe(one.citizen);
  expect(await samePeople(world.house.db, one.citizen)).toEqual([]);
  const audited = await rows(
    world.house.db,
    sql`select act from audit_entries where act = 'people-merged' and subject_id = ${one.citizen}`,
  );
  expect(audited).toHaveLength(1);
});

test('undone, each has their own again; what was asked since stays where it was asked', async () => {
  const phone = '+905551110002';
  const [one, other, third] = [
    await file(person('Can Deneme', phone)),
    await file(person('C. Deneme', phone)),
    await file(person('Can Denemee', phone)),
  ];
  const inner = await merge(other.citizen, third.citizen);
  const outer = await merge(one.citizen, other.citizen);
  const since = await file(person('C. Deneme', phone));
  expect(since.citizen).toBe(one.citizen);
  await expect(as(supervisor, (tx) => undoMergeOfPeople(tx, inner))).rejects.toMatchObject({
    code: 'changed-meanwhile',
  });
  await as(supervisor, (tx) => undoMergeOfPeople(tx, outer));
  expect([await ownerOf(one.id), await ownerOf(other.id), await ownerOf(third.id), await ownerOf(since.id)]).toEqual([
    one.citizen,
    other.citizen,
    other.citizen,
    one.citizen,
  ]);
  await as(supervisor, (tx) => undoMergeOfPeople(tx, inner));
  expect(await ownerOf(third.id)).toBe(third.citizen);
  await expect(as(supervisor, (tx) => undoMergeOfPeople(tx, inner))).rejects.toMatchObject({ code: 'already-exists' });
  expect((await file(person('C. Deneme', phone))).citizen).toBe(other.citizen);
});

test('is refused without the right, for oneself, for one merged already, for other identity numbers, and for secret identities', async () => {
  const phone = '+905551110003';
  const one = await file({ ...person('Nur Deneme', phone), nationalId: '10000000146' });
  const other = await file({ ...person('N. Deneme', phone), nationalId: '10000000214' });
  const refused = (work: Promise<unknown>, code: string) => expect(work).rejects.toMatchObject({ code });
  await refused(merge(one.citizen, other.citizen, clerk), 'not-allowed');
  await refused(merge(one.citizen, one.citizen), 'merge-with-itself');
  await refused(merge(one.citizen, other.citizen), 'people-differ');
  const secret = await file(person('Nur Deneme K', phone), { topicCode: 'ZAB-05', text: 'Komşu gürültü yapıyor.' });
  await refused(merge(one.citizen, secret.citizen), 'merge-protected');
  const [free, gone] = [
    await file(person('Ece Örnek', '+905551110004')),
    await file(person('E. Örnek', '+905551110004')),
  ];
  await merge(free.citizen, gone.citizen);
  await refused(merge(one.citizen, gone.citizen), 'merge-elsewhere');
});
