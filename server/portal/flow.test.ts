import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gzipSync } from 'node:zlib';
import { rows, sql } from '../kernel/db/database.ts';
import { messagesOfRequest } from '../modules/correspondence/door.ts';
import { caseByKey } from '../modules/intake/door.ts';
import { testDatabase } from '../testing/database.ts';
import type { Portal } from './testing.ts';
import { fillIn, openPortal } from './testing.ts';

const { url } = await testDatabase();
let portal: Portal;
beforeAll(async () => {
  portal = await openPortal(url);
});
afterAll(() => portal.close());

const key = (address: string) => /^\/t\/([\w-]{22})$/.exec(address)![1]!;
const caseOf = async (address: string) => (await caseByKey(portal.house.db, key(address)))!;
const countRequests = async () =>
  (await rows<{ n: number }>(portal.house.db, sql`select count(*) as n from service_requests`))[0]!.n;

describe('a request without a script', () => {
  test('goes from own words to a number, a promise and a page that stays', async () => {
    const browser = portal.browser();
    await browser.open('/');
    expect(browser.title).toContain('Size nasıl yardımcı olabiliriz?');
    await browser.submit({ metin: 'Kaldırım çökmüş, bebek arabası geçmiyor' });
    expect(browser.url).toMatch(/^\/basvuru\/konu/);
    expect(browser.text).toContain('Adım 2 Konu bu mu?');
    await browser.submit({ konu: 'YOL-04' });
    expect(browser.text).toContain('Adım 3 / 6');
    await browser.submit({ 's-passable': 'no', 's-length': '12,5' });
    await browser.submit({ mahalle: '', sokak: '', kapi: '', tarif: 'Sağlık ocağının karşısı' });
    expect(browser.url).toMatch(/^\/basvuru\/fotograf/);
    await browser.submit({ fotosuz: '1' });
    await browser.submit({ yol: 'sms', telefon: '+90 (538) 011-47-47', ad: 'Emine Yılmaz' });
    expect(browser.text).toContain('Henüz gönderilmedi.');
    expect(browser.text).toContain('0 538 ••• •• 47');
    expect(browser.text).toContain("Fen İşleri Müdürlüğü'ne iletilir.");
    await browser.submit();
    expect(browser.text).toContain('Başvurunuz alındı');
    expect(browser.text).toContain('Size en geç 23 Mart Pazartesi günü yanıt vereceğiz.');
    const { request, assignments } = await caseOf(browser.url);
    expect(request).toMatchObject({
      channel: 'web',
      topicCode: 'YOL-04',
      contactPhone: '+905380114747',
      notifyBy: 'sms',
      description: 'Sağlık ocağının karşısı',
      answers: [
        { question: 'length', valueLabel: '12,5 m' },
        { question: 'passable', value: 'no' },
      ],
    });
    expect(assignments.map(({ directorateCode }) => directorateCode)).toEqual(['FEN']);
  });

  test('a request sent twice, or gone back to, is one request with one number', async () => {
    const browser = await fillIn(portal.browser(), 'Kaldırım kırık');
    const before = await countRequests();
    const form = browser.form();
    const body = new URLSearchParams(form.hidden).toString();
    const type = 'application/x-www-form-urlencoded';
    const answers = await Promise.all([1, 2, 3].map(() => browser.send('POST', form.action, { body, type })));
    expect(new Set(answers.map(({ headers }) => headers.location)).size).toBe(1);
    await browser.open(`/basvuru/nerede?taslak=${form.hidden.taslak}`);
    expect(browser.text).toContain('Bu başvuruyu daha önce gönderdiniz');
    expect(await countRequests()).toBe(before + 1);
  });

  test('two tabs are two drafts', async () => {
    const one = portal.browser();
    const two = portal.browser();
    await one.open('/basvuru/ne-oldu');
    await one.submit({ metin: 'Birinci sekme: kaldırım bozuk' });
    for (const [name, value] of one.cookies) two.cookies.set(name, value);
    await two.open('/');
    await two.submit({ metin: 'İkinci sekme: park bankı kırık' });
    await one.submit({ konu: 'YOL-04' });
    await two.submit({ konu: 'PRK-06' });
    await one.open(`/basvuru/ne-oldu?taslak=${one.form().hidden.taslak}`);
    expect(one.text).toContain('Birinci sekme');
    await two.open(`/basvuru/ne-oldu?taslak=${two.form().hidden.taslak}`);
    expect(two.text).toContain('İkinci sekme');
  });

  test('Back and a change from the check page keep everything', async () => {
    const browser = await fillIn(portal.browser(), 'Kaldırım taşları oynuyor');
    await browser.open(browser.link('Değiştir: Nerede'));
    expect(browser.text).toContain('Sağlık ocağının karşısı');
    await browser.submit({ tarif: 'Eczanenin önü' });
    expect(browser.url).toMatch(/^\/basvuru\/kontrol/);
    expect(browser.text).toContain('Eczanenin önü');
    expect(browser.text).toContain('Kaldırım taşları oynuyor');
  });

  test('an expired cookie in the middle loses nothing, and a draft of yesterday keeps the page’s own words', async () => {
    const browser = portal.browser();
    await browser.open('/');
    await browser.submit({ metin: 'Kaldırım çok yüksek' });
    browser.cookies.clear();
    await browser.submit({ konu: 'YOL-04' });
    expect(browser.url).toMatch(/^\/basvuru\/sorular/);
    await browser.open(`/basvuru/ne-oldu?taslak=${browser.form().hidden.taslak}`);
    portal.clock.advance(25 * 3_600_000);
    await browser.submit({ metin: 'Yeniden yazdım' });
    expect(browser.url).toMatch(/^\/basvuru\/konu/);
    expect(browser.text).toContain('Bu sayfada yazdıklarınız duruyor.');
    await browser.open(browser.link('Geri'));
    expect(browser.text).toContain('Yeniden yazdım');
  });

  test('another person’s draft does not open', async () => {
    const browser = portal.browser();
    await browser.open('/');
    await browser.submit({ metin: 'Gizli olsun' });
    const { taslak } = browser.form().hidden;
    const stranger = portal.browser();
    await stranger.open(`/basvuru/konu?taslak=${taslak}`);
    expect(stranger.text).not.toContain('Gizli olsun');
    expect(stranger.url).toBe('/basvuru/ne-oldu');
  });
});

