// A municipality changes its catalogue while requests made under the old one live on.
import { beforeAll, expect, test } from 'vitest';
import { makeServer } from '../kernel/http/server.ts';
import { routes } from '../routes.ts';
import { seedMunicipality } from './seed-municipality.ts';
import { act, emptyHouse, staffActor } from '../testing/empty-house.ts';
import { directorateByCode, saveDirectorate } from '../modules/staff/door.ts';
import type { Question, Topic } from '../modules/catalogue/door.ts';
import {
  municipality,
  saveMunicipality,
  saveTopic,
  suggestTopics,
  topicAtVersion,
  topicIndex,
  topicInForce,
  topicRevisions,
} from '../modules/catalogue/door.ts';

const house = await emptyHouse();
const administrator = staffActor('administrator');
const topic = async (code = 'YOL-01') => (await topicInForce(house.db, code))!;
const save = (given: Topic, reason = 'Meclis kararı') =>
  act(house, (tx) => saveTopic(tx, given, reason), administrator);
const faultsOf = async (given: Topic) => {
  const refusal = await save(given).then(
    () => undefined,
    (error: { details: { faults: { where: string; problem: string }[] } }) => error,
  );
  return refusal?.details.faults.map(({ where, problem }) => `${where}: ${problem}`);
};

beforeAll(() => seedMunicipality(house, 'umraniye'));

test('an old request keeps the version that was in force', async () => {
  const before = await topic();
  const saved = await save({
    ...before,
    name: { tr: 'Asfalt Tamiri', en: 'Asphalt Repair' },
    standard: { conclusion: { amount: 5, unit: 'business-days' } },
  });
  expect(saved.version).toBe(2);
  expect((await topic()).name.tr).toBe('Asfalt Tamiri');
  expect(await topicAtVersion(house.db, 'YOL-01', 1)).toEqual(before);
  expect(await topicAtVersion(house.db, 'YOL-01', 2)).toEqual(saved);
  expect(await topicAtVersion(house.db, 'YOL-01', 9)).toBeUndefined();
  const [newest, first] = await topicRevisions(house.db, 'YOL-01');
  expect(newest).toMatchObject({
    version: 2,
    changedBy: `staff:${administrator.id}`,
    changedByName: 'Deneme',
    reason: 'Meclis kararı',
  });
  expect(first).toMatchObject({ version: 1, reason: 'seed' });
});

test('of two editors the second is told what changed, also when both save at once', async () => {
  const read = await topic('YOL-02');
  const results = await Promise.allSettled(['a', 'b'].map((tr) => save({ ...read, name: { tr, en: tr } })));
  expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  await expect(save(read)).rejects.toMatchObject({ code: 'changed-meanwhile', details: { current: { version: 2 } } });
  const double = await Promise.allSettled([1, 2].map(() => save({ ...read, code: 'YOL-77', version: 0 })));
  expect(double.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(double.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'changed-meanwhile' } });
});

test('a change needs a reason and the right', async () => {
  const read = await topic();
  await expect(save(read, '  ')).rejects.toMatchObject({ code: 'reason-missing' });
  await expect(act(house, (tx) => saveTopic(tx, read, 'x'), staffActor('supervisor'))).rejects.toMatchObject({
    code: 'not-allowed',
  });
});

