import { expect, test } from 'vitest';
import { CITIZEN } from '../../../kernel/actor.ts';
import { inTransaction } from '../../../kernel/db/transaction.ts';
import { applicationOf } from '../../../testing/applications.ts';
import { houseWith } from '../../../testing/house-with.ts';
import { receiveRequest } from '../../intake/door.ts';
import { caseFile } from '../../requests/door.ts';
import { linkRequests, unlinkRequests } from './link.ts';
import { linksOf } from './store.ts';

const { world, people } = await houseWith('sibel', 'fatih');
const { sibel: supervisor, fatih: clerk } = people;

async function file(topicCode = 'YOL-01'): Promise<string> {
  const { id } = await inTransaction(world.house, { actor: CITIZEN }, (tx) =>
    receiveRequest(tx, applicationOf({ text: 'Asfalt bozuk.', topicCode })),
  );
  return id;
}

const link = (requestId: string, other: string, actor = supervisor) =>
  inTransaction(world.house, { actor }, (tx) => linkRequests(tx, { requestId, other, kind: 'follow-up' }));
const unlink = (requestId: string, other: string) =>
  inTransaction(world.house, { actor: supervisor }, (tx) => unlinkRequests(tx, { requestId, other }));
const last = async (id: string) => (await caseFile(world.house.db, id))!.history.at(-1);

test('stands at both, in both histories, once; and is taken away from either side', async () => {
  const [one, other] = [await file(), await file()];
  await link(one, other);
  await expect(link(other, one)).rejects.toMatchObject({ code: 'already-exists' });
  expect(await linksOf(world.house.db, one)).toEqual([{ otherId: other, kind: 'follow-up' }]);
  expect(await linksOf(world.house.db, other)).toEqual([{ otherId: one, kind: 'follow-up' }]);
  expect(await last(one)).toMatchObject({ what: 'linked', toValue: 'follow-up', data: { request: other } });
  expect(await last(other)).toMatchObject({ what: 'linked', data: { request: one } });
  await unlink(other, one);
  expect(await linksOf(world.house.db, one)).toEqual([]);
  expect(await last(one)).toMatchObject({ what: 'unlinked', data: { request: other } });
  await expect(unlink(one, other)).rejects.toMatchObject({ code: 'step-not-allowed' });
});

test('names nothing that the person may not see', async () => {
  const [own, foreign] = [await file(), await file('PRK-02')];
  await expect(link(own, foreign, clerk)).rejects.toMatchObject({ code: 'not-found' });
  await expect(link(own, own)).rejects.toMatchObject({ code: 'merge-with-itself' });
});