describe('what stands between two pages', () => {
  test('danger says 112 first, does not block, and goes with the request', async () => {
    const browser = portal.browser();
    await browser.open('/');
    await browser.submit({ metin: 'Apartmanda gaz kokusu var' });
    expect(browser.url).toMatch(/tehlike/);
    expect(browser.html).toContain('href="tel:112"');
    await browser.submit({ tehlike: 'aradim' });
    await browser.submit({ konu: 'siz' });
    await browser.submit({ mahalle: 'unknown', sokak: '', kapi: '', tarif: 'Çarşının arkası' });
    await browser.submit({ fotosuz: '1' });
    await browser.submit({ yol: 'anonymous' });
    await browser.submit();
    const { request } = await caseOf(browser.url);
    expect(request).toMatchObject({ danger: true, topicCode: null, citizenId: null, notifyBy: 'none' });
  });

  test('a matter of another body gives the number and still takes the request', async () => {
    const browser = portal.browser();
    await browser.open('/basvuru?konu=YOL-16');
    await browser.submit({ metin: 'Sokak lambası yanmıyor' });
    expect(browser.text).toContain('186');
    await browser.submit();
    expect(browser.url).toMatch(/sorular/);
  });

  test('whom else to call is said where the topic knows, before and after', async () => {
    const browser = portal.browser();
    await browser.open('/basvuru?konu=ZAB-06');
    await browser.submit({ metin: 'Marketteki süt ekşimiş' });
    expect(browser.url).toMatch(/sorular/);
    expect(browser.text).toContain('Gıdanın kendisi bozuk veya sahteyse: 174');
    expect(browser.html).toContain('href="tel:174"');
  });

  test('who asks for protection without a name is told what opens the page, and it is so', async () => {
    const browser = portal.browser();
    await browser.open('/basvuru?konu=SOS-05');
    await browser.submit({ metin: 'Evde kendimi güvende bulmuyorum' });
    expect(browser.url).toMatch(/tehlike/);
    expect(browser.html).toContain('href="tel:183"');
    await browser.submit({ tehlike: 'yok' });
    await browser.submit({ 's-safe': 'yes' });
    await browser.submit({ fotosuz: '1' });
    expect(browser.text).toContain('sizi korumak için numara tek başına açmaz');
    await browser.submit({ yol: 'anonymous' });
    await browser.submit();
    expect(browser.text).toContain('Adresini saklayın: sizi korumak için numara tek başına açmaz.');
    expect(browser.text).not.toContain('Adresi veya numarayı saklayın.');
    expect(browser.text).toContain('Sosyal destek ve sığınma için: 183');
    const { request } = await caseOf(browser.url);
    const stranger = portal.browser();
    await stranger.open('/takip');
    await stranger.submit({ no: request.trackingNumber, son: '' });
    expect(stranger.status).toBe(404);
  });

  test('who is in danger at home is sent nothing, and is not told that something will come', async () => {
    const browser = portal.browser();
    await browser.open('/basvuru?konu=SOS-05');
    await browser.submit({ metin: 'Kapıda bağırıyor, çıkamıyorum' });
    await browser.submit({ tehlike: 'aradim' });
    await browser.submit({ 's-safe': 'no' });
    await browser.submit({ fotosuz: '1' });
    await browser.submit({ yol: 'sms', telefon: '0538 011 47 48', ad: 'Emine Yılmaz' });
    await browser.submit();
    expect(browser.text).toContain('Sizi korumak için ileti göndermeyeceğiz');
    const { request } = await caseOf(browser.url);
    expect(await messagesOfRequest(portal.house.db, request.id)).toEqual([]);
    for (const page of [browser, await portal.browser().open(browser.url)]) expect(page.text).not.toMatch(/SMS/);
  });

  test('a neighbour’s complaint needs a name and says who will not see it', async () => {
    const browser = portal.browser();
    await browser.open('/basvuru?konu=ZAB-05');
    await browser.submit({ metin: 'Üst komşu halı silkeliyor' });
    await browser.submit({ 's-manager': 'yes' });
    await browser.submit({ mahalle: '', sokak: '', kapi: '', tarif: 'Bizim apartman' });
    await browser.submit({ fotosuz: '1' });
    expect(browser.text).toContain('Adınız, şikâyet ettiğiniz kişiye ve ekiplere gösterilmez.');
    expect(browser.html).not.toContain('value="anonymous"');
    await browser.submit({ yol: 'anonymous' });
    expect(browser.status).toBe(400);
    expect(browser.text).toContain('Bu konuda adsız başvuru alamıyoruz.');
  });

  test('a similar request nearby is offered without anybody’s words', async () => {
    const first = await fillIn(portal.browser(), 'Benim adım Hüsnü, kaldırım bozuk');
    await first.open(first.link('Değiştir: Nerede'));
    const [, id] = /<option value="(\d+)"[^>]*>Ihlamurkuyu/.exec(first.html)!;
    await first.submit({ mahalle: id!, sokak: 'Selvi Sokak', tarif: 'köşe' });
    await first.submit();
    const second = portal.browser();
    await second.open('/basvuru?konu=YOL-04');
    await second.submit({ metin: 'Kaldırım kırılmış' });
    await second.submit({ 's-passable': 'no' });
    await second.submit({ mahalle: id!, sokak: 'SELVİ SK.', kapi: '', tarif: 'dükkân önü' });
    expect(second.url).toMatch(/benzer/);
    expect(second.text).toContain('Selvi Sokak');
    expect(second.text).not.toContain('Hüsnü');
    await second.submit({ ayni: (await caseOf(first.url)).request.id });
    expect(second.url).toMatch(/fotograf/);
  });
});

