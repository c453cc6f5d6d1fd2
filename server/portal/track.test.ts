/** The tracking page: who gets in, what is shown, what may be done, and that every failure looks the same. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import sharp from 'sharp';
import type { StaffActor } from '../kernel/actor.ts';
import { CITIZEN } from '../kernel/actor.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import { formatDay } from '../../text/format.ts';
import { movePromise } from '../modules/deadlines/door.ts';
import { NO_PLACE, caseByKey, receiveRequest } from '../modules/intake/door.ts';
import {
  acceptAssignment,
  answerAssignment,
  askCitizen,
  caseFile,
  addStaffNote,
  followQuestions,
  takeBackAcceptance,
  workOnAssignment,
} from '../modules/requests/door.ts';
import { addStaffMember, staffActorById } from '../modules/staff/door.ts';
import { testDatabase } from '../testing/database.ts';
import type { Portal } from './testing.ts';
import { Browser, fillIn, openPortal } from './testing.ts';

const { url } = await testDatabase();
let portal: Portal;
let clerk: StaffActor;
let manager: StaffActor;
beforeAll(async () => {
  portal = await openPortal(url);
  const named = {
    username: 'fen',
    displayName: 'Fatih Gizlioğlu',
    role: 'clerk' as const,
    directorate: 'FEN',
    password: 'uzun ve garip bir parola 1',
  };
  const id = await inTransaction(portal.house, { actor: { kind: 'system', name: 'test' } }, (tx) =>
    addStaffMember(tx, named),
  );
  clerk = (await staffActorById(portal.house, id))!;
  const above = { ...named, username: 'mudur', displayName: 'Mustafa Gizlioğlu', role: 'manager' as const };
  const managerId = await inTransaction(portal.house, { actor: { kind: 'system', name: 'test' } }, (tx) =>
    addStaffMember(tx, above),
  );
  manager = (await staffActorById(portal.house, managerId))!;
});
afterAll(() => portal.close());

async function filed(text = 'Kaldırım kırık') {
  const browser = await fillIn(portal.browser(), text);
  await browser.submit();
  const key = browser.url.slice('/t/'.length);
  const file = (await caseByKey(portal.house.db, key))!;
  return {
    browser,
    key,
    number: file.request.trackingNumber,
    requestId: file.request.id,
    assignmentId: file.assignments[0]!.id,
  };
}

const asClerk = <T>(work: Parameters<typeof inTransaction<T>>[2]) =>
  inTransaction(portal.house, { actor: clerk }, work);

async function conclude(assignmentId: string, text = '19 Mart günü onarıldı.') {
  await asClerk((tx) => answerAssignment(tx, { assignmentId, outcome: 'done', text }));
}

describe('whether we kept our word', () => {
  test('a municipality that has concluded nothing yet says nothing', async () => {
    expect((await portal.browser().open('/')).text).not.toContain('Geçen ay');
    expect((await portal.browser().open('/rakamlar')).text).toContain('Son on iki ayda sonuçlanan başvuru yok.');
  });

  test('the front page says it in one line with a link to how it is counted', async () => {
    const kept = await filed();
    await conclude(kept.assignmentId);
    const late = await filed();
    portal.clock.advance(30 * 86_400_000);
    await conclude(late.assignmentId);
    portal.clock.advance(20 * 86_400_000);
    const front = await portal.browser().open('/');
    expect(front.text).toContain('Geçen ay sonuçlanan başvuru: 1 Söz verilen günde: %0,0 · Nasıl sayılır?');
    const page = await front.open('/rakamlar');
    expect(page.text).toMatch(/Nisan 2026 1 %0,0 Mart 2026 1 %100,0 Toplam 2 %50,0/);
    expect(page.text).toContain('Söz, vatandaşa ilk söylenen son gündür');
    expect(page.headers['x-robots-tag']).toBeUndefined();
    portal.clock.advance(-50 * 86_400_000);
  });
});

describe('who gets in', () => {
  test('number and last four digits, in any writing', async () => {
    const { number, key } = await filed();
    const typed = `${number.slice(0, 4)} ${number.slice(4, 8)}-${number.slice(8)}`
      .split('')
      .map((sign) => (sign === 'K' ? 'k' : sign))
      .join('');
    const browser = portal.browser();
    await browser.open('/takip');
    await browser.submit({ no: typed, son: ' 47 47 ' });
    expect(browser.url).toBe(`/t/${key}`);
  });

  test('who left neither phone nor address at the counter says the surname, in any writing', async () => {
    const { id, trackingNumber } = await inTransaction(portal.house, { actor: CITIZEN }, (tx) =>
      receiveRequest(tx, {
        ...{ channel: 'desk', kind: 'complaint', text: 'Park kapısı kırık', language: 'tr', topicCode: 'PRK-01' },
        ...{ answers: [], danger: false, fileIds: [], clientKey: null },
        person: { name: 'Hasan Öztürk', notifyBy: 'none' },
        place: { ...NO_PLACE, description: 'Girişte' },
      }),
    );
    const says = async (son: string) => {
      const browser = await portal.browser().open('/takip');
      return (await browser.submit({ no: trackingNumber, son })).url;
    };
    expect(await says('OZTURK')).toBe(`/t/${portal.house.secrets.accessToken(id)}`);
    expect(await says('hasan öztürk')).toMatch(/^\/t\//);
    for (const wrong of ['', 'Hasan', 'Türk', 'Öztürkoğlu']) expect(await says(wrong)).toBe('/takip');
  });

  test('one address has so many tries, and others go on', async () => {
    const { number, key } = await filed();
    const ask = async (no: string, son: string, address: string) =>
      (await (await new Browser(portal.app, address).open('/takip')).submit({ no, son })).url;
    for (let tries = 0; tries < 30; tries += 1) await ask(`yok ${tries}`, '', '10.9.0.1');
    expect(await ask(number, '4747', '10.9.0.1')).toBe('/takip');
    expect(await ask(number, '4747', '10.9.0.2')).toBe(`/t/${key}`);
  });

  test('a wrong number, wrong digits and a locked number are one and the same answer', async () => {
    const { number } = await filed();
    const ask = async (no: string, son: string, address: string) => {
      const browser = new Browser(portal.app, address);
      await browser.open('/takip');
      return browser.submit({ no, son });
    };
    const answers = [
      await ask('7K4M-P9TR-3HD', '4747', '10.0.0.1'),
      await ask('saçma sapan', '', '10.0.0.2'),
      await ask(number, '1111', '10.0.0.3'),
    ];
    for (let tries = 0; tries < 8; tries += 1) await ask(number, '0000', `10.0.1.${tries}`);
    answers.push(await ask(number, '4747', '10.0.0.4'));
    // What was typed stands in its boxes again; beside that, and its length, nothing tells the answers apart.
    const seen = answers.map(({ status, html, headers }) => ({
      status,
      html: html.replaceAll(/(<input [^>]*value=")[^"]*/g, '$1'),
      headers: { ...headers, date: '', 'content-length': '' },
    }));
    expect(answers[2]!.html).toContain(`value="${number}"`);
    expect(answers[1]!.html).toContain('value="saçma sapan"');
    expect(new Set(seen.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(seen[0]!.status).toBe(404);
    expect(answers[0]!.text).toContain('Bu bilgilerle bir başvuru bulamadık.');
  });

  test('many misses from everywhere ring an alarm', async () => {
    const warned: unknown[] = [];
    portal.house.log.warn = ((fields: unknown) => warned.push(fields)) as never;
    const before = (await portal.house.metrics.trackingMisses.get()).values[0]?.value ?? 0;
    portal.clock.advance(3_600_000);
    for (let guess = 0; guess < 205; guess += 1) {
      const browser = new Browser(portal.app, `10.1.${guess % 100}.7`);
      const body = new URLSearchParams({ no: `guess ${guess}`, son: '1234' }).toString();
      await browser.send('POST', '/takip', { body, type: 'application/x-www-form-urlencoded' });
    }
    expect(warned).toEqual([expect.objectContaining({ alarm: 'tracking-guesses' })]);
    expect((await portal.house.metrics.trackingMisses.get()).values[0]!.value).toBe(before + 205);
  });

  test.each(['/t/AAAAAAAAAAAAAAAAAAAAAA', '/t/x', "/t/'; drop table facts; --"])(
    'an unknown key is no page: %s',
    async (path) => {
      const browser = await portal.browser().open(encodeURI(path));
      expect(browser.status).toBe(404);
      expect(browser.text).toContain('Bu sayfa yok ya da taşındı');
    },
  );
});

