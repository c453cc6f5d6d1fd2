/** Snow mode through the whole house: what it changes while it is on, for whom, who may switch it, and what stays as it was promised. */
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { ClockExplained, ClocksAnswer } from '../contract/clocks.ts';
import type { RequestPage } from '../contract/requests.ts';
import type { SeasonGiven, SeasonShown, SeasonsOn } from '../contract/seasons.ts';
import type { TextTrial } from '../contract/messages.ts';
import type { StandardTextOffered } from '../contract/standard-texts.ts';
import { rows, sql } from './kernel/db/database.ts';
import { changeTopic } from './modules/requests/door.ts';
import { makeWeb } from './serve.ts';
import { furnishedHouse, MONDAY_MORNING } from './testing/furnished-house.ts';
import { oversightStage } from './testing/oversight-stage.ts';

const world = await furnishedHouse();
const { house, clock } = world;
const stage = oversightStage(world);
const { callers, doAs, record } = stage;

const SNOW: SeasonGiven = {
  ...{ code: 'kar', from: null, to: null, position: 1, active: true, version: 0 },
  name: { tr: 'Kar modu', en: 'Snow mode' },
  notice: { tr: 'Önce ana yollar ve hastane yolları açılır.', en: 'Main and hospital roads are cleared first.' },
  recorded: { sms: { tr: '', en: '' }, email: { tr: '', en: '' } },
  topics: [
    {
      topic: 'YOL-01',
      standard: { conclusion: { amount: 6, unit: 'hours' } },
      told: { tr: 'Kar yağarken altı saat içinde bakarız.', en: 'While it snows we look within six hours.' },
    },
  ],
};

const seasons = async () => (await callers.sibel.get<SeasonShown[]>('/api/v1/seasons')).body;
const kar = async () => (await seasons()).find(({ code }) => code === 'kar')!;
const put = (season: SeasonGiven, reason = 'Encümen kararı') =>
  callers.yonetici.put<SeasonShown>(`/api/v1/seasons/${season.code}`, { season, reason });
const switchTo = async (
  to: string,
  { who = 'sibel' as 'sibel' | 'elif', reason = 'AKOM uyarısı', version = 0 } = {},
) => {
  clock.advance(60_000);
  return callers[who].post<SeasonShown>('/api/v1/seasons/kar/switch', {
    ...{ to, reason },
    version: version || (await kar()).version,
  });
};
const pageOf = async (id: string) => (await callers.sibel.get<RequestPage>(`/api/v1/requests/${id}`)).body;
const clockOf = async (id: string, purpose: string) =>
  (await callers.sibel.get<ClocksAnswer>(`/api/v1/requests/${id}/clocks?language=tr`)).body.clocks.find(
    (one) => one.purpose === purpose && one.endedAt === null,
  )!;
/** How long after it came it is to be concluded. */
const hours = async (id: string) => {
  const { startedAt, dueAt } = await clockOf(id, 'conclusion');
  return (Date.parse(dueAt!) - Date.parse(startedAt)) / 3_600_000;
};

beforeAll(async () => {
  expect((await put(SNOW)).status).toBe(200);
});
beforeEach(async () => {
  clock.set(new Date(Math.max(MONDAY_MORNING.getTime() + 60_000, clock.now().getTime() + 1_000)));
  if ((await kar()).switched !== 'off') await switchTo('off');
  clock.advance(1_000);
});

describe('switching', () => {
  test('says beforehand what changes, takes a reason, and is a version with who, when and why', async () => {
    const before = await kar();
    expect(before).toMatchObject({
      ...{ on: false, switched: 'off' },
      changes: [
        {
          topic: 'YOL-01',
          before: { conclusion: { amount: 3, unit: 'calendar-days' } },
          after: { conclusion: { amount: 6, unit: 'hours' } },
        },
      ],
    });
    expect(before.changes[0]!.after.firstResponse).toEqual(before.changes[0]!.before.firstResponse);
    expect((await switchTo('on', { reason: ' ' })).body).toMatchObject({ refusal: 'reason-missing' });
    expect(await switchTo('on')).toMatchObject({ status: 200, body: { on: true, switched: 'on' } });
    expect((await switchTo('on')).body).toMatchObject({ refusal: 'already-exists' });
    expect((await switchTo('off', { version: before.version })).body).toMatchObject({ refusal: 'changed-meanwhile' });
    expect((await switchTo('dates')).status).toBe(400);
    const on = (await callers.elif.get<SeasonsOn>('/api/v1/seasons/on')).body;
    expect(on).toMatchObject([{ name: { tr: 'Kar modu' }, notice: SNOW.notice }]);
    const revisions = (await callers.yonetici.get<{ reason: string }[]>('/api/v1/seasons/kar/revisions')).body;
    expect(revisions[0]).toMatchObject({
      changedByName: 'Sibel Deneme',
      reason: 'AKOM uyarısı',
      body: { switched: 'on' },
    });
    const audited = sql`select 1 from audit_entries where act = 'season-switched' and subject_id = 'kar'`;
    expect((await rows(house.db, audited)).length).toBeGreaterThan(0);
  });

  test('is the supervisor’s and the administrator’s; writing it is the administrator’s alone', async () => {
    expect((await switchTo('on', { who: 'elif' })).status).toBe(403);
    const { version } = await kar();
    const season = { ...SNOW, version };
    expect((await callers.sibel.put('/api/v1/seasons/kar', { season, reason: 'x' })).status).toBe(403);
    const broken = { ...season, topics: [], from: '11-15' };
    expect((await put(broken)).body).toMatchObject({
      details: { faults: [{ where: 'to' }, { where: 'topics', problem: 'empty' }] },
    });
  });
});

