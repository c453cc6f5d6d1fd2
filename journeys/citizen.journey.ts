/** A citizen's browser with everything it can do: photos, suggestions, a map, another language; and everything that goes wrong on the way. */
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { photo } from './photos.ts';
import {
  choose,
  chooseTopic,
  goOn,
  leaveQuestions,
  newRequest,
  receivedNumber,
  report,
  sayWhere,
  sayWho,
  send,
} from './portal-steps.ts';

const WHO = { name: 'Zeynep Örnek', phone: '0555 000 45 67' };

test('the topic is suggested while typing, photos show their progress, and a picture goes with the request', async ({
  citizen,
}) => {
  const page = await citizen();
  await page.goto('/');
  const words = page.getByLabel('Sorununuzu kendi sözlerinizle yazın');
  await words.fill('yol cokmus araba dustu');
  await expect(page.getByText(/^Yazdığınıza göre: /)).toBeVisible();
  await page.getByRole('button', { name: 'Başvuruya başla' }).click();
  await page.getByRole('button', { name: 'Can tehlikesi yok, devam et' }).click();
  await chooseTopic(page, undefined);
  await sayWhere(page, { neighbourhood: 'Çakmak', description: 'Pazar girişi' });
  await page.locator('#foto').setInputFiles([await photo('çukur.jpg', 900), await photo('araba.jpg')]);
  await expect(page.getByRole('listitem').filter({ hasText: 'çukur.jpg' })).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'araba.jpg' })).toBeVisible();
  await page.getByRole('button', { name: 'araba.jpg fotoğrafını kaldır' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'araba.jpg' })).toHaveCount(0);
  await goOn(page);
  await sayWho(page, WHO);
  await expect(page.getByText('Fotoğraf sayısı: 1')).toBeVisible();
  await send(page);
  const image = page.getByRole('img', { name: '1. fotoğraf' });
  await image.scrollIntoViewIfNeeded();
  await expect.poll(() => image.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
});

test('a photo that did not arrive is tried again without losing the others', async ({ citizen }) => {
  const page = await citizen({ mayComplain: /ERR_FAILED/ });
  await toPhotos(page);
  await page.route('**/basvuru/fotograf', (route) => route.abort());
  await page.locator('#foto').setInputFiles(await photo('kaldirim.jpg'));
  const again = page.getByRole('button', { name: 'Yeniden dene' });
  await expect(again).toBeVisible();
  await page.unroute('**/basvuru/fotograf');
  await again.click();
  await expect(page.getByRole('listitem').filter({ hasText: 'kaldirim.jpg' })).toBeVisible();
});

test('the place may be pointed at on a drawn map, with the arrow keys too', async ({ citizen }) => {
  const page = await citizen();
  await describe(page, 'Parkta aydınlatma direği eğilmiş');
  await chooseTopic(page, undefined);
  await page.getByLabel('Yeri tarif edin').fill('Havuzun yanı');
  await page.getByRole('button', { name: 'Haritada göster' }).click();
  const map = page.getByRole('application', { name: 'Yeri haritada gösterin' });
  await map.focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowUp');
  await expect(page.getByText(/^Seçilen yer: /)).toBeVisible();
  await page.getByRole('button', { name: 'Burayı seç' }).click();
  await expect(page.getByText('İşaretli nokta var')).toBeVisible();
  await expect(page.getByLabel('Yeri tarif edin')).toHaveValue('Havuzun yanı');
  await expect(page.getByLabel('Mahalle', { exact: true })).not.toHaveValue('');
});