test('both languages, the same page and the same answers', async () => {
  const browser = portal.browser();
  await browser.open('/');
  await browser.submit({ metin: 'Kaldırım kırık' });
  await browser.submit({ dil: 'en', konu: 'YOL-04' });
  expect(browser.url).toMatch(/^\/basvuru\/konu/);
  expect(browser.html).toContain('<html lang="en">');
  expect(browser.text).toContain('Is this the topic?');
  expect(browser.html).toMatch(/value="YOL-04"\s+checked/);
});

test('weighs little: first page and style sheet within 30 kB, scripts within 60 kB', async () => {
  const browser = portal.browser();
  await browser.open('/');
  const page = gzipSync(browser.html).length;
  const address = /href="([^"]*portal\.css)"/.exec(browser.html)![1]!;
  const sheet = gzipSync((await browser.send('GET', address)).rawPayload).length;
  const names = ['portal', 'typing', 'place', 'photos', 'map'];
  const scripts = await Promise.all(
    names.map((name) => browser.send('GET', address.replace('portal.css', `${name}.js`))),
  );
  expect(scripts.map(({ statusCode }) => statusCode)).toEqual(names.map(() => 200));
  expect(page + sheet).toBeLessThan(30_000);
  expect(gzipSync(Buffer.concat(scripts.map(({ rawPayload }) => rawPayload))).length).toBeLessThan(60_000);
});
