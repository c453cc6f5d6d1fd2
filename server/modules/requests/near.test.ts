/** How near and how recent is the topic's own data: changed in the catalogue, it holds for the next suggestion. */
import { beforeAll, expect, test } from 'vitest';
import type { DuplicateReach } from '../../../contract/catalogue.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import { CITIZEN } from '../../kernel/actor.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import { revisionsOf } from '../../kernel/revisions.ts';
import type { FurnishedHouse } from '../../testing/furnished-house.ts';
import { furnishedHouse } from '../../testing/furnished-house.ts';
import type { Topic } from '../catalogue/door.ts';
import { saveTopic, topicInForce } from '../catalogue/door.ts';
import { NO_PLACE, receiveRequest } from '../intake/door.ts';
import { isAlike, similarNearby } from './door.ts';

let world: FurnishedHouse;
let administrator: StaffActor;
const HERE = { latitude: 41.02, longitude: 29.11 };
const north = (metres: number) => ({ latitude: 41.02 + metres / 111_195, longitude: 29.11 });
const DAY_MS = 86_400_000;

beforeAll(async () => {
  world = await furnishedHouse();
  administrator = await world.as('yonetici');
});

async function file(metres: number, daysAgo: number): Promise<string> {
  const { id } = await inTransaction(world.house, { actor: CITIZEN }, (tx) =>
    receiveRequest(tx, {
      ...{
        channel: 'web',
        kind: 'complaint',
        text: 'Yolda çukur var.',
        language: 'tr',
        topicCode: 'YOL-02',
        answers: [],
      },
      ...{ danger: false, fileIds: [], clientKey: null, person: null },
      receivedAt: new Date(world.clock.now().getTime() - daysAgo * DAY_MS),
      place: { ...NO_PLACE, neighbourhoodId: 1, ...north(metres) },
    }),
  );
  return id;
}

async function suggested(): Promise<string[]> {
  const where = { topicCode: 'YOL-02', neighbourhoodId: 1, ...HERE, text: 'Yolda çukur var.' };
  const found = await similarNearby(world.house.db, where, world.clock.now());
  return found.filter(({ likeness }) => isAlike(likeness)).map(({ id }) => id);
}

async function say(change: Pick<Topic, 'duplicates'> & Partial<Topic>): Promise<void> {
  const { duplicates: _, ...topic } = (await topicInForce(world.house.db, 'YOL-02'))!;
  await inTransaction(world.house, { actor: administrator }, (tx) =>
    saveTopic(tx, { ...topic, ...change }, 'Çökme geniş alanda duyulur.'),
  );
}

test('a topic that says nothing follows its family; what it says holds at once, and every version is kept', async () => {
  const [close, far, old] = [await file(20, 1), await file(150, 1), await file(20, 100)];
  expect(await suggested()).toEqual([close]);

  const wide: DuplicateReach = { metres: 600, days: 200 };
  await say({ duplicates: wide });
  expect((await suggested()).sort()).toEqual([close, far, old].sort());

  await say({ duplicates: { metres: 30, days: 30 } });
  expect(await suggested()).toEqual([close]);

  await say({ duplicates: 'never' });
  expect(await suggested()).toEqual([]);

  await say({ duplicates: undefined });
  expect(await suggested()).toEqual([close]);
  const bodies = (await revisionsOf<Topic>(world.house.db, 'topic', 'YOL-02')).map(({ body }) => body.duplicates);
  expect(bodies.slice(0, 4)).toEqual([undefined, 'never', { metres: 30, days: 30 }, wide]);
});

test('nothing is suggested on a topic that has become restricted, whatever it said before', async () => {
  await file(10, 0);
  await say({ duplicates: { metres: 600, days: 200 }, restricted: true });
  expect(await suggested()).toEqual([]);
});
