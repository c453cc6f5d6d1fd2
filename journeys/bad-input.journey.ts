/** Everything a person can get wrong, seen as they see it: what is wrong and what to do stands on the page, and what they typed is still there. */
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { hugeFile, photo, posingAsPhoto } from './photos.ts';
import { choose, chooseTopic, goOn, receivedNumber, sayWhere } from './portal-steps.ts';

for (const javaScriptEnabled of [true, false]) {
  test(`words too few and too many are told and kept, ${javaScriptEnabled ? 'with' : 'without'} a script`, async ({
    citizen,
  }) => {
    const page = await citizen({ javaScriptEnabled });
    await page.goto('/basvuru');
    await goOn(page);
    await expectWrong(page, 'Ne olduğunu yazın. Birkaç sözcük yeter.');

    const long = 'İıŞşğÜ çok uzun bir yazı. '.repeat(4_000).slice(0, 100_000);
    await page.getByLabel('Ne oldu?').fill(long);
    await goOn(page);
    await expectWrong(page, /en çok 4\.000 karakter olabilir\. Fazlası \d/);
    expect((await page.getByLabel('Ne oldu?').inputValue()).length).toBeGreaterThan(99_000);
  });
}

test('emoji, dotted letters and code in every field arrive as they were written', async ({ citizen }) => {
  const page = await citizen();
  const nasty = `İıŞş 🕳️👩‍👩‍👧 <script>alert(1)</script> '; drop table requests; -- {{7*7}}`;
  await page.goto('/basvuru');
  await page.getByLabel('Ne oldu?').fill(nasty);
  await goOn(page);
  await chooseAny(page);
  await sayWhere(page, { neighbourhood: 'Site', street: `"><img src=x onerror=alert(2)>`, description: nasty });
  await page.getByRole('button', { name: 'Fotoğrafsız devam et' }).click();
  await choose(page, 'SMS ile');
  await page.getByLabel('Cep telefonu').fill('+90 (555) 000 55 66');
  await page.getByLabel('Adınız soyadınız').fill(`O'Hara <b>Şule</b> Örnek`);
  await goOn(page);
  await expect(page.getByText(nasty).first()).toBeVisible();
  await page.getByRole('button', { name: 'Başvurumu gönder' }).click();
  await receivedNumber(page);
  await expect(page.getByText(nasty).first()).toBeVisible();
});

test('a missing place is asked for with an example', async ({ citizen }) => {
  const page = await citizen({ javaScriptEnabled: false });
  await toPlace(page, 'Asfalt çökmüş, çukur var', 'Asfalt Onarımı');
  await page.getByLabel('Kapı no').fill('12/5');
  await goOn(page);
  await expectWrong(page, /mahalleyi ve bir tarif yazın/);
  await expect(page.getByLabel('Kapı no')).toHaveValue('12/5');
});

test('each wrong phone number is told apart, and nothing typed is lost', async ({ citizen }) => {
  const page = await citizen();
  await toContact(page);
  await goOn(page);
  await expectWrong(page, 'Size nasıl ulaşacağımızı seçin.');
  await choose(page, 'SMS ile');
  await page.getByLabel('Adınız soyadınız').fill('İbrahim Örnek');
  const wrong: [string, RegExp][] = [
    ['', /Cep telefonu numaranızı yazın/],
    ['0555 12', /eksik ya da fazla görünüyor/],
    ['0216 123 45 67', /sabit hat; SMS gönderemeyiz/],
    ['sıfır beş yüz', /rakam dışında bir şey var|eksik ya da fazla/],
    ['+49 151 23456789', /SMS gönderemiyoruz/],
  ];
  for (const [phone, message] of wrong) {
    await page.getByLabel('Cep telefonu').fill(phone);
    await goOn(page);
    await expectWrong(page, message);
    await expect(page.getByLabel('Cep telefonu')).toHaveValue(phone);
    await expect(page.getByLabel('Adınız soyadınız')).toHaveValue('İbrahim Örnek');
  }
  await page.getByLabel('Cep telefonu').fill('٠٥٥٥ ٠٠٠ ٦٧ ٨٩');
  await goOn(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Kontrol edin ve gönderin' })).toBeVisible();
});

test('an identity number is asked for only by law, and a wrong one is told kindly', async ({ citizen }) => {
  const page = await citizen({ javaScriptEnabled: false });
  await page.goto('/basvuru?konu=KUR-07');
  await page.getByLabel('Ne oldu?').fill('2025 yılı park harcamalarının dökümünü istiyorum.');
  await goOn(page);
  await until(page, 'Size nasıl ulaşalım?');
  await choose(page, 'E-posta ile');
  await page.getByLabel('E-posta adresi').fill('bozuk@');
  await page.getByLabel('Adınız soyadınız').fill('Şule Örnek');
  await page.getByLabel('T.C. kimlik numarası').fill('1234567890');
  await goOn(page);
  await expectWrong(page, /E-posta adresi eksik görünüyor/);
  await expectWrong(page, '11 rakamdır; 10 rakam yazdınız.');
  await page.getByLabel('E-posta adresi').fill('sule@ornek.example.org');
  await page.getByLabel('T.C. kimlik numarası').fill('12345678901');
  await goOn(page);
  await expectWrong(page, /bir rakam yanlış görünüyor/);
  await expect(page.getByLabel('E-posta adresi')).toHaveValue('sule@ornek.example.org');
});

for (const javaScriptEnabled of [true, false]) {
  test(`files that are no photo are refused one by one, ${javaScriptEnabled ? 'with' : 'without'} a script`, async ({
    citizen,
  }) => {
    const page = await citizen({ javaScriptEnabled });
    await toPhotos(page);
    await page
      .locator('#foto')
      .setInputFiles([
        posingAsPhoto('resim.jpg', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
        posingAsPhoto('sayfa.jpg', '<!doctype html><script>alert(1)</script>'),
        await photo('gercek.jpg'),
      ]);
    if (!javaScriptEnabled) await page.getByRole('button', { name: 'Seçtiklerimi yükle' }).click();
    await expect(page.getByText(/Bu dosya bir fotoğraf değil: sayfa\.jpg/).first()).toBeVisible();
    await expect(page.getByText(/Bu dosya bir fotoğraf değil: resim\.jpg/).first()).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: 'gercek.jpg' }).first()).toBeVisible();

    await page.locator('#foto').setInputFiles(hugeFile('dev.jpg', 20));
    if (!javaScriptEnabled) await page.getByRole('button', { name: 'Seçtiklerimi yükle' }).click();
    await expect(page.getByText(/Bu fotoğraf çok büyük \(en çok 12 MB\): dev\.jpg/).first()).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: 'gercek.jpg' }).first()).toBeVisible();
  });
}

