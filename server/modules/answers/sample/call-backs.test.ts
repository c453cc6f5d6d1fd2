/** The sample through the whole house: drawn once a day from the seed that is kept, called, and looked at again where it was not true. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { CallBackList, CallBackResults } from '../../../../contract/call-backs.ts';
import type { RequestPage } from '../../../../contract/requests.ts';
import { CITIZEN } from '../../../kernel/actor.ts';
import { rows, run, sql } from '../../../kernel/db/database.ts';
import type { DeskCaller, DeskServer } from '../../../testing/desk-server.ts';
import { deskServer } from '../../../testing/desk-server.ts';
import type { FurnishedHouse } from '../../../testing/furnished-house.ts';
import { MONDAY_MORNING, furnishedHouse } from '../../../testing/furnished-house.ts';
import { municipality, saveMunicipality } from '../../catalogue/door.ts';
import {
  answerAssignment,
  caseFile,
  concludedToAskAbout,
  saySatisfaction,
  withdrawRequest,
} from '../../requests/door.ts';
import type { AnswerStage } from '../testing.ts';
import { GOOD_TEXT, answerStage } from '../testing.ts';
import { drawOf } from './call-back-store.ts';
import { drawSamples } from './draw-sample.ts';
import { chanceOf, isDrawn, reasonsFor } from './who-is-called.ts';

const NEXT_MORNING = new Date('2026-02-17T06:20:00+03:00');

let world: FurnishedHouse;
let stage: AnswerStage;
let server: DeskServer;
let sibel: DeskCaller;
beforeAll(async () => {
  world = await furnishedHouse();
  stage = await answerStage(world);
  server = await deskServer(world.house);
  world.clock.set(NEXT_MORNING);
  sibel = await server.as('sibel');
});

const list = async () => (await sibel.get<CallBackList>('/api/v1/call-backs')).body.waiting;
const call = (id: string, made: object) => sibel.post<{ refusal: string }>(`/api/v1/call-backs/${id}/calls`, made);
const yes = { reached: true, answerTrue: 'yes', satisfied: true, note: '' };
const nobody = { reached: false, answerTrue: null, satisfied: null, note: '' };

async function percent(share: number) {
  const administrator = await world.as('yonetici');
  await stage.as(administrator, async (tx) =>
    saveMunicipality(tx, { ...(await municipality(tx.db)), callBack: { percent: share } }, 'Deneme'),
  );
}

async function concluded(change: object = {}) {
  const made = await stage.file(change);
  await stage.as(stage.people.fatih, (tx) =>
    answerAssignment(tx, { assignmentId: made.assignmentId, outcome: 'done', text: GOOD_TEXT }),
  );
  return made.requestId;
}

/** Everything concluded on Monday is drawn on Tuesday morning. */
async function drawnOnTuesday(make: () => Promise<string[]>) {
  await run(world.house.db, sql`delete from call_backs`);
  await run(world.house.db, sql`delete from call_back_draws`);
  // What other tests concluded is of another day.
  await run(world.house.db, sql`update service_requests set concluded_at = concluded_at - interval '40 days'`);
  world.clock.set(MONDAY_MORNING);
  const ids = await make();
  await percent(100);
  world.clock.set(NEXT_MORNING);
  await drawSamples(world.house);
  return ids;
}

const many = (n: number, make: () => Promise<string>) => async () => {
  const ids: string[] = [];
  for (let made = 0; made < n; made += 1) ids.push(await make());
  return ids;
};

describe('the draw', () => {
  test('takes yesterday’s conclusions that somebody can be called about, once, whoever asks', async () => {
    const [plain] = await drawnOnTuesday(async () => {
      const first = await concluded();
      const withdrawn = await stage.file();
      await stage.as(CITIZEN, (tx) => withdrawRequest(tx, { requestId: withdrawn.requestId }));
      await stage.file();
      await concluded({ person: { name: 'Ali Örnek', email: 'ali@example.org', notifyBy: 'email' } });
      return [first];
    });
    await Promise.all([drawSamples(world.house), drawSamples(world.house)]);
    const waiting = await list();
    expect(waiting.map(({ requestId }) => requestId)).toEqual([plain]);
    expect(waiting[0]).toMatchObject({
      outcome: 'done',
      answer: GOOD_TEXT,
      because: [{ tr: 'yapıldı denildi, fotoğrafı yok' }],
      phone: '0 555 ••• •• 47',
      tries: 0,
    });
    expect(JSON.stringify(waiting)).not.toMatch(/5550000047|Emine/);
  });

  test('can be repeated from the seed that it kept', async () => {
    await drawnOnTuesday(many(12, concluded));
    await run(world.house.db, sql`delete from call_backs`);
    await run(world.house.db, sql`delete from call_back_draws`);
    await percent(15);
    const drawn = await drawSamples(world.house);
    const draw = (await drawOf(world.house.db, '2026-02-16'))!;
    const span = { from: new Date('2026-02-16T00:00:00+03:00'), until: new Date('2026-02-17T00:00:00+03:00') };
    const from = await concludedToAskAbout(world.house.db, span);
    expect(draw).toMatchObject({ percent: 15, concluded: from.length, drawn });
    const again = from.filter((each) => isDrawn(draw.seed, each.id, chanceOf(draw.percent, reasonsFor(each))));
    const kept = await rows<{ id: string }>(
      world.house.db,
      sql`select request_id as id from call_backs order by request_id`,
    );
    expect(kept.map(({ id }) => id)).toEqual(again.map(({ id }) => id));
  });

  test('of nothing percent leaves nobody to call', async () => {
    await drawnOnTuesday(many(2, concluded));
    await run(world.house.db, sql`delete from call_backs`);
    await run(world.house.db, sql`delete from call_back_draws`);
    await percent(0);
    expect(await drawSamples(world.house)).toBe(0);
    expect(await list()).toEqual([]);
  });

  test('gives up what waited two weeks', async () => {
    await drawnOnTuesday(many(1, concluded));
    expect(await list()).toHaveLength(1);
    world.clock.set(new Date('2026-03-05T06:20:00+03:00'));
    await drawSamples(world.house);
    world.clock.set(NEXT_MORNING);
    expect(await list()).toEqual([]);
  });
});