test('another language keeps every answer, and the whole road works in English', async ({ citizen }) => {
  const page = await citizen();
  await describe(page, 'The bench in the park is broken');
  await page.getByRole('button', { name: 'English' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Is this the topic?' })).toBeVisible();
  await choose(page, 'You decide the topic');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByLabel('Describe the place').fill('Next to the playground');
  await page.getByRole('button', { name: 'Türkçe' }).click();
  await expect(page.getByLabel('Yeri tarif edin')).toHaveValue('Next to the playground');
  await page.getByRole('button', { name: 'English' }).click();
  await page.getByLabel('Neighbourhood (mahalle)').selectOption({ label: 'Huzur' });
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Continue without photos' }).click();
  await choose(page, 'By e-mail');
  await page.getByLabel('E-mail address').fill('grace@ornek.example.org');
  await page.getByLabel('Your full name').fill('Grace Ornek');
  await page.getByRole('button', { name: 'Continue' }).click();
  await page.getByRole('button', { name: 'Send my request' }).click();
  await expect(page.getByText(/We will answer you by/)).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
});

test('the Back button shows what was typed, and a change leads back to the check page', async ({ citizen }) => {
  const page = await citizen();
  await describe(page, 'Çöp konteyneri devrilmiş, yol kapalı');
  await chooseTopic(page, undefined);
  await sayWhere(page, { neighbourhood: 'Saray', description: 'Köşedeki bakkal' });
  await page.goBack();
  await expect(page.getByLabel('Yeri tarif edin')).toHaveValue('Köşedeki bakkal');
  await page.getByLabel('Yeri tarif edin').fill('Köşedeki fırın');
  await goOn(page);
  await page.getByRole('button', { name: 'Fotoğrafsız devam et' }).click();
  await sayWho(page, 'anonymous');
  await page.getByRole('link', { name: 'Değiştir: Nerede' }).click();
  await page.getByLabel('Yeri tarif edin').fill('Köşedeki eczane');
  await goOn(page);
  await expect(page.getByText(/Köşedeki eczane/)).toBeVisible();
  await send(page);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Bu başvuruyu daha önce gönderdiniz' })).toBeVisible();
});

test('two tabs are two requests, and two clicks are one', async ({ citizen }) => {
  const first = await citizen();
  const second = await first.context().newPage();
  await describe(first, 'Bankın tahtası kırık');
  await describe(second, 'Çeşmenin suyu akmıyor');
  for (const page of [first, second]) {
    await page.bringToFront();
    await chooseTopic(page, undefined);
    await sayWhere(page, { neighbourhood: 'Site', description: 'Parkın girişi' });
    await page.getByRole('button', { name: 'Fotoğrafsız devam et' }).click();
    await sayWho(page, 'anonymous');
  }
  await expect(first.getByText('Bankın tahtası kırık')).toBeVisible();
  await first.getByRole('button', { name: 'Başvurumu gönder' }).dblclick();
  const number = await receivedNumber(first);
  await first.reload();
  expect(await receivedNumber(first)).toBe(number);
  expect(await send(second)).not.toBe(number);
  await expect(second.getByText('Çeşmenin suyu akmıyor')).toBeVisible();
});

test('a draft cookie that is gone in the middle of the form loses nothing', async ({ citizen }) => {
  const page = await citizen();
  await describe(page, 'Durak camı kırılmış');
  await chooseTopic(page, undefined);
  await page.context().clearCookies();
  await sayWhere(page, { neighbourhood: 'Site', description: 'Otobüs durağı' });
  await expect(page.getByRole('heading', { level: 1, name: /Fotoğraf ekleyin/ })).toBeVisible();
  await page.getByRole('button', { name: 'Fotoğrafsız devam et' }).click();
  await sayWho(page, WHO);
  await expect(page.getByText('Durak camı kırılmış')).toBeVisible();
  await send(page);
});

test('danger to life says 112 first, and lets the citizen go on', async ({ citizen }) => {
  const page = await citizen({ javaScriptEnabled: false });
  await describe(page, 'Gaz kokusu var, yangın çıkabilir');
  await expect(page.getByRole('heading', { level: 1, name: "Önce 112'yi arayın" })).toBeVisible();
  await expect(page.getByRole('link', { name: "112'yi ara" })).toHaveAttribute('href', 'tel:112');
  await page.getByRole('button', { name: "112'yi aradım, devam et" }).click();
  await chooseTopic(page, undefined);
  await sayWhere(page, { neighbourhood: 'Site', description: 'Kazan dairesi' });
  await page.getByRole('button', { name: 'Fotoğrafsız devam et' }).click();
  await sayWho(page, WHO);
  await expect(page.getByText("112'yi aradınız")).toBeVisible();
  await send(page);
});

test('what is another body’s duty says whom to call, and may still be left to be passed on', async ({ citizen }) => {
  const page = await citizen({ javaScriptEnabled: false });
  await describe(page, 'Sokak lambası yanmıyor, direk karanlık');
  await chooseTopic(page, 'Sokak Aydınlatma');
  await expect(page.getByRole('heading', { level: 1, name: /görevi|numarayı arayın/ })).toBeVisible();
  await expect(page.getByText('186').first()).toBeVisible();
  await page.getByRole('button', { name: 'Başvurumu siz iletin' }).click();
  await leaveQuestions(page);
  await sayWhere(page, { neighbourhood: 'Parseller', description: 'Camiden sonraki direk' });
  await newRequest(page);
  await page.getByRole('button', { name: 'Fotoğrafsız devam et' }).click();
  await sayWho(page, WHO);
  await send(page);
  await expect(page.getByText('Birim başvurunuzu görevli kuruma iletecek.')).toBeVisible();
});

test('somebody who gives no name follows the request with its number alone', async ({ citizen }) => {
  const page = await citizen();
  const number = await report(page, {
    text: 'Kaldırımda park eden araçlar yolu kapatıyor',
    neighbourhood: 'Tantavi',
    description: 'Lisenin önü',
    who: 'anonymous',
  });
  const other = await citizen();
  await other.goto('/takip');
  await other.getByLabel('Başvuru numarası').fill(number);
  await other.getByRole('button', { name: 'Durumu göster' }).click();
  await expect(other.getByText(number).first()).toBeVisible();
});

async function describe(page: Page, text: string): Promise<void> {
  await page.goto('/basvuru');
  await page.getByLabel('Ne oldu?').fill(text);
  await goOn(page);
}

async function toPhotos(page: Page): Promise<void> {
  await describe(page, 'Kaldırım taşları sökülmüş');
  await chooseTopic(page, undefined);
  await sayWhere(page, { neighbourhood: 'Site', description: 'Parkın girişi' });
}