test('a topic that could not be offered is refused with every fault in it', async () => {
  const read = await topic('PRK-01');
  const ask = (question: Partial<Question>): Question => ({
    id: 'q',
    type: 'yes-no',
    label: { tr: 'A?', en: 'A?' },
    required: false,
    ...question,
  });
  expect(await faultsOf({ ...read, name: { tr: 'Park', en: ' ' }, directorate: 'YOK' })).toEqual([
    'name.en: text-missing',
    'directorate: unknown',
  ]);
  expect(
    await faultsOf({
      ...read,
      standard: { firstResponse: { amount: 3, unit: 'calendar-days' }, conclusion: { amount: 2, unit: 'hours' } },
    }),
  ).toEqual(['standard: standard-order']);
  expect(await faultsOf({ ...read, standard: { conclusion: { amount: 0, unit: 'hours' } } })).toEqual([
    'standard.conclusion: standard-amount',
  ]);
  expect(await faultsOf({ ...read, questions: [ask({}), ask({})] })).toEqual(['questions.q: question-twice']);
  expect(await faultsOf({ ...read, questions: [ask({ type: 'choice' })] })).toEqual(['questions.q: choices-missing']);
  expect(await faultsOf({ ...read, questions: [ask({ showIf: { question: 'q', equals: 'yes' } })] })).toEqual([
    'questions.q: condition-not-earlier',
  ]);
  expect(await faultsOf({ ...read, questions: [ask({ showIf: { question: 'z', equals: 'yes' } })] })).toEqual([
    'questions.q: condition-unknown-question',
  ]);
  const impossible = ask({ id: 'r', showIf: { question: 'q', equals: 'maybe' } });
  expect(await faultsOf({ ...read, questions: [ask({}), impossible] })).toEqual(['questions.r: condition-impossible']);
  const circle = [
    ask({ id: 'a', showIf: { question: 'b', equals: 'yes' } }),
    ask({ id: 'b', showIf: { question: 'a', equals: 'yes' } }),
  ];
  expect(await faultsOf({ ...read, questions: circle })).toEqual(['questions.a: condition-not-earlier']);
  expect(await faultsOf({ ...read, owners: ['utility'], endsBy: 'forwarding' })).toEqual(['notOurs: body-missing']);
  const call = { phone: ' ', when: { tr: 'Acelesi varsa', en: 'If it is urgent' } };
  expect(await faultsOf({ ...read, alsoCall: [call] })).toEqual(['alsoCall.0.phone: phone-missing']);
});

test('a note and months are kept tidied, and neither is kept where it would say nothing', async () => {
  const { ownerNote: _, ...bare } = await topic('ZAB-01');
  const note = { tr: ' Sınırı  valilik çizer. ', en: 'The governor draws the line.' };
  const first = await save({ ...bare, ownerNote: note, seasonal: { months: [3, 11, 3, 12] } });
  expect(first).toMatchObject({
    ownerNote: { tr: 'Sınırı valilik çizer.', en: 'The governor draws the line.' },
    seasonal: { months: [3, 11, 12] },
  });
  expect(await faultsOf({ ...first, ownerNote: { tr: 'Sınırı valilik çizer.', en: ' ' } })).toEqual([
    'ownerNote.en: text-missing',
  ]);
  const months = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12];
  const second = await save({ ...first, ownerNote: { tr: ' ', en: '' }, seasonal: { months } });
  expect(second).not.toHaveProperty('ownerNote');
  expect(second).not.toHaveProperty('seasonal');
  expect(await topicAtVersion(house.db, 'ZAB-01', first.version)).toEqual(first);
});

test('a topic may stay with a closed directorate only when it is no longer offered', async () => {
  const read = await topic('KUR-10');
  const directorate = (await directorateByCode(house.db, read.directorate))!;
  await act(house, (tx) => saveDirectorate(tx, { ...directorate, active: false }), administrator);
  expect(await faultsOf(read)).toEqual(['directorate: not-active']);
  expect((await save({ ...read, active: false })).active).toBe(false);
});

test('new words are suggested from at once, and a topic no longer offered is not suggested', async () => {
  const first = async (text: string) => suggestTopics(await topicIndex(house.db), text)[0]?.code;
  const read = await topic('PRK-06');
  expect(await first('zımbırtıkoyun')).toBeUndefined();
  const saved = await save({ ...read, keywords: [...read.keywords, 'zımbırtıkoyun'] });
  expect(await first('ZIMBIRTIKOYUN')).toBe('PRK-06');
  await save({ ...saved, active: false });
  expect(await first('zımbırtıkoyun')).toBeUndefined();
});

