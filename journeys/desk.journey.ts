/** A day at the desk: signing in, two people at one request, a session that ran out, looking behind the mask, a line that is cut. */
import type { Page } from '@playwright/test';
import type { House } from './house.ts';
import { PASSWORD } from './house.ts';
import { expect, test } from './journey.ts';

test('a wrong password is told without saying which of the two was wrong; the right one opens the work', async ({
  stranger,
}) => {
  const page = await stranger();
  await page.goto('/personel');
  const told = new Set<string>();
  for (const name of ['fatih', 'boyle-biri-yok']) {
    await page.getByLabel('Kullanıcı adı').fill(name);
    await page.getByLabel('Parola', { exact: true }).fill('yanlis-parola');
    await page.getByRole('button', { name: 'Giriş yap' }).click();
    told.add(await page.getByRole('alert').innerText());
    await expect(page.getByLabel('Kullanıcı adı')).toHaveValue(name);
  }
  expect(told.size).toBe(1);
  await page.getByLabel('Kullanıcı adı').fill('fatih');
  await page.getByLabel('Parola', { exact: true }).fill(PASSWORD);
  await page.getByLabel('Parola', { exact: true }).press('Enter');
  await expect(page.locator('[data-request]').first()).toBeVisible();
  await page.getByRole('button', { name: /Fatih Deneme/ }).click();
  await page.getByRole('menuitem', { name: 'Oturumu kapat' }).click();
  await expect(page.getByLabel('Kullanıcı adı')).toBeVisible();
});

test('the second of two clerks is told what changed and loses no word', async ({ staff, house }) => {
  const second = await staff('fatih');
  await openRequest(second, house, 'toz ve çamurdan geçilmiyor');
  await second.keyboard.press('y');
  const words = second.getByLabel('Vatandaşın okuyacağı metin');
  await words.fill('Asfalt ekibi Salı günü gelecek.');

  const first = await staff('mustafa');
  await openRequest(first, house, 'toz ve çamurdan geçilmiyor');
  await first.keyboard.press('d');
  await expect(first.getByRole('button', { name: 'Sahaya çık' })).toBeVisible();

  await second.keyboard.press('Control+Enter');
  const told = second.getByRole('alert').filter({ hasText: 'Siz yazarken kayıt değişti' });
  await expect(told).toContainText(/Mustafa Deneme: İşe başlandı/);
  await expect(words).toHaveValue('Asfalt ekibi Salı günü gelecek.');
  await second.getByRole('button', { name: 'Benimkini de uygula' }).click();
  await expect(second.getByText(/Gönderiliyor|Ara yanıt/).first()).toBeVisible();
});

test('a session that ran out in the middle of an answer keeps the answer', async ({ staff, house }) => {
  const page = await staff('fatih');
  await openRequest(page, house, 'büyük bir çukur var, araba düştü');
  await page.keyboard.press('n');
  await page.getByLabel('Not', { exact: true }).fill('Levha koyduk, şerit kapalı.');
  await page.context().clearCookies();
  await page.keyboard.press('Control+Enter');
  const dialog = page.getByRole('dialog', { name: 'Oturumunuz kapandı' });
  await expect(dialog).toContainText('yazdıklarınız bu bilgisayarda duruyor');
  await dialog.getByLabel('Parola', { exact: true }).fill(PASSWORD);
  await dialog.getByRole('button', { name: 'Giriş yap' }).click();
  await expect(dialog).toBeHidden();
  const kept = page.getByLabel('Not', { exact: true });
  await expect(async () => {
    const saved = page.getByRole('listitem').filter({ hasText: 'Levha koyduk, şerit kapalı.' });
    expect((await saved.count()) > 0 || (await kept.inputValue()) === 'Levha koyduk, şerit kapalı.').toBe(true);
  }).toPass();
});

test('a masked name is shown for a reason and a minute, and the thread says who looked', async ({ staff, house }) => {
  const page = await staff('sibel');
  await page.clock.install();
  await openRequest(page, house, 'Yaşlılar yola iniyor');
  await expect(page.getByText('Emine Örnek')).toHaveCount(0);
  await page.getByRole('button', { name: 'Göster…' }).first().click();
  await page.getByRole('radio', { name: 'Kimlik doğrulama' }).check();
  await page.getByRole('button', { name: 'Bir dakika göster' }).click();
  await expect(page.getByText('Emine Örnek')).toBeVisible();
  await expect(page.getByText(/Kişisel veri görüldü: ad/)).toBeVisible();
  await page.clock.runFor(61_000);
  await expect(page.getByText('Emine Örnek')).toHaveCount(0);
});