describe('what is shown', () => {
  test('steps, promise and answer; no name, no phone, no staff, no internal note; kept by nobody', async () => {
    const { key, requestId, assignmentId } = await filed('Kaldırım kırık, köşe başında');
    await asClerk((tx) => workOnAssignment(tx, { assignmentId, step: 'accept' }));
    await asClerk((tx) => addStaffNote(tx, { requestId, text: 'DAHİLİ NOT' }));
    const browser = await portal.browser().open(`/t/${key}`);
    expect(browser.text).toContain('günü yanıt vereceğiz.');
    expect(browser.text).toMatch(
      /Başvurunuzu aldık\. .*Fen İşleri Müdürlüğü'ne ilettik\. .*Başvurunuzu okuduk\. .*Yanıt sözü/,
    );
    for (const secret of ['DAHİLİ', 'Gizlioğlu', 'Emine', '5380114747', '0 538'])
      expect(browser.text).not.toContain(secret);
    expect(browser.headers).toMatchObject({
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'x-robots-tag': 'noindex, nofollow',
    });
    await conclude(assignmentId);
    await browser.open(`/t/${key}`);
    expect(browser.text).toContain('19 Mart günü onarıldı.');
    expect(browser.text).toContain('Sonuçlandırdık: Yapıldı.');
  });

  test('an acceptance that was taken back is said, and what it said before stands', async () => {
    const { browser, key, assignmentId } = await filed();
    const accepted = await asClerk((tx) => acceptAssignment(tx, assignmentId));
    await asClerk((tx) => takeBackAcceptance(tx, { ...accepted, why: 'Yanlışlıkla toplu kabul.' }));
    const waits = await browser.open(`/t/${key}`);
    expect(waits.text).toMatch(
      /Başvurunuzu okuduk\. .*Ele aldığımızı yazmıştık; bu yanlıştı\. Başvurunuz yeniden sırada\./,
    );
    expect(waits.text).not.toContain('toplu kabul');
    await asClerk((tx) => acceptAssignment(tx, assignmentId));
    expect((await browser.open(`/t/${key}`)).text).toMatch(/yeniden sırada\. .*Başvurunuzu okuduk\./);
  });

  test('a promise that was moved shows both days and why, and late stays late', async () => {
    const { key, requestId, assignmentId } = await filed();
    const promised = (await caseFile(portal.house.db, requestId))!.request.promisedAt!;
    const moving = { requestId, day: '2026-04-10', reason: 'Kaldırım taşı nisanda geliyor.' };
    await inTransaction(portal.house, { actor: manager }, (tx) => movePromise(tx, moving));
    const old = formatDay(promised, 'tr');
    const browser = await portal.browser().open(`/t/${key}`);
    expect(browser.html).toMatch(new RegExp(`<s>.*${old}</s>`));
    expect(browser.text).toContain('Söz verdiğimiz günü tutamıyoruz, özür dileriz. Yeni gün: 10 Nisan Cuma.');
    expect(browser.text).toContain('Kaldırım taşı nisanda geliyor.');
    expect(browser.text).toMatch(/Yanıt günü değişti: 10 Nisan/);
    const beyond = promised.getTime() - portal.clock.now().getTime() + 86_400_000;
    portal.clock.advance(beyond);
    await conclude(assignmentId);
    await browser.open(`/t/${key}`);
    expect(browser.text).toContain(`Söz verdiğimiz gün ${old} idi; geciktik, özür dileriz.`);
    portal.clock.advance(-beyond);
  });

  test('a broken promise is said first, with an apology', async () => {
    const { key } = await filed();
    portal.clock.advance(20 * 86_400_000);
    const browser = await portal.browser().open(`/t/${key}`);
    expect(browser.text).toContain('Söz verdiğimiz günü geçtik:');
    expect(browser.text).toContain('Özür dileriz.');
  });

  test('a forwarded one names who has it', async () => {
    const { key, assignmentId } = await filed();
    const forwarded = {
      assignmentId,
      outcome: 'forwarded' as const,
      text: 'Bu iş İSKİ’nin görevi, ilettik.',
      forwardedTo: 'İSKİ',
    };
    await asClerk((tx) => answerAssignment(tx, forwarded));
    const browser = await portal.browser().open(`/t/${key}`);
    expect(browser.text).toContain('Başka kuruma iletildi: İSKİ.');
    expect(browser.text).toContain('Artık onların takip numarasıyla izlenir.');
  });

  test('in English too', async () => {
    const { key } = await filed();
    const browser = await portal.browser().open(`/t/${key}?dil=en`);
    expect(browser.text).toMatch(/We will answer you by \w+ \d+ \w+/);
    expect(browser.text).toContain('We received your request.');
  });
});

