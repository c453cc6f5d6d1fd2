/** Many requests at once by keyboard: chosen in the list, given to a directorate, and taken back with one key. */
import { expect, test } from './journey.ts';

test('a supervisor gives chosen rows to another directorate, sees what became of each, and undoes it', async ({
  staff,
}) => {
  const page = await staff('sibel');
  await page.goto('/personel/isler');
  await expect(page.locator('[data-request]').first()).toBeVisible();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  await page.keyboard.press('Shift+ArrowDown');
  const bar = page.getByRole('region', { name: 'Seçilen kayıtlar' });
  await expect(bar).toContainText('2 kayıt seçili');
  await page.keyboard.press('h');
  await bar.getByLabel('Müdürlük').first().fill('Zabıta');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await bar.getByLabel('Gerekçe').fill('Zabıta da baksın.');
  await expect(bar).toContainText('2 kayıt bu müdürlüğe verilecek. Vatandaşa ileti gitmez.');
  await page.keyboard.press('Control+Enter');
  await expect(bar).toContainText('Bitti: 2 yapıldı');
  await page.getByRole('heading', { level: 1 }).click();
  await page.keyboard.press('z');
  await expect(bar).toContainText('Geri alındı');
});