describe('a request', () => {
  test('keeps what was in force when it came, on both sides of the switch', async () => {
    const before = await record();
    expect(await hours(before.id)).toBeGreaterThan(24);
    await switchTo('on');
    clock.advance(1_000);
    const during = await record();
    expect(await hours(during.id)).toBe(6);
    expect((await pageOf(during.id)).season).toEqual({ name: SNOW.name, told: SNOW.topics[0]!.told });
    expect(await hours(before.id)).toBeGreaterThan(24);
    expect((await pageOf(before.id)).season).toBeNull();
    await switchTo('off');
    clock.advance(1_000);
    const after = await record();
    expect(await hours(after.id)).toBeGreaterThan(24);
    expect(await hours(during.id)).toBe(6);
    const { id } = await clockOf(during.id, 'conclusion');
    const why = (await callers.sibel.get<ClockExplained>(`/api/v1/requests/${during.id}/clocks/${id}?language=tr`))
      .body;
    expect(why.story.join(' ')).toContain('Kar modu açıkken');
  });

  test('given another topic and back after the season, is measured by the season in which it came', async () => {
    await switchTo('on');
    clock.advance(1_000);
    const { id } = await record();
    await switchTo('off');
    const give = (code: string) =>
      doAs('sibel', (tx) =>
        changeTopic(tx, {
          requestId: id,
          topic: { code, version: 1, restricted: false, restrictedTo: [] },
          ...{ reason: 'Konu düzeltildi', reroute: false },
        }),
      );
    await give('YOL-02');
    expect(await hours(id)).not.toBe(6);
    await give('YOL-01');
    expect(await hours(id)).toBe(6);
  });

  test('on paper from before the snow is not promised six hours', async () => {
    await switchTo('on');
    clock.advance(60_000);
    const receivedAt = new Date(clock.now().getTime() - 20 * 60_000);
    const { id } = await record('YOL-01', { channel: 'desk', receivedAt });
    expect(await hours(id)).toBeGreaterThan(24);
    expect((await pageOf(id)).season).toBeNull();
  });

  test('is answered with the season’s standard text in the place of the ordinary one', async () => {
    const text = { topic: 'YOL-01', group: null, kind: null, outcome: 'done', language: 'tr', directorate: null };
    const save = (title: string, season: string | null) =>
      callers.sibel.post('/api/v1/standard-texts', {
        ...{ ...text, title, season, active: true, version: 0 },
        body: 'Çukur kapatıldı.',
      });
    expect((await save('Çukur, olağan', null)).status).toBe(200);
    expect((await save('Çukur, karda', 'kar')).status).toBe(200);
    expect((await save('Çukur, yazın', 'yaz')).status).toBe(400);
    const offered = async (part: string) =>
      (
        await callers.fatih.get<StandardTextOffered[]>(`/api/v1/assignments/${part}/standard-texts?outcome=done`)
      ).body.map(({ title }) => title);
    const ordinary = await record();
    await switchTo('on');
    clock.advance(1_000);
    const inSnow = await record();
    expect(await offered(ordinary.part)).toContain('Çukur, olağan');
    expect(await offered(ordinary.part)).not.toContain('Çukur, karda');
    expect(await offered(inSnow.part)).toContain('Çukur, karda');
    expect(await offered(inSnow.part)).not.toContain('Çukur, olağan');
  });
});

