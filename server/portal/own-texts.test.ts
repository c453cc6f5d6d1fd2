/** What a municipality words itself is what the next citizen reads; a request keeps the privacy notice its citizen was shown. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { PortalTextKey } from '../../contract/portal-texts.ts';
import type { StaffActor } from '../kernel/actor.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import { makeServer } from '../kernel/http/server.ts';
import { revisionsOf } from '../kernel/revisions.ts';
import { READY_TEXTS, portalTexts, savePortalText, seedPortalTexts } from '../modules/catalogue/door.ts';
import { caseByKey } from '../modules/intake/door.ts';
import { routes } from '../routes.ts';
import { staffActor } from '../testing/empty-house.ts';
import { testDatabase } from '../testing/database.ts';
import type { Portal } from './testing.ts';
import { fillIn, openPortal } from './testing.ts';

const { url } = await testDatabase();
const administrator = staffActor('administrator');
let portal: Portal;
beforeAll(async () => {
  portal = await openPortal(url);
});
afterAll(() => portal.close());

const now = async (key: PortalTextKey) => (await portalTexts(portal.house.db))[key];

async function publish(key: PortalTextKey, text: { tr: string; en: string }, actor: StaffActor = administrator) {
  const { version } = await now(key);
  return inTransaction(portal.house, { actor }, (tx) =>
    savePortalText(tx, key, { text, version, reason: 'Oluru var' }),
  );
}

test('every text is a first version before anybody words it, and seeding again leaves what was worded', async () => {
  for (const key of Object.keys(READY_TEXTS) as PortalTextKey[])
    expect(await now(key)).toEqual({ text: READY_TEXTS[key], version: 1 });
  await publish('home.call', { tr: 'Bizi arayın:', en: 'Ring us:' });
  const again = await inTransaction(portal.house, { actor: { kind: 'system', name: 'seed' } }, seedPortalTexts);
  expect([again, (await now('home.call')).version]).toEqual([0, 2]);
});

test('a sentence stands where it belongs, in both languages, as it was typed and never as markup', async () => {
  await publish('home.title', { tr: 'Hoş geldiniz <i>{n}</i>', en: 'Welcome & hello' });
  const front = await portal.browser().open('/');
  expect(front.text).toContain('Hoş geldiniz <i>{n}</i>');
  expect(front.html).not.toContain('<i>{n}');
  expect(front.title).toContain('Hoş geldiniz <i>{n}</i>');
  expect((await portal.browser().open('/?dil=en')).text).toContain('Welcome & hello');
  const [newest, first] = await revisionsOf(portal.house.db, 'portal-text', 'home.title');
  expect(newest).toMatchObject({ version: 2, changedByName: 'Deneme', reason: 'Oluru var' });
  expect(first).toMatchObject({ version: 1, body: READY_TEXTS['home.title'] });
  await publish('home.title', READY_TEXTS['home.title']);
  expect((await portal.browser().open('/')).text).toContain('Size nasıl yardımcı olabiliriz?');
});

test('what could not be read is refused with what is wrong, and only an administrator words anything', async () => {
  await expect(publish('topics.lead', { tr: 'Buyurun', en: ' ' })).rejects.toMatchObject({
    code: 'input-invalid',
    details: { faults: [{ where: 'text.en', problem: 'text-missing' }] },
  });
  await expect(publish('topics.lead', READY_TEXTS['topics.lead'], staffActor('supervisor'))).rejects.toMatchObject({
    code: 'not-allowed',
  });
  const both = await Promise.allSettled(['Bir', 'İki'].map((tr) => publish('track.lost', { tr, en: tr })));
  expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
});

test('the notice is filled from the profile, and each version keeps an address of its own', async () => {
  const first = await portal.browser().open('/aydinlatma');
  expect(first.text).toContain('Ümraniye Belediyesi');
  expect(first.text).not.toContain('{{');
  expect(first.text).toContain('1. sürüm. Yürürlük: 13 Mart 2026');
  await publish('privacy-notice', {
    tr: 'Yeni özet.\n# Kim?\n{{municipality}}.',
    en: 'New.\n# Who?\n{{municipality}}.',
  });
  const second = await portal.browser().open('/aydinlatma');
  expect(second.text).toContain('Yeni özet. Kim? Ümraniye Belediyesi.');
  const old = await portal.browser().open('/aydinlatma?surum=1');
  expect(old.text).toContain('Bu metin daha sonra değişti. Bugünkü metin');
  expect(old.text).toContain('Veri sorumlusu');
  expect([old, second].map(({ headers }) => headers['x-robots-tag'])).toEqual(['noindex, nofollow', undefined]);
  expect(old.link('English')).toBe('/aydinlatma?surum=1&dil=en');
  for (const surum of ['0', '3', '999999', 'x', '1e3', '-1'])
    expect((await portal.browser().open(`/aydinlatma?surum=${surum}`)).status).toBe(404);
});

test('a request keeps the version that stood on the page where its citizen gave their details', async () => {
  const before = await now('privacy-notice');
  const browser = await fillIn(portal.browser(), 'Kaldırım kırık');
  // It changes while they read what they have written.
  await publish('privacy-notice', { tr: 'Daha yeni.\n# Kim?\nBiz.', en: 'Newer.\n# Who?\nWe.' });
  await browser.submit();
  const { request } = (await caseByKey(portal.house.db, browser.url.slice('/t/'.length)))!;
  expect(request.noticeVersion).toBe(before.version);
  const page = await portal.browser().open(browser.url);
  expect(page.html).toContain(`href="/aydinlatma?surum=${before.version}"`);
});

test('nobody is said to have read a version that is not there', async () => {
  const browser = await fillIn(portal.browser(), 'Kaldırım kırık');
  await browser.open(browser.link('Değiştir: İletişim'));
  await browser.submit({ yol: 'anonymous', aydinlatma: '999999' });
  await browser.submit();
  expect((await caseByKey(portal.house.db, browser.url.slice('/t/'.length)))!.request.noticeVersion).toBeNull();
});

test('over HTTP each text comes beside its shipped words, and is changed by an administrator alone', async () => {
  let actor = staffActor('clerk', 'FEN');
  const app = await makeServer({ house: portal.house, routes, staffGate: async () => actor });
  const path = '/api/v1/portal-texts/received.keep';
  const { version } = await now('received.keep');
  const change = { text: { tr: 'Teşekkür ederiz.', en: 'Thank you.' }, version, reason: 'x' };
  const put = (payload: object, to = path) => app.inject({ method: 'PUT', url: to, payload });
  expect((await put(change)).statusCode).toBe(403);
  actor = administrator;
  expect((await put(change)).json()).toMatchObject({
    ...{ key: 'received.keep', version: version + 1, text: change.text, ready: READY_TEXTS['received.keep'] },
  });
  expect((await put(change)).json()).toMatchObject({ refusal: 'changed-meanwhile' });
  expect((await put({ ...change, extra: 1 })).statusCode).toBe(400);
  expect((await put(change, '/api/v1/portal-texts/home.danger')).statusCode).toBe(400);
  const all = (await app.inject({ url: '/api/v1/portal-texts' })).json<{ key: string }[]>();
  expect(all.map(({ key }) => key)).toEqual(Object.keys(READY_TEXTS));
  const revisions = await app.inject({ url: `${path}/revisions` });
  expect(revisions.json()).toMatchObject([{ version: version + 1, reason: 'x' }, { version }]);
  await app.close();
});
