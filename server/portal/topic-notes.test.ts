/** Whose thing a topic is and in which months it is done: said before it is sent, and on the request's page as it was then. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inTransaction } from '../kernel/db/transaction.ts';
import type { Topic } from '../modules/catalogue/door.ts';
import { saveTopic, topicInForce } from '../modules/catalogue/door.ts';
import { staffActor } from '../testing/empty-house.ts';
import { testDatabase } from '../testing/database.ts';
import type { Portal } from './testing.ts';
import { fillIn, openPortal } from './testing.ts';

const { url } = await testDatabase();
let portal: Portal;
beforeAll(async () => {
  portal = await openPortal(url);
});
afterAll(() => portal.close());

async function change(code: string, part: Partial<Topic>): Promise<void> {
  const topic = (await topicInForce(portal.house.db, code))!;
  await inTransaction(portal.house, { actor: staffActor('administrator') }, (tx) =>
    saveTopic(tx, { ...topic, ...part }, 'Başkanlık oluru'),
  );
}

async function begin(topic: string, language = 'tr') {
  const browser = await portal.browser().open(`/basvuru?konu=${topic}&dil=${language}`);
  return browser.submit({ metin: 'Bir bakar mısınız' });
}

test('the note on whose it is stands with the questions, in both languages, and is never markup', async () => {
  await change('TEM-13', { ownerNote: { tr: 'Malikin <b>ödevi</b> & işi', en: 'Its owner’s duty' } });
  const turkish = await begin('TEM-13');
  expect(turkish.url).toMatch(/sorular/);
  expect(turkish.text).toContain('Malikin <b>ödevi</b> & işi');
  expect(turkish.html).not.toContain('<b>ödevi');
  const english = await begin('TEM-13', 'en');
  expect(english.text).toContain('Its owner’s duty');
});

test('where it is another body’s duty the note stands on that page and is not said twice', async () => {
  const browser = await begin('YOL-15');
  expect(browser.url).toMatch(/baska-kurum/);
  const note = 'Kararı büyükşehirde ulaşım koordinasyon merkezi (UKOME) verir.';
  expect(browser.text).toContain(note);
  await browser.submit();
  expect(browser.url).not.toMatch(/baska-kurum/);
  expect(browser.text).not.toContain(note);
});

test('the months are said outside them only', async () => {
  const said = 'Bu iş çoğunlukla şu aylarda yapılır: nisan–ekim.';
  const early = await begin('HAY-07');
  await early.submit();
  expect(early.text).toContain(said);
  portal.clock.advance(30 * 86_400_000);
  const inApril = await begin('HAY-07');
  await inApril.submit();
  expect(inApril.text).not.toContain(said);
  portal.clock.advance(-30 * 86_400_000);
});

test('a request keeps the name and the note of the topic that were in force when it came', async () => {
  await change('YOL-04', { ownerNote: { tr: 'Kaldırım ilçenindir.', en: 'Pavements are the district’s.' } });
  const before = await fillIn(portal.browser(), 'Kaldırım kırık');
  await before.submit();
  expect(before.text).toContain('Kaldırım ilçenindir.');
  await change('YOL-04', {
    name: { tr: 'Yaya Yolu', en: 'Footway' },
    ownerNote: { tr: 'Ana yoldaki büyükşehrindir.', en: 'On main roads it is metropolitan.' },
  });
  const after = await fillIn(portal.browser(), 'Kaldırım kırık');
  await after.submit();
  expect(after.text).toContain('Ana yoldaki büyükşehrindir.');
  const old = await portal.browser().open(before.url);
  expect(old.text).toContain('Kaldırım ilçenindir.');
  expect(old.text).not.toContain('Ana yoldaki büyükşehrindir.');
  expect(old.title).toContain('Kaldırım');
});