test('a colour that would be hard to read is kept and darkened where words stand in it', async () => {
  const profile = await municipality(house.db);
  const change = (accent: string, version: number) =>
    act(house, (tx) => saveMunicipality(tx, { ...profile, accent, version }, 'Kurumsal kimlik'), administrator);
  expect(await change('#ffd400', profile.version)).toMatchObject({
    accentNote: 'darkened',
    profile: { accent: '#ffd400', version: 2 },
  });
  expect(await change('#00538f', 2)).toMatchObject({ accentNote: null });
  await expect(change('#00538f', 1)).rejects.toMatchObject({ code: 'changed-meanwhile' });
  await expect(change('red', 3)).rejects.toMatchObject({ details: { field: 'accent' } });
  expect((await municipality(house.db)).version).toBe(3);
});

test('a profile with which pages or messages would have a gap is refused with every gap in it', async () => {
  const profile = await municipality(house.db);
  const change = (part: Partial<typeof profile>) =>
    act(house, (tx) => saveMunicipality(tx, { ...profile, ...part }, 'Deneme'), administrator);
  const [water] = profile.bodies.filter(({ key }) => key === 'water');
  await expect(
    change({
      ...{ brand: { tr: 'Çözüm Merkezi', en: ' ' }, district: '', whatsapp: { number: '+905380000000', printed: '' } },
      spellingCities: { ...profile.spellingCities, D: '' },
      bodies: [...profile.bodies, { ...water!, shortName: 'Su', phone: 'yok' }],
    }),
  ).rejects.toMatchObject({
    code: 'input-invalid',
    details: {
      faults: [
        { where: 'brand.en', problem: 'text-missing' },
        { where: 'district', problem: 'text-missing' },
        { where: 'spellingCities.D', problem: 'text-missing' },
        { where: 'whatsapp.printed', problem: 'phone-missing' },
        { where: 'bodies.Su.phone', problem: 'phone-missing' },
        { where: 'bodies.Su', problem: 'body-twice' },
      ],
    },
  });
  const whatsapp = { number: '+905380000000', printed: '0 538 000 00 00' };
  const gas = { key: 'body-5', name: 'Doğal gaz', shortName: 'Gaz', phone: '187' };
  expect(await change({ whatsapp, bodies: [gas] })).toMatchObject({ profile: { whatsapp, bodies: [gas] } });
});

test('over HTTP citizens read what is public and only an administrator writes', async () => {
  let actor = staffActor('agent');
  const app = await makeServer({ house, routes, staffGate: async () => actor });
  const suggested = await app.inject({
    url: '/api/v1/topics/suggest',
    query: { text: 'kaldırımda çöp birikti kimse almıyor' },
  });
  expect(suggested.json<{ code: string }[]>()[0]?.code).toMatch(/^TEM-/);
  expect((await app.inject({ url: '/api/v1/topics/suggest', query: { text: 'x'.repeat(4001) } })).statusCode).toBe(400);
  expect((await app.inject({ url: '/api/v1/municipality' })).json()).toMatchObject({ shortName: 'Ümraniye' });
  const all = (await app.inject({ url: '/api/v1/topics' })).json<{ topics: Topic[] }>();
  expect(all.topics).toHaveLength(99);
  const given = all.topics.find(({ code }) => code === 'TEM-01')!;
  expect(given).toEqual(await topic('TEM-01'));
  const put = (payload: object) => app.inject({ method: 'PUT', url: '/api/v1/topics/TEM-01', payload });
  expect((await put({ topic: given, reason: 'x' })).statusCode).toBe(403);
  actor = administrator;
  expect((await put({ topic: given, reason: 'x' })).json()).toMatchObject({ code: 'TEM-01', version: 2 });
  expect((await put({ topic: { ...given, extra: 1 }, reason: 'x' })).statusCode).toBe(400);
  expect((await put({ topic: { ...given, code: 'TEM-02' }, reason: 'x' })).statusCode).toBe(400);
  const revisions = await app.inject({ url: '/api/v1/topics/TEM-01/revisions' });
  expect(revisions.json()).toMatchObject([{ version: 2, reason: 'x' }, { version: 1 }]);
  await app.close();
});
