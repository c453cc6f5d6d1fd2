/** Many requests at once by keyboard: chosen in the list, given to a directorate, accepted, noted, and taken back with one key. */
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';

const barOf = (page: Page) => page.getByRole('region', { name: 'Seçilen kayıtlar' });

/** Sends what the form says, waits until it is done, and takes it back. */
async function doAndUndo(page: Page, done: string): Promise<void> {
  await page.keyboard.press('Control+Enter');
  await expect(barOf(page)).toContainText(done);
  await page.keyboard.press('z');
  await expect(barOf(page)).toContainText('Geri alındı');
}

test('a supervisor gives chosen rows to another directorate, sees what became of each, and undoes it', async ({
  staff,
}) => {
  const page = await staff('sibel');
  await page.goto('/personel/isler');
  await expect(page.locator('[data-request]').first()).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  const bar = barOf(page);
  await expect(bar).toContainText('2 kayıt seçili');
  await page.keyboard.press('h');
  await bar.getByLabel('Müdürlük').first().fill('Zabıta');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await bar.getByLabel('Gerekçe').fill('Zabıta da baksın.');
  await expect(bar).toContainText('2 kayıt bu müdürlüğe verilecek. Vatandaşa ileti gitmez.');
  await doAndUndo(page, 'Bitti: 2 yapıldı');
});

test('what was accepted and noted in one go is taken back, and each request says by whom', async ({ staff }) => {
  const page = await staff('sibel');
  await page.goto('/personel/isler?states=assigned');
  const row = page.locator('[data-request]').first();
  await expect(row).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('d');
  await expect(barOf(page)).toContainText('ilk yanıt süresi ilk gününden işler');
  await doAndUndo(page, 'Bitti: 1 yapıldı');
  await page.keyboard.press('x');
  await page.keyboard.press('n');
  await barOf(page).getByLabel('Not; yalnız çalışanlar görür').fill('Yanlış kayda yazıldı.');
  await doAndUndo(page, 'Bitti: 1 yapıldı');
  await row.click();
  await expect(page.getByText(/Kabul geri alındı: /)).toBeVisible();
  const note = page.locator('details', { hasText: 'Yanlış kayda yazıldı.' });
  await expect(note.getByText(/^Geri alındı: /)).toBeVisible();
  await expect(note.locator('s')).toBeHidden();
});
