/** How often one person may look by words: enough for whoever types, not enough to read the register out, and said plainly. */
import { beforeAll, expect, test } from 'vitest';
import { countSearch } from './modules/search/door.ts';
import { deskServer } from './testing/desk-server.ts';
import type { DeskCaller } from './testing/desk-server.ts';
import { furnishedHouse } from './testing/furnished-house.ts';

const MOST = 6;
const { house, clock } = await furnishedHouse({ searchesPerMinute: MOST });
let clerk: DeskCaller;
let other: DeskCaller;

beforeAll(async () => {
  const server = await deskServer(house);
  [clerk, other] = [await server.as('fatih'), await server.as('tulay')];
});

const BY_WORDS = ['/search?q=copp', '/requests?text=copp', '/requests/counts?text=copp', '/requests/map?text=copp'];

test('beyond it each way to look by words is refused, each other way stays open, and a minute later all are', async () => {
  clock.set(new Date('2026-02-16T09:05:00+03:00'));
  const ask = (path: string, who = clerk) => who.get(`/api/v1${path}`);
  for (let asked = 0; asked < MOST; asked += 1)
    expect((await ask(BY_WORDS[asked % BY_WORDS.length]!)).status).toBe(200);
  for (const path of BY_WORDS)
    expect(await ask(path)).toMatchObject({ status: 429, body: { refusal: 'too-many-searches', details: { seconds: 60 } } }); // prettier-ignore
  for (const path of ['/requests', '/requests/counts', '/requests/map?topics=YOL-01', '/search?q='])
    expect((await ask(path)).status, path).toBe(200);
  expect((await ask('/search?q=copp', other)).status).toBe(200);
  clock.advance(60_000);
  expect((await ask('/search?q=copp')).status).toBe(200);
});

test('a large limit is counted in lots: at most a lot passes beyond it, and then every single one is refused', async () => {
  const most = 60;
  const larger = await furnishedHouse({ searchesPerMinute: most });
  const reader = await larger.as('fatih');
  const ask = () => countSearch(larger.house, reader, 'copp').then(() => 200, () => 429); // prettier-ignore
  const answers: number[] = [];
  for (let asked = 0; asked < most + 6; asked += 1) answers.push(await ask());
  expect(answers.indexOf(429)).toBeGreaterThanOrEqual(most);
  expect(answers.indexOf(429)).toBeLessThan(most + 2);
  expect(answers.slice(answers.indexOf(429))).not.toContain(200);
  larger.clock.advance(60_000);
  expect(await ask()).toBe(200);
});
