/** Everything a person or a program may send that is wrong: a clear sentence, the status, and nothing typed lost. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import sharp from 'sharp';
import { rows, sql } from '../kernel/db/database.ts';
import { testDatabase } from '../testing/database.ts';
import type { Browser, Portal } from './testing.ts';
import { fillIn, openPortal } from './testing.ts';

const { url } = await testDatabase();
let portal: Portal;
beforeAll(async () => {
  portal = await openPortal(url);
});
afterAll(() => portal.close());

async function atStep(step: 'place' | 'photo' | 'contact', topic = 'YOL-04'): Promise<Browser> {
  const browser = portal.browser();
  await browser.open(`/basvuru?konu=${topic}`);
  await browser.submit({ metin: 'Kaldırım kırık' });
  if (browser.url.includes('sorular')) await browser.submit({ 's-x': '' });
  if (step === 'place') return browser;
  if (browser.url.includes('nerede')) await browser.submit({ mahalle: '', sokak: '', kapi: '', tarif: 'köşe başı' });
  return step === 'photo' ? browser : browser.submit({ fotosuz: '1' });
}

describe('words', () => {
  test.each(['', '   ', '\n\n', '\u200b\u200b'])('none: %j', async (metin) => {
    const browser = portal.browser();
    await browser.open('/');
    await browser.submit({ metin });
    expect(browser.status).toBe(400);
    expect(browser.title).toMatch(/^Hata: /);
    // Once in the summary, once at the field, in the same words.
    expect(browser.text.split('Ne olduğunu yazın. Birkaç sözcük yeter.')).toHaveLength(3);
    expect(browser.html).toContain('href="#metin"');
  });

  test('100 kB: says how many too many, and keeps every one', async () => {
    const browser = portal.browser();
    const metin = 'İıŞş çöp '.repeat(7_000);
    await browser.open('/');
    await browser.submit({ metin });
    expect(browser.status).toBe(400);
    expect(browser.text).toContain('en çok 4.000 karakter olabilir. Fazlası 58.999 karakter. Yazdıklarınız duruyor.');
    expect(browser.text).toContain(metin.trim());
    await browser.submit({ metin: 'Kısa' });
    expect(browser.url).toMatch(/konu/);
  });

  test.each([
    'Kaldırım kırık 🚧👩‍🦽 😀',
    'İıŞşĞğÜüÖöÇç IĞDIR iğne',
    "'; drop table service_requests; --",
    '<script>alert(1)</script><img src=x onerror=alert(1)>',
    '"><svg/onload=alert(1)>',
    '</textarea><h1>hi</h1>',
  ])('are kept as they are and never run: %s', async (text) => {
    const browser = await fillIn(portal.browser(), text);
    expect(browser.url).toMatch(/kontrol/);
    expect(browser.html).not.toMatch(/<script>alert|<img src=x|<svg\/onload|<h1>hi/);
    await browser.open(browser.link('Değiştir: Ne oldu'));
    expect(browser.text).toContain(
      text
        .replace(/<[^>]+>/g, ' ')
        .replace(/\s+/g, ' ')
        .slice(0, 20)
        .trim()
        .slice(0, 5),
    );
    await browser.submit({ metin: text });
    await browser.submit();
    expect(browser.text).toContain('Başvurunuz alındı');
    const [row] = await rows<{ text: string }>(
      portal.house.db,
      sql`select text from service_requests order by recorded_at desc, id desc limit 1`,
    );
    expect(row!.text).toBe(text);
  });

  test('HTML and SQL in every field', async () => {
    const evil = `<b onclick='x'>"';--`;
    const browser = await atStep('place');
    await browser.submit({ mahalle: evil, sokak: evil, kapi: evil, tarif: evil, enlem: evil, boylam: evil });
    await browser.submit({ fotosuz: '1' });
    await browser.submit({ yol: evil, telefon: evil, ad: evil, eposta: evil });
    expect(browser.status).toBe(400);
    await browser.submit({ yol: 'email', eposta: 'ad@ornek.org', ad: evil, telefon: evil });
    expect(browser.url).toMatch(/kontrol/);
    await browser.submit();
    expect(browser.text).toContain('Başvurunuz alındı');
    expect(browser.html).not.toContain('<b onclick');
  });
});

describe('place', () => {
  test('a vague one is taken, none is asked for again', async () => {
    const browser = await atStep('place');
    await browser.submit({ mahalle: '', sokak: 'Selvi Sokak', kapi: '', tarif: '' });
    expect(browser.status).toBe(400);
    expect(browser.text).toContain('Yeri bulabilmemiz için mahalleyi ve bir tarif yazın.');
    expect(browser.html).toContain('value="Selvi Sokak"');
    await browser.submit({ tarif: 'oralarda bir yer', sokak: '8001/1 Sokak', mahalle: '', kapi: 'No: 12/5' });
    expect(browser.url).toMatch(/fotograf/);
  });
});

describe('contact', () => {
  test.each([
    ['', 'Cep telefonu numaranızı yazın.'],
    ['0538 011 47 4', 'Bu numara eksik ya da fazla görünüyor.'],
    ['0538 011 47 477', 'Bu numara eksik ya da fazla görünüyor.'],
    ['beş yüz otuz', 'Numarada rakam dışında bir şey var.'],
    ['0216 443 56 00', 'Bu bir sabit hat; SMS gönderemeyiz.'],
    ['+49 151 23456789', 'Türkiye cep numarası yazın'],
  ])('phone %j: %s', async (telefon, sentence) => {
    const browser = await atStep('contact');
    await browser.submit({ yol: 'sms', telefon, ad: 'Emine Yılmaz' });
    expect(browser.status).toBe(400);
    expect(browser.text).toContain(sentence);
    expect(browser.html).toContain('value="Emine Yılmaz"');
  });

  test.each(['0 538 011 47 47', '5380114747', '90538 0114747', '0090 538 011 47 47', '+90(538)0114747', '٠٥٣٨٠١١٤٧٤٧'])(
    'phone %s is taken',
    async (telefon) => {
      const browser = await atStep('contact');
      await browser.submit({ yol: 'sms', telefon, ad: 'Emine Yılmaz' });
      expect(browser.text).toContain('0 538 ••• •• 47');
    },
  );

  test.each([
    ['', 'T.C. kimlik numaranızı yazın.'],
    ['123', 'T.C. kimlik numarası 11 rakamdır; 3 rakam yazdınız.'],
    ['12345678901', 'Bu numarada bir rakam yanlış görünüyor.'],
    ['on bir rakam', 'Bu numarada bir rakam yanlış görünüyor.'],
  ])('identity number %j: %s', async (tckn, sentence) => {
    const browser = await atStep('contact', 'KUR-07');
    await browser.submit({ yol: 'email', eposta: 'ad@ornek.org', ad: 'Emine Yılmaz', tckn });
    expect(browser.status).toBe(400);
    expect(browser.text).toContain(sentence);
  });

  test('nobody is asked for an identity number because of a pothole', async () => {
    expect((await atStep('contact')).html).not.toContain('tckn');
  });
});

describe('photos', () => {
  const photo = (options = {}) =>
    sharp({ create: { width: 300, height: 200, channels: 3, background: '#884422', ...options } });

  test('lose their place and their camera, and come back upright', async () => {
    const withGps = await photo()
      .withMetadata({ orientation: 6 })
      .withExifMerge({ IFD0: { Make: 'Kamera' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '41/1 1/1 30/1' } })
      .jpeg()
      .toBuffer();
    const before = await sharp(withGps).metadata();
    expect(before.exif?.toString('latin1')).toContain('Kamera');
    expect(before).toMatchObject({ width: 300, height: 200, orientation: 6 });
    const browser = await atStep('photo');
    await browser.submit({ kal: '1' }, [{ name: 'kaldirim.jpg', content: withGps }]);
    expect(browser.text).toContain('kaldirim.jpg');
    const address = /src="(\/basvuru\/fotograf\/[^"]*)"/.exec(browser.html)![1]!;
    const kept = await browser.send('GET', address);
    expect(kept.headers).toMatchObject({ 'content-type': 'image/jpeg', 'x-content-type-options': 'nosniff' });
    const about = await sharp(kept.rawPayload).metadata();
    expect(about).toMatchObject({ width: 200, height: 300 });
    expect(about.exif).toBeUndefined();
    const stranger = await portal.browser().send('GET', address);
    expect(stranger.statusCode).toBe(404);
  });

  test.each([
    ['resim.jpg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['sayfa.jpg', '<!doctype html><script>alert(1)</script>'],
    ['yarim.jpg', '\xff\xd8\xff\xe0 not a photo'],
    ['../../etc/passwd', 'root:x:0:0'],
  ])('something else called a photo is refused: %s', async (name, content) => {
    const browser = await atStep('photo');
    await browser.submit({ kal: '1' }, [{ name, content: Buffer.from(content, 'latin1') }]);
    expect(browser.status).toBe(400);
    expect(browser.text).toContain('Bu dosya bir fotoğraf değil: ');
    expect(browser.html).not.toContain('<script>alert');
  });

  test('20 MB is too big, and the good one beside it is kept', async () => {
    const browser = await atStep('photo');
    const good = await photo().png().toBuffer();
    const files = [
      { name: 'buyuk.jpg', content: Buffer.alloc(20 * 1024 * 1024, 1) },
      { name: 'iyi.png', content: good, type: 'image/png' },
    ];
    await browser.submit({ kal: '1' }, files);
    expect(browser.status).toBe(400);
    expect(browser.text).toContain('Bu fotoğraf çok büyük (en çok 12 MB): buyuk.jpg.');
    expect(browser.text).toContain('iyi.png');
  });

  test('a small file that unpacks into a huge picture is refused', async () => {
    const bomb = await sharp({
      create: { width: 20_000, height: 12_000, channels: 3, background: '#000' },
      limitInputPixels: false,
    })
      .png({ compressionLevel: 9 })
      .toBuffer();
    const browser = await atStep('photo');
    await browser.submit({ kal: '1' }, [{ name: 'bomba.png', content: bomb }]);
    expect(browser.status).toBe(400);
    expect(browser.text).toContain('bomba.png');
  });

  test('a sixth one is refused, the five stay, and one can be taken away', async () => {
    const browser = await atStep('photo');
    const files = await Promise.all(
      [1, 2, 3, 4, 5].map(async (n) => ({
        name: `${n}.jpg`,
        content: await photo({ background: `#${n}${n}${n}` })
          .jpeg()
          .toBuffer(),
      })),
    );
    await browser.submit({ kal: '1' }, files);
    expect(browser.html.match(/\/basvuru\/fotograf\//g)).toHaveLength(5);
    await browser.submit({ kal: '1' }, [
      { name: '6.jpg', content: await photo({ background: '#666' }).jpeg().toBuffer() },
    ]);
    expect(browser.text).toContain('En çok 5 fotoğraf ekleyebilirsiniz.');
    const [, id] = /name="kaldir" value="([^"]*)"/.exec(browser.html.replace(/\s+/g, ' '))!;
    await browser.submit({ kaldir: id! }, []);
    expect(browser.html.match(/\/basvuru\/fotograf\//g)).toHaveLength(4);
  });
});

describe('pages about what went wrong', () => {
  test('an address nobody has', async () => {
    const browser = await portal.browser().open('/boyle-bir-sayfa-yok');
    expect(browser.status).toBe(404);
    expect(browser.text).toContain('Bu sayfa yok ya da taşındı');
  });

  test('a form from another site', async () => {
    const answer = await portal.app.inject({
      method: 'POST',
      url: '/takip',
      headers: { accept: 'text/html', 'sec-fetch-site': 'cross-site' },
    });
    expect(answer.statusCode).toBe(403);
    expect(answer.body).toContain('Bu istek başka bir siteden geldi');
  });

  test('a later page without a draft leads to the first', async () => {
    const browser = await portal.browser().open('/basvuru/kontrol');
    expect(browser.url).toBe('/basvuru/ne-oldu');
  });

  test('a topic that does not exist', async () => {
    const browser = portal.browser();
    await browser.open('/');
    await browser.submit({ metin: 'Kaldırım kırık' });
    await browser.submit({ konu: 'XXX-99' });
    expect(browser.status).toBe(400);
    expect(browser.text).toContain('Seçtiğiniz konu artık yok.');
  });
});