describe('the message at recording', () => {
  const SMS = {
    tr: 'Kar yagiyor; once ana yollar acilir. No: {{no}}. En gec {{date}}. {{link}}',
    en: 'It snows; main roads come first. No: {{no}}. By {{date}}. {{link}}',
  };
  const MAIL = { tr: 'Kar yağıyor.\n{{no}}\n{{link}}', en: 'It snows.\n{{no}}\n{{link}}' };
  const write = async (recorded: Partial<SeasonGiven['recorded']>) =>
    put({ ...SNOW, recorded: { ...SNOW.recorded, ...recorded }, version: (await kar()).version }, 'Kar iletisi');
  const toldTo = async (id: string) => {
    const told = await rows<{ body: string; season: string | null; version: number; subject: string | null }>(
      house.db,
      sql`select body, subject, season_code as season, text_version as version from messages where request_id = ${id}`,
    );
    return told[0]!;
  };
  const recordIn = async (more: object) => toldTo((await record('YOL-01', more)).id);
  const ordinary = async () => toldTo((await record()).id);

  test('is the season’s while it is on, in the reader’s language and channel, and keeps whose words they were', async () => {
    expect(await write({ sms: SMS, email: MAIL })).toMatchObject({ status: 200, body: { recorded: { sms: SMS } } });
    const off = await ordinary();
    expect(off).toMatchObject({ season: null, body: expect.stringContaining('Basvurunuz alindi') as string });
    await switchTo('on');
    clock.advance(1_000);
    const { version } = await kar();
    const tr = await ordinary();
    expect(tr).toMatchObject({ season: 'kar', version });
    expect(tr.body).toMatch(/^Kar yagiyor; once ana yollar acilir\. No: \S+\. En gec 16\.02\.2026\. http/);
    expect((await recordIn({ language: 'en' })).body).toMatch(/^It snows; main roads come first\. /);
    const person = { name: 'Ayşe Örnek', email: 'ayse@example.org', notifyBy: 'email' };
    expect(await recordIn({ person })).toMatchObject({
      ...{ season: 'kar', body: expect.stringMatching(/^Kar yağıyor\.\n/) as string },
      subject: expect.stringContaining('Başvurunuzu aldık') as string,
    });
    expect((await toldTo((await record('YOL-02')).id)).season).toBeNull();
    await switchTo('off');
    clock.advance(1_000);
    expect((await ordinary()).season).toBeNull();
  });

  test('on paper from before the snow is the ordinary one', async () => {
    await switchTo('on');
    clock.advance(60_000);
    const receivedAt = new Date(clock.now().getTime() - 20 * 60_000);
    expect((await recordIn({ channel: 'desk', receivedAt })).season).toBeNull();
  });

  test('is seen beforehand as it arrives, with its parts, also by who may only switch', async () => {
    const tried = { key: 'recorded', channel: 'sms', language: 'tr', subject: null, topics: ['YOL-01'] };
    const { body } = await callers.sibel.post<TextTrial>('/api/v1/texts/try', { ...tried, body: `${SMS.tr} ğ` });
    expect(body).toMatchObject({ problems: [], sms: { segments: 1, tooLong: false } });
    expect(body.body).toMatch(/^Kar yagiyor; .* g$/);
    expect((await callers.elif.post('/api/v1/texts/try', { ...tried, body: SMS.tr })).status).toBe(403);
  });

  test.each([
    [
      'the topic’s name in an SMS',
      { sms: { ...SMS, tr: 'ASFALT ONARIMI alindi {{no}}' } },
      'recorded.sms.tr',
      'topic-named',
    ],
    ['a glued suffix', { email: { ...MAIL, tr: '{{no}} {{date}}’e' } }, 'recorded.email.tr', 'suffix-glued'],
    ['the citizen’s name', { sms: { ...SMS, en: '{{no}} {{name}}' } }, 'recorded.sms.en', 'unknown-field'],
    ['no number', { sms: { ...SMS, en: 'It snows.' } }, 'recorded.sms.en', 'number-missing'],
    ['one language', { sms: { ...SMS, en: '' } }, 'recorded.sms', 'text-missing'],
  ])('with %s is not published', async (_what, recorded, where, problem) => {
    const { version } = await kar();
    expect(await write(recorded)).toMatchObject({ status: 400, body: { details: { faults: [{ where, problem }] } } });
    expect((await kar()).version).toBe(version);
  });

  test('does not keep the season from being switched when a topic is named so later', async () => {
    await write({ sms: { tr: 'Buz var. {{no}}', en: 'There is ice. {{no}}' } });
    const { topics } = (await callers.yonetici.get<{ topics: { code: string }[] }>('/api/v1/topics')).body;
    const topic = topics.find(({ code }) => code === 'YOL-01')!;
    const renamed = await callers.yonetici.put('/api/v1/topics/YOL-01', {
      topic: { ...topic, name: { tr: 'Buz var', en: 'Ice' } },
      reason: 'Vatandaş diliyle',
    });
    expect(renamed.status).toBe(200);
    expect((await switchTo('on')).status).toBe(200);
    expect((await put({ ...SNOW, version: (await kar()).version }, 'Geri')).status).toBe(200);
  });
});

describe('citizens', () => {
  const read = async (path: string) => {
    const web = await makeWeb(house, null);
    const { body } = await web.inject({ method: 'GET', url: path });
    await web.close();
    return body;
  };

  test('read the notice on the front page and over the topics while it is on, and not after', async () => {
    expect(await read('/')).not.toContain('Kar modu');
    await switchTo('on');
    expect(await read('/')).toContain('Önce ana yollar ve hastane yolları açılır.');
    expect(await read('/konular')).toContain('Kar modu.');
    await switchTo('off');
    expect(await read('/')).not.toContain('Kar modu');
  });

  test('read on their request what was on when it came', async () => {
    await switchTo('on');
    clock.advance(1_000);
    const { id } = await record();
    await switchTo('off');
    const page = await read(`/t/${house.secrets.accessToken(id)}`);
    expect(page).toContain('Kar modu açıkken alındı.');
    expect(page).toContain('Kar yağarken altı saat içinde bakarız.');
  });
});
