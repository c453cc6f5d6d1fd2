/** A role of the municipality's own, made by keyboard; whoever bears it sees the difference at once. */
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, test } from './journey.ts';

const LISTS = 'Başvuruları listede ve aramada görür: olağan başvurularda';

test('an administrator makes a role, gives it, and changes it while its bearer works', async ({ staff }) => {
  const administrator = await staff('yonetici');
  await administrator.goto('/personel/yonetim/gorevler/yeni');
  await expectAccessible(administrator);
  await type(administrator, 'Adı', 'Yol gözcüsü');
  await type(administrator, 'İngilizce adı', 'Road watcher');
  await choose(administrator, LISTS, 'hepsi');
  await expect(administrator.getByText('Temelden farklı.', { exact: false })).toBeVisible();
  await choose(administrator, 'Çalışan', 'Murat Deneme');
  await expect(administrator.getByText(/Bu görevle \d+ açık başvuru görürdü/)).toBeVisible();
  await publish(administrator, 'Yol ekipleri her yeri görsün');
  await expect(administrator.getByRole('heading', { level: 1, name: 'Yol gözcüsü' })).toBeVisible();

  const bearer = await staff('mali');
  await bearer.goto('/personel/isler');
  const rows = bearer.getByRole('main').locator('a[href*="/isler/"]');
  await administrator.goto('/personel/yonetim/calisanlar');
  await administrator.getByRole('link', { name: /Murat Deneme/ }).press('Enter');
  await choose(administrator, 'Görevi', 'Yol gözcüsü');
  await administrator.getByRole('button', { name: 'Kaydet' }).press('Enter');
  await expect(administrator.getByText('Kaydedildi.')).toBeVisible();

  // Another post: the old session is over, and whoever goes on signs in as what they are now.
  await bearer.goto('/personel/isler');
  await bearer.getByLabel('Kullanıcı adı').fill('mali');
  await bearer.getByLabel('Parola', { exact: true }).fill('hemsehri-demo');
  await bearer.keyboard.press('Enter');
  await expect(bearer.getByText('Yol gözcüsü')).toBeVisible();
  await expect.poll(() => rows.count()).toBeGreaterThan(5);
  const wide = await rows.count();
  await administrator.goto('/personel/yonetim/gorevler/yol-gozcusu');
  await choose(administrator, LISTS, 'kendi müdürlüğü');
  await publish(administrator, 'Gerek kalmadı');
  await expect(administrator.getByText('Yayımlandı.', { exact: false })).toBeVisible();
  await expect.poll(() => rows.count(), 'the open list shrinks without a reload').toBeLessThan(wide);
});

async function type(page: Page, label: string, text: string): Promise<void> {
  await page.getByLabel(label, { exact: true }).focus();
  await page.keyboard.type(text);
}

/** Typing into a closed list chooses, as for anybody who works by keyboard. */
async function choose(page: Page, label: string, option: string): Promise<void> {
  const list = page.getByLabel(label, { exact: true });
  await list.focus();
  await page.keyboard.type(option);
  await expect(list.locator('option:checked')).toHaveText(option);
}

async function publish(page: Page, reason: string): Promise<void> {
  await type(page, 'Neden değiştiriyorsunuz?', reason);
  await page.keyboard.press('Control+Enter');
}