test('the palette finds a request by plain letters and knows every step that is open', async ({ staff, house }) => {
  const page = await staff('fatih');
  await openRequest(page, house, 'Yaşlılar yola iniyor');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('sonuclandir');
  await expect(page.getByRole('option', { name: /Sonuçlandır/ }).first()).toBeVisible();
  await page.getByRole('combobox').fill('asfalt kazildi');
  await page.getByRole('option', { name: /Asfalt kazıldı/ }).click();
  await expect(page.locator('#request-title')).toContainText('Asfalt kazıldı');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('yonetim');
  await expect(page.getByText('Bununla eşleşen bir şey yok'), 'what a clerk may not do').toBeVisible();
});

test('a clerk sees the work of their own directorate, and is told plainly about the rest', async ({ staff, house }) => {
  const page = await staff('pinar');
  await page.goto('/personel/isler?open=all');
  await expect(page.locator('[data-request]').first()).toBeVisible();
  await expect(page.getByText('Asfalt kazıldı')).toHaveCount(0);
  const { id } = await house.requestWith('Asfalt kazıldı');
  await page.goto(`/personel/isler/${id}`);
  await expect(page.getByText(/Bu kaydı görme yetkiniz yok/)).toBeVisible();
  await page.goto('/personel/yonetim/konular');
  await expect(page.getByRole('heading', { level: 1, name: 'Bu ekran yetkiniz dışında' })).toBeVisible();
});

test('a viewer reads and cannot act', async ({ staff, house }) => {
  const page = await staff('izleyen');
  await page.goto('/personel/isler');
  await expect(page.locator('[data-request]').first()).toBeVisible();
  const { id } = await house.requestWith('Yaşlılar yola iniyor');
  await page.goto(`/personel/isler/${id}`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: /Sonuçlandır|Kabul et|Vatandaşa yanıt yaz|Göster…/ })).toHaveCount(0);
});

test('a cut line is said, what was typed stays, and work goes on when it is back', async ({ staff, house }) => {
  const page = await staff('fatih', { mayComplain: /ERR_INTERNET_DISCONNECTED|ERR_NETWORK_CHANGED/ });
  await openRequest(page, house, 'Yaşlılar yola iniyor');
  await page.keyboard.press('n');
  await page.getByLabel('Not', { exact: true }).fill('Bağlantı yokken yazıldı.');
  await page.context().setOffline(true);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Bağlantı yok. Yazdıklarınız bu bilgisayarda saklanıyor.')).toBeVisible();
  await expect(page.getByLabel('Not', { exact: true })).toHaveValue('Bağlantı yokken yazıldı.');
  await page.context().setOffline(false);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('listitem').filter({ hasText: 'Bağlantı yokken yazıldı.' }).first()).toBeVisible();
  await expect(page.getByText('Bağlantı yok.')).toHaveCount(0);
});

test('saved views, filters in the address and keys between rows', async ({ staff }) => {
  const page = await staff('sibel');
  await page.goto('/personel/isler?topics=YOL-01');
  await expect(page.getByText('Konu: Asfalt Onarımı')).toBeVisible();
  await page.getByRole('button', { name: 'Görünümü kaydet' }).click();
  await page.getByLabel('Görünümün adı').fill('Asfalt işleri');
  await page.getByLabel('Görünümün adı').press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Asfalt işleri/ })).toBeVisible();
  await page
    .getByRole('button', { name: /Süzgeçten çıkar/ })
    .first()
    .click();
  await expect(page).toHaveURL(/isler$/);
  // The whole list, not the two rows of before: whose row goes, loses the focus.
  await expect(page.locator('[data-request]').nth(4)).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  const second = page.locator('[data-request]').nth(1);
  await expect(second).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#request-title')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/isler$/);
});

async function openRequest(page: Page, house: House, words: string): Promise<void> {
  const { id } = await house.requestWith(words);
  await page.goto(`/personel/isler/${id}`);
  await expect(page.locator('#request-title')).toBeVisible();
}
