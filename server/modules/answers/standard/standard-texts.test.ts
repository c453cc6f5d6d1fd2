/** Standard texts in the house: whose they are, which are offered, what they say of a request, and that the shipped ones hold. */
import { beforeAll, describe, expect, test } from 'vitest';
import type { StandardText, StandardTextGiven, StandardTextOffered } from '../../../../contract/standard-texts.ts';
import { systemActor } from '../../../kernel/actor.ts';
import { codeOf } from '../../../testing/refused.ts';
import type { AnswerStage } from '../testing.ts';
import { answerDesk } from '../testing.ts';
import { saveStandardText, seedStandardTexts } from './save-standard-text.ts';
import { allStandardTexts } from './standard-text-store.ts';

const { world, stage, server, clerk } = await answerDesk();
beforeAll(() => stage.as(systemActor('seed'), seedStandardTexts));

const TEXT: StandardTextGiven = {
  ...{ title: 'Kaldırım yenilendi', topic: 'YOL-04', group: null, kind: null, outcome: 'done', language: 'tr' },
  body: '{{neighbourhood-locative}} çalıştık; ilgili birim: {{directorate}}.',
  ...{ directorate: 'FEN', active: true, version: 0 },
};
const save = (who: keyof AnswerStage['people'], change: Partial<StandardTextGiven> = {}, id?: string) =>
  stage.as(stage.people[who], (tx) => saveStandardText(tx, { ...TEXT, ...change, ...(id && { id }) }));

describe('the shipped texts', () => {
  test('passed the rule when they were seeded, and are seeded once', async () => {
    const before = await allStandardTexts(world.house.db);
    const titles = before.map(({ title }) => title);
    expect(titles).toEqual(titles.toSorted(new Intl.Collator('tr').compare));
    expect(before.length).toBeGreaterThanOrEqual(10);
    await stage.as(systemActor('seed'), seedStandardTexts);
    expect(await allStandardTexts(world.house.db)).toHaveLength(before.length);
  });
});

describe('whose it is', () => {
  test('a manager keeps those of the own directorate, the supervisor the others; a clerk none', async () => {
    const own = await save('mustafa');
    expect(own).toMatchObject({ version: 1, directorate: 'FEN' });
    expect(await codeOf(save('mustafa', { directorate: null }))).toBe('not-allowed');
    expect(await codeOf(save('mustafa', { directorate: 'TEM' }))).toBe('not-allowed');
    expect(await codeOf(save('fatih'))).toBe('not-allowed');
    const ours = await save('sibel', { directorate: null });
    // Nobody takes another's text by putting their own name to it.
    expect(await codeOf(save('mustafa', { version: 1 }, ours.id))).toBe('not-allowed');
  });

  test('two who change it at once: the second is told; every version stays', async () => {
    const { id } = await save('mustafa');
    const both = await Promise.allSettled(
      ['Bir', 'İki'].map((title) => save('mustafa', { title, version: 1, reason: title }, id)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const shown = await (
      await server.as('mustafa')
    ).get<{ version: number }[]>(`/api/v1/standard-texts/${id}/revisions`);
    expect(shown.body.map(({ version }) => version).sort()).toEqual([1, 2]);
  });

  test.each([
    ['a glued suffix', { body: '{{directorate}}’ne ilettik.' }, 'setting-broken'],
    ['an unknown topic', { topic: 'YOK-99' }, 'input-invalid'],
    ['topic and group at once', { group: 'yol' }, 'input-invalid'],
    ['an empty title', { title: '  ' }, 'input-invalid'],
  ])('is not saved with %s', async (_, change, code) => expect(await codeOf(save('sibel', change))).toBe(code));
});

describe('what is offered', () => {
  const offered = async (assignmentId: string, outcome: string) =>
    (await clerk.get<StandardTextOffered[]>(`/api/v1/assignments/${assignmentId}/standard-texts?outcome=${outcome}`))
      .body;

  test('fits topic, outcome and language, is filled with stored forms, most used first', async () => {
    const text = await save('mustafa', { title: 'Dolu örnek' });
    await save('mustafa', { title: 'Başka konu', topic: 'YOL-01' });
    await save('mustafa', { title: 'Kapalı', active: false });
    const { assignmentId } = await stage.file();
    const list = await offered(assignmentId, 'done');
    const titles = list.map(({ title }) => title);
    expect(titles).toContain('Dolu örnek');
    for (const other of ['Başka konu', 'Kapalı', 'Repaired', 'Bu yıl programda yok'])
      expect(titles).not.toContain(other);
    expect(list.find(({ id }) => id === text.id)?.text).toMatch(
      / Mahallesi['’]nde çalıştık; ilgili birim: Fen İşleri Müdürlüğü\.$/,
    );
    for (const { text: words } of list) expect(words ?? '').not.toMatch(/\{\{|\}\}/);
    expect((await clerk.post(`/api/v1/standard-texts/${text.id}/uses`)).status).toBe(200);
    expect((await offered(assignmentId, 'done'))[0]).toMatchObject({ id: text.id, uses: 1 });
  });

  test('says which field has no value instead of printing a hole', async () => {
    await save('mustafa', { title: 'Sokaklı', body: '{{street}} üzerinde çalıştık.' });
    const { assignmentId } = await stage.file();
    expect((await offered(assignmentId, 'done')).find(({ title }) => title === 'Sokaklı')).toMatchObject({
      ...{ text: null, missing: ['street'] },
    });
  });

  test('is in the citizen’s language, and only for whom the case is open', async () => {
    const { assignmentId } = await stage.file({ language: 'en' });
    const titles = (await offered(assignmentId, 'interim')).map(({ title }) => title);
    expect(titles).toEqual(['Being looked into']);
    const pinar = await server.as('pinar');
    expect((await pinar.get(`/api/v1/assignments/${assignmentId}/standard-texts`)).status).toBe(404);
  });
});

test('the gate holds back what a standard text left to fill in', async () => {
  const { assignmentId } = await stage.file();
  const body = { text: 'Kaldırımı yerinde gördük ve giderdik. Yapılan iş: ……', outcome: 'done', forwardedTo: null };
  const { body: checked } = await clerk.post<{ findings: { rule: string }[] }>(
    `/api/v1/assignments/${assignmentId}/answer-check`,
    { kind: 'final', body },
  );
  expect(checked.findings.map(({ rule }) => rule)).toContain('unfilled-field');
});

test('a list of all is for whoever reads settings', async () => {
  expect((await clerk.get<StandardText[]>('/api/v1/standard-texts')).status).toBe(200);
});
