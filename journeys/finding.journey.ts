/** Finding: a view that is kept and shared, and the list taken away as a file, by keyboard alone. */
import { readFileSync } from 'node:fs';
import { expectAccessible } from './axe.ts';
import { expect, test } from './journey.ts';

test('a manager keeps a view for the directorate; a clerk there has it, another directorate has not', async ({
  staff,
}) => {
  const manager = await staff('mustafa');
  await manager.goto('/personel/isler?channels=web,phone');
  await expect(manager.getByRole('heading', { level: 1 })).toBeVisible();
  await manager.getByRole('button', { name: 'Görünümü kaydet' }).click();
  await manager.getByLabel('Görünümün adı').fill('Bize gelenler');
  await manager.keyboard.press('Tab');
  await manager.keyboard.press('ArrowDown');
  await expect(manager.getByRole('option')).toHaveText(['Fen İşleri Müdürlüğü']);
  await manager.keyboard.press('ArrowDown');
  await manager.keyboard.press('Enter');
  await manager.getByLabel('Görünümün adı').press('Enter');
  await expect(manager.getByRole('heading', { level: 1, name: 'Bize gelenler' })).toBeVisible();

  const clerk = await staff('fatih');
  await clerk.goto('/personel/isler');
  await clerk.getByRole('button', { name: /^Görünümler/ }).click();
  const shared = clerk.getByRole('menuitem', { name: /^Bize gelenler/ });
  await expect(shared).toContainText('Mustafa Deneme · müdürlükle paylaşıldı');
  await expect(shared).toContainText(/\d/);
  await expect(clerk.getByRole('menuitem', { name: 'Sil: Bize gelenler' })).toBeHidden();
  await expectAccessible(clerk);
  await shared.click();
  await expect(clerk).toHaveURL(/channels=web%2Cphone|channels=web,phone/);

  const other = await staff('tulay');
  await other.goto('/personel/isler');
  await other.getByRole('button', { name: /^Görünümler/ }).click();
  await expect(other.getByRole('menuitem', { name: 'Açık işler' })).toBeVisible();
  await expect(other.getByRole('menuitem', { name: /^Bize gelenler/ })).toBeHidden();
});

test('the supervisor takes the list away as a file, by keyboard, and must say why', async ({ staff }) => {
  const page = await staff('sibel', { mayComplain: /400/ });
  await page.goto('/personel/isler');
  await expect(page.locator('[data-request]').first()).toBeVisible();
  await page.keyboard.press('l');
  await page.keyboard.press('e');
  await expect(page.getByLabel('Neden alıyorsunuz?')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Bu adım için bir gerekçe yazın')).toBeVisible();
  await page.keyboard.type('Haftalık toplantı');
  await page.getByText('CSV', { exact: true }).click();
  await expectAccessible(page);
  await page.getByLabel('Neden alıyorsunuz?').press('Enter');
  const link = page.getByRole('link', { name: /Dosyayı indir/ });
  await expect(link).toBeVisible();
  const download = page.waitForEvent('download');
  await link.press('Enter');
  const file = readFileSync(await (await download).path(), 'utf8');
  expect(file.startsWith('\ufeffBaşvuru no;Geliş;')).toBe(true);
  expect(file.trimEnd().split('\r\n').length).toBeGreaterThan(3);
  expect(file).toContain('•');
});

test('a clerk is not offered what only others may: sharing, files of the list', async ({ staff }) => {
  const page = await staff('fatih');
  await page.goto('/personel/isler?channels=web');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: /Listeyi dosya olarak al/ })).toBeHidden();
  await page.getByRole('button', { name: 'Görünümü kaydet' }).click();
  await expect(page.getByLabel('Görünümün adı')).toBeFocused();
  await expect(page.getByLabel('Kimler de görsün')).toBeHidden();
});