describe('a call', () => {
  test('that confirms the answer takes it off the list, with a line in the history', async () => {
    const [requestId] = await drawnOnTuesday(many(1, concluded));
    const [waiting] = await list();
    expect((await call(waiting!.id, yes)).status).toBe(200);
    expect(await list()).toEqual([]);
    const file = (await caseFile(world.house.db, requestId!))!;
    expect(file.request.state).toBe('concluded');
    expect(file.history.at(-1)).toMatchObject({ what: 'called-back', toValue: 'true', actorKind: 'staff' });
    expect(await call(waiting!.id, yes)).toMatchObject({ status: 409, body: { refusal: 'call-back-over' } });
  });

  test('“not true” asks by itself that we look again, with the citizen’s words', async () => {
    const [requestId] = await drawnOnTuesday(many(1, concluded));
    const [waiting] = await list();
    const no = { reached: true, answerTrue: 'no', satisfied: false, note: '' };
    expect(await call(waiting!.id, no)).toMatchObject({ status: 400, body: { refusal: 'reason-missing' } });
    await call(waiting!.id, { ...no, note: 'Kaldırım hâlâ çökük.' });
    const page = (await sibel.get<RequestPage>(`/api/v1/requests/${requestId}`)).body;
    expect(page.state).toBe('reopen-requested');
    expect(page.history.at(-1)).toMatchObject({ what: 'reopening-asked', why: 'Kaldırım hâlâ çökük.' });
  });

  test('about one that is looked at again already asks nothing twice', async () => {
    const [requestId] = await drawnOnTuesday(async () => {
      const id = await concluded();
      await stage.as(CITIZEN, (tx) => saySatisfaction(tx, { requestId: id, satisfied: false, reason: 'Olmamış.' }));
      return [id];
    });
    const [waiting] = await list();
    expect(waiting!.because.map(({ en }) => en)).toContain('the citizen was not satisfied');
    await call(waiting!.id, { reached: true, answerTrue: 'no', satisfied: false, note: 'Olmamış.' });
    const { history } = (await caseFile(world.house.db, requestId!))!;
    expect(history.filter(({ what }) => what === 'reopening-asked')).toHaveLength(1);
  });

  test('that reaches nobody is tried again, three times', async () => {
    await drawnOnTuesday(many(1, concluded));
    const [waiting] = await list();
    await call(waiting!.id, nobody);
    await call(waiting!.id, nobody);
    expect(await list()).toMatchObject([{ tries: 2 }]);
    await call(waiting!.id, nobody);
    expect(await list()).toEqual([]);
  });

  test.each([
    ['reached, and nothing said of the answer', { ...yes, answerTrue: null }],
    ['not reached, and yet an answer', { ...nobody, answerTrue: 'yes' }],
    ['not reached, and yet satisfied', { ...nobody, satisfied: true }],
    ['a field nobody knows', { ...yes, more: 1 }],
  ])('is refused: %s', async (_why, made) => {
    await drawnOnTuesday(many(1, concluded));
    const [waiting] = await list();
    expect((await call(waiting!.id, made)).status).toBe(400);
    expect(await list()).toHaveLength(1);
  });

  test('two supervisors at once: the second is told', async () => {
    await drawnOnTuesday(many(1, concluded));
    const [waiting] = await list();
    const both = await Promise.all([call(waiting!.id, yes), call(waiting!.id, yes)]);
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409]);
  });

  test('is not for others: no list, no results, no call', async () => {
    await drawnOnTuesday(many(1, concluded));
    const [waiting] = await list();
    for (const name of ['fatih', 'mustafa', 'elif', 'nermin', 'yonetici']) {
      const other = await server.as(name);
      expect((await other.get('/api/v1/call-backs')).status).toBe(403);
      expect((await other.get('/api/v1/call-backs/results')).status).toBe(403);
      expect((await other.post(`/api/v1/call-backs/${waiting!.id}/calls`, yes)).status).toBe(403);
    }
  });
});

test('the results are counted by directorate', async () => {
  await drawnOnTuesday(many(3, concluded));
  const waiting = await list();
  await call(waiting[0]!.id, yes);
  await call(waiting[1]!.id, { reached: true, answerTrue: 'no', satisfied: false, note: 'Yapılmamış.' });
  const { body } = await sibel.get<CallBackResults>('/api/v1/call-backs/results?from=2026-02-16&to=2026-02-16');
  expect(body.rows).toMatchObject([
    { directorate: { tr: 'Fen İşleri Müdürlüğü' }, drawn: 3, reached: 2, confirmed: 1, notTrue: 1, share: 0.5 },
  ]);
  expect(body.total).toMatchObject({ drawn: 3 });
});