test('a wrong number, wrong digits and a locked door look the same', async ({ citizen }) => {
  const page = await citizen({ javaScriptEnabled: false });
  const seen = new Set<string>();
  const tries: [string, string][] = [
    ['7K4M-P9TR-3HD', '1234'],
    ['BOZUK', '12'],
    [`' or 1=1 --`, '<b>'],
    ...Array.from({ length: 12 }, (): [string, string] => ['7K4M-P9TR-3HD', '9999']),
  ];
  for (const [number, digits] of tries) {
    await page.goto('/takip');
    await page.getByLabel('Başvuru numarası').fill(number);
    await page.getByLabel('Telefonunuzun son dört hanesi').fill(digits);
    await page.getByRole('button', { name: 'Durumu göster' }).click();
    await expect(page.getByText(/Bu bilgilerle bir başvuru bulamadık/).first()).toBeVisible();
    // What was typed is printed back, so that nobody types twelve characters twice.
    seen.add((await page.locator('main').innerHTML()).replaceAll(/ value="[^"]*"/g, ''));
    await expect(page.getByLabel('Başvuru numarası')).toHaveValue(number);
  }
  expect(seen.size, 'different pages').toBe(1);
});

test('an address nobody has is told in words, with two ways on', async ({ citizen }) => {
  const page = await citizen();
  await page.goto('/boyle-bir-sayfa-yok');
  await expect(page.getByRole('heading', { level: 1, name: 'Bu sayfa yok ya da taşındı' })).toBeVisible();
  await page.goto('/t/AAAAAAAAAAAAAAAAAAAAAA');
  await expect(page.getByRole('heading', { level: 1, name: 'Bu sayfa yok ya da taşındı' })).toBeVisible();
});

/** In the summary on top and, in the same words, at the field; and the title says so first. */
async function expectWrong(page: Page, message: string | RegExp): Promise<void> {
  await expect(page.getByRole('alert').getByText(message)).toBeVisible();
  await expect(page.locator('p.error').filter({ hasText: message }).first()).toBeVisible();
  await expect(page).toHaveTitle(/^Hata:/);
}

async function chooseAny(page: Page): Promise<void> {
  const left = page.getByRole('button', { name: 'Konuyu siz belirleyin' });
  if (await left.isVisible()) await left.click();
  else await chooseTopic(page, undefined);
}

async function toPlace(page: Page, text: string, topic?: string): Promise<void> {
  await page.goto('/basvuru');
  await page.getByLabel('Ne oldu?').fill(text);
  await goOn(page);
  const calm = page.getByRole('button', { name: 'Can tehlikesi yok, devam et' });
  if (await calm.isVisible()) await calm.click();
  await chooseTopic(page, topic);
  await until(page, 'Nerede?');
}

async function toPhotos(page: Page): Promise<void> {
  await toPlace(page, 'Bankın tahtası kırık');
  await sayWhere(page, { neighbourhood: 'Site', description: 'Parkın girişi' });
}

async function toContact(page: Page): Promise<void> {
  await toPhotos(page);
  await page.getByRole('button', { name: 'Fotoğrafsız devam et' }).click();
}

/** Leaves what may be left until the page asked for. */
async function until(page: Page, heading: string): Promise<void> {
  for (let step = 0; step < 5; step += 1) {
    if ((await page.getByRole('heading', { level: 1 }).innerText()).trim() === heading) return;
    const skip = page.getByRole('button', { name: 'Fotoğrafsız devam et' });
    await ((await skip.isVisible()) ? skip.click() : goOn(page));
  }
}
