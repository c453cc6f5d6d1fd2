/** A problem the house knows of is said before the citizen files, without a script; "the same" is told of the end, "another" is a request of its own. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { systemActor } from '../kernel/actor.ts';
import type { Tx } from '../kernel/db/transaction.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import { endKnownProblem, incidentOf, knownProblemById, openKnownProblem } from '../modules/incidents/door.ts';
import { caseByKey } from '../modules/intake/door.ts';
import { testDatabase } from '../testing/database.ts';
import type { Browser, Portal } from './testing.ts';
import { openPortal } from './testing.ts';

const { url } = await testDatabase();
let portal: Portal;
let neighbourhood: string;
beforeAll(async () => {
  portal = await openPortal(url);
  const browser = await portal.browser().open('/basvuru?konu=YOL-02');
  await browser.submit({ metin: 'Yol çöktü' });
  await answerAll(browser);
  neighbourhood = /<option value="(\d+)"/.exec(browser.html)![1]!;
});
afterAll(() => portal.close());

const inHouse = <T>(work: (tx: Tx) => Promise<T>) => inTransaction(portal.house, { actor: systemActor('test') }, work);

/** Up to where: no danger, the topic, its questions left open. */
async function answerAll(browser: Browser, topic = 'YOL-02'): Promise<void> {
  while (/tehlike|konu|sorular/.test(browser.url)) {
    const question = /name="(s-[\w-]+)"/.exec(browser.html)?.[1];
    if (/tehlike/.test(browser.url)) await browser.submit({ tehlike: 'yok' });
    else if (/konu\b/.test(browser.url)) await browser.submit({ konu: topic });
    else await browser.submit(question ? { [question]: '' } : {});
  }
}

async function upToThePlace(words: string): Promise<Browser> {
  const browser = await portal.browser().open('/basvuru?konu=YOL-02');
  await browser.submit({ metin: words });
  await answerAll(browser);
  expect(browser.url).toMatch(/nerede/);
  return browser.submit({ mahalle: neighbourhood, sokak: '', kapi: '', tarif: 'Petrol Yolu üstü' });
}

async function send(browser: Browser, phone: string): Promise<Browser> {
  await browser.submit({ fotosuz: '1' });
  await browser.submit({ yol: 'sms', telefon: phone, ad: 'Emine Örnek' });
  return browser.submit();
}

const caseAt = async (address: string) => (await caseByKey(portal.house.db, /^\/t\/([\w-]{22})/.exec(address)![1]!))!;

const open = () =>
  inHouse((tx) =>
    openKnownProblem(tx, {
      ...{ title: 'Petrol Yolu boru', topic: 'YOL-02', tr: 'Su borusu patladı, ekip çalışıyor.', en: '' },
      ...{ neighbourhoods: [Number(neighbourhood)], areas: [], point: null, whereabouts: 'Petrol Yolu' },
      ...{ expectedEnd: '2026-03-13T18:00', source: 'İSKİ' },
    }),
  );

const end = (id: string) =>
  inHouse(async (tx) => {
    const { version } = (await knownProblemById(tx.db, id))!;
    await endKnownProblem(tx, id, { version, reason: 'Bitti.' });
  });

test('is said with place and expected end, and "the same" follows whoever asked first', async () => {
  const known = await open();
  const front = await portal.browser().open('/');
  expect(front.text).toContain('Bildiğimiz sorunlar');
  expect(front.text).toContain('Beklenen bitiş: ');
  expect(front.text, 'who told us stays inside').not.toContain('İSKİ');

  const sent: string[] = [];
  for (const phone of ['0538 011 47 01', '0538 011 47 02']) {
    const browser = await upToThePlace('Sokakta su fışkırıyor');
    expect(browser.url).toMatch(/bilinen/);
    expect(browser.text).toContain('Bunu biliyoruz');
    expect(browser.text).toContain('Petrol Yolu');
    await browser.submit({ bilinen: known });
    expect(browser.url).toMatch(/fotograf/);
    await send(browser, phone);
    expect(browser.text).toContain('Bildiren herkes için tek çalışma yapılıyor');
    sent.push(browser.url);
  }
  const [first, second] = [await caseAt(sent[0]!), await caseAt(sent[1]!)];
  expect(first.request).toMatchObject({ state: 'assigned', leadId: null });
  expect(second.request).toMatchObject({ state: 'merged', leadId: first.request.id });
  expect((await incidentOf(portal.house.db, second.request.id))!.id).toBe(known);
  await end(known);
});

test('"mine is another" files by itself, and another matter never hears of it', async () => {
  const known = await open();
  const browser = await upToThePlace('Başka bir çukur');
  await browser.submit({ bilinen: '' });
  if (/benzer/.test(browser.url)) await browser.submit({ ayni: '' });
  await send(browser, '0538 011 47 03');
  expect((await caseAt(browser.url)).request).toMatchObject({ state: 'assigned', leadId: null });

  const other = await portal.browser().open('/basvuru?konu=TEM-01');
  await other.submit({ metin: 'Çöpler alınmadı' });
  await answerAll(other, 'TEM-01');
  await other.submit({ mahalle: neighbourhood, sokak: '', kapi: '', tarif: 'Petrol Yolu üstü' });
  expect(other.url).not.toMatch(/bilinen/);
  await end(known);
  expect((await portal.browser().open('/')).text).not.toContain('Bildiğimiz sorunlar');
});

test('that ends while somebody is still writing loses nothing they wrote', async () => {
  const known = await open();
  const browser = await upToThePlace('Sokakta su var');
  await browser.submit({ bilinen: known });
  await browser.submit({ fotosuz: '1' });
  await browser.submit({ yol: 'sms', telefon: '0538 011 47 04', ad: 'Emine Örnek' });
  expect(browser.text).toContain('Bu sorunu biliyoruz; bitince size haber vereceğiz.');
  await end(known);
  await browser.submit();
  expect((await caseAt(browser.url)).request).toMatchObject({ state: 'assigned', leadId: null });
});

test('reads the same in English, with the house’s words in their own language', async () => {
  const known = await open();
  const browser = await portal.browser().open('/?dil=en');
  expect(browser.text).toContain('Problems we know of');
  expect(browser.html).toMatch(/<strong\s+lang="tr"/);
  await end(known);
});