describe('what may be done', () => {
  test('a note and a photo are added; the photo is seen only under the key', async () => {
    const { key } = await filed();
    const content = await sharp({ create: { width: 40, height: 40, channels: 3, background: '#123456' } })
      .jpeg()
      .toBuffer();
    const browser = await portal.browser().open(`/t/${key}/ekle`);
    await browser.submit({ metin: 'Bugün daha kötü' }, [{ name: 'yeni.jpg', content }]);
    expect(browser.text).toContain('Eklediniz. Teşekkür ederiz.');
    expect(browser.text).toContain('Bugün daha kötü');
    const [, address] = /href="(\/t\/[^"]*\/foto\/[^"]*)"/.exec(browser.html)!;
    expect((await browser.send('GET', address!)).headers['content-type']).toBe('image/jpeg');
    const other = await filed();
    expect((await browser.send('GET', address!.replace(key, other.key))).statusCode).toBe(404);
  });

  test('nothing at all, or no photo, is said in words and keeps the note', async () => {
    const { key } = await filed();
    const browser = await portal.browser().open(`/t/${key}/ekle`);
    await browser.submit({ metin: ' ' }, []);
    expect(browser.text).toContain('Bir not yazın ya da bir fotoğraf seçin.');
    await browser.submit({ metin: 'Notum dursun' }, [{ name: 'a.jpg', content: Buffer.from('<svg/>') }]);
    expect(browser.status).toBe(400);
    expect((await caseByKey(portal.house.db, key))!.notes.map(({ text }) => text)).toEqual(['Notum dursun']);
  });

  test('our question is answered and work goes on', async () => {
    const { key, requestId } = await filed();
    await asClerk((tx) => askCitizen(tx, { requestId, question: 'Hangi kaldırım tarafı?' }));
    const browser = await portal.browser().open(`/t/${key}`);
    expect(browser.text).toContain('Hangi kaldırım tarafı?');
    expect(browser.text).toMatch(/Yanıt için son gün: \d{1,2} \p{L}+ 2026 \p{L}+\./u);
    await browser.open(browser.link('Yanıtla'));
    await browser.submit({ metin: 'Deniz tarafı' }, []);
    expect((await caseByKey(portal.house.db, key))!.request.state).toBe('in-progress');
  });

  test('without an answer the page says so; after an end for want of it the citizen may still send it, for some weeks', async () => {
    const { key, requestId, assignmentId } = await filed();
    const then = portal.clock.now();
    await asClerk((tx) => askCitizen(tx, { requestId, question: 'Hangi kaldırım tarafı?' }));
    portal.clock.advance(15 * 86_400_000);
    await followQuestions(portal.house);
    const browser = await portal.browser().open(`/t/${key}`);
    expect(browser.text).toMatch(/Son gün \(\d{1,2} \p{L}+ 2026 \p{L}+\) yanıt gelmeden geçti\./u);
    expect(browser.text).not.toContain('Size sorumuz');
    const text = 'Hangi taraf olduğu bize yazılmadığı için bozuk kaldırımı bulamadık.';
    await asClerk((tx) => answerAssignment(tx, { assignmentId, outcome: 'information-missing', text }));
    await browser.open(`/t/${key}`);
    expect(browser.text).toContain('Beklediğimiz bilgi gelmedi');
    expect(browser.text).toContain('Sonuçlandırdık: Bilgi gelmedi.');
    expect(browser.text).not.toContain('Bu yanıttan memnun musunuz?');
    await browser.open(browser.link('Bilgiyi şimdi ver'));
    expect(browser.text).toContain('Hangi kaldırım tarafı?');
    await browser.submit({ metin: 'Deniz tarafı' }, []);
    expect((await caseByKey(portal.house.db, key))!.request.state).toBe('reopen-requested');
    expect((await browser.open(`/t/${key}`)).text).toContain('Yeniden bakılması isteğiniz bizde.');
    portal.clock.advance(then.getTime() - portal.clock.now().getTime());
  });

  test('an addition sent twice, by a double click or a page sent anew, is one addition', async () => {
    const { key, requestId } = await filed();
    const browser = await portal.browser().open(`/t/${key}/ekle`);
    const photo = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#123' } })
      .png()
      .toBuffer();
    const once = { metin: 'Bir de lamba yanmıyor' };
    const { hidden } = browser.form('metin');
    await browser.submit(once, [{ name: 'a.png', content: photo }]);
    await browser.open(`/t/${key}/ekle`);
    await browser.submit({ ...once, form: hidden.form! }, [{ name: 'a.png', content: photo }]);
    const file = (await caseByKey(portal.house.db, key))!;
    expect(file.history.filter(({ what }) => what === 'citizen-wrote')).toHaveLength(1);
    expect([file.notes.length, file.photos.length]).toEqual([1, 1]);
    await browser.open(`/t/${key}/ekle`);
    await browser.submit({ ...once, metin: 'Lamba yine yanmıyor' }, []);
    expect((await caseFile(portal.house.db, requestId))!.notes).toHaveLength(2);
  });

  test('a bad photo spoils neither the note nor the good photo beside it', async () => {
    const { key } = await filed();
    const browser = await portal.browser().open(`/t/${key}/ekle`);
    const good = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#321' } })
      .png()
      .toBuffer();
    const files = [
      { name: 'iyi.png', content: good },
      { name: 'belge.jpg', content: Buffer.from('%PDF-1.7') },
    ];
    await browser.submit({ metin: 'Fotoğraflar ekte' }, files);
    expect(browser.status).toBe(400);
    expect(browser.text).toContain('Bu dosya bir fotoğraf değil: belge.jpg.');
    expect(browser.text).toContain('Gerisini ekledik.');
    const file = (await caseByKey(portal.house.db, key))!;
    expect([file.notes.map(({ text }) => text), file.photos.length]).toEqual([['Fotoğraflar ekte'], 1]);
  });

  test('it is taken back after one question, and twice is once', async () => {
    const { key } = await filed();
    const browser = await portal.browser().open(`/t/${key}/geri-cek`);
    expect(browser.text).toContain('Geri çekerseniz çalışma durur.');
    const form = browser.form();
    await browser.submit();
    expect(browser.text).toContain('Geri çekildi.');
    const again = await browser.send('POST', form.action, { body: '', type: 'application/x-www-form-urlencoded' });
    expect(again.statusCode).toBe(303);
  });

  test('satisfied, or not with a reason that asks to look again', async () => {
    const good = await filed();
    await conclude(good.assignmentId);
    const happy = await portal.browser().open(`/t/${good.key}`);
    await happy.submit({ memnun: 'evet' });
    expect(happy.text).toContain('Memnun olduğunuzu bildirdiniz.');
    const bad = await filed();
    await conclude(bad.assignmentId);
    const unhappy = await portal.browser().open(`/t/${bad.key}`);
    await unhappy.submit({ neden: ' ', memnun: 'hayir' });
    expect(unhappy.status).toBe(400);
    expect(unhappy.text).toContain('Nesinin eksik olduğunu yazın.');
    await unhappy.submit({ neden: 'Yarısı kırık kaldı', memnun: 'hayir' });
    expect(unhappy.text).toContain('Yeniden bakılmasını istediniz.');
    expect((await caseByKey(portal.house.db, bad.key))!.request.state).toBe('reopen-requested');
  });
});
