/** The municipality's own work: a manager plans it and reads its days beforehand, a clerk marks it by keyboard and takes it back. */
import { expectAccessible } from './axe.ts';
import { expect, test } from './journey.ts';
import { report } from './portal-steps.ts';

const dayOf = (day: string, later: number) => new Date(Date.parse(day) + later * 86_400_000).toISOString().slice(0, 10);

test('a manager plans, an agent says it, a clerk does by keyboard', async ({ staff, citizen, house }) => {
  const manager = await staff('mustafa');
  await manager.goto('/personel/isler');
  await expect(manager.locator('main h1, main h2').first()).toBeVisible();
  await manager.keyboard.press('g');
  await manager.keyboard.press('l');
  await expect(manager.getByRole('heading', { name: 'Planlı işler' })).toBeVisible();
  await manager.getByRole('link', { name: 'İş planları' }).click();
  await manager.getByRole('button', { name: 'Yeni ekle' }).click();
  await manager.getByLabel('Adı', { exact: true }).fill('Izgara temizliği');
  await manager.getByRole('combobox', { name: 'Konu' }).fill('Asfalt');
  await manager.getByRole('option', { name: /^Asfalt Onarımı/ }).click();
  await manager.getByLabel('Yapılacak iş (ekip için)').fill('Yağmur suyu ızgaraları açılacak.');
  await manager.getByRole('combobox', { name: 'Mahalleler' }).fill('Atatürk');
  await manager.getByRole('option', { name: 'Atatürk', exact: true }).click();
  await manager.keyboard.press('Escape');
  await manager.getByText('Bir kez').click();
  // So that the day after it is as good as any, whenever this runs.
  await manager.getByRole('combobox', { name: 'Tatile gelirse' }).click();
  await manager.getByRole('option', { name: 'yine o gün' }).click();
  await manager.getByLabel('Günü', { exact: true }).fill(await house.today());
  await expect(manager.getByRole('region', { name: 'Sonraki günler' }).getByRole('listitem')).toHaveCount(1);
  await expectAccessible(manager);
  await manager.keyboard.press('Control+Enter');
  await expect(manager.getByRole('heading', { level: 1, name: 'Izgara temizliği' })).toBeVisible();
  await expect(manager.getByRole('heading', { name: /^Sürümler|^Geçmiş/ })).toBeVisible();

  // Whoever takes a call about it says when, and so does the page of a request.
  const words = 'Yolda derin çukur var';
  const planned = /^Bu mahallede planlı: Izgara temizliği, /;
  await report(await citizen(), {
    ...{ text: words, topic: 'Asfalt Onarımı', neighbourhood: 'Atatürk', description: 'Okulun önü' },
    who: { name: 'Ayla Örnek', phone: '0555 000 00 83' },
  });
  const agent = await staff('elif');
  await agent.goto('/personel/yeni');
  await agent.locator('#intake-text').fill(words);
  await expect(agent.getByRole('radio', { name: /Asfalt Onarımı/ })).toBeChecked();
  await agent.getByRole('combobox', { name: 'Mahalle' }).fill('Atatürk');
  await agent.keyboard.press('Enter');
  await expect(agent.getByText(planned)).toBeVisible();
  await expectAccessible(agent);
  await agent.goto(`/personel/isler/${(await house.requestWith('derin çukur')).id}`);
  await expect(agent.getByText(planned)).toBeVisible();

  const clerk = await staff('fatih');
  await clerk.goto('/personel/planli-isler');
  const row = clerk.getByRole('listitem').filter({ hasText: 'Izgara temizliği · Atatürk' });
  await expect(row).toContainText('bugün');
  await expectAccessible(clerk);
  await clerk.keyboard.press('j');
  await clerk.keyboard.press('n');
  await clerk.keyboard.type('Dört ızgara açıldı.');
  await clerk.keyboard.press('Enter');
  await expect(clerk.getByText('Yapıldı: Izgara temizliği.')).toBeVisible();
  await expect(clerk.getByRole('region', { name: /^Son iki haftada/ })).toContainText('Dört ızgara açıldı.');
  await clerk.keyboard.press('z');
  await expect(clerk.getByText('Yine bekliyor: Izgara temizliği.')).toBeVisible();

  // It rains: to another day, with its own struck through; a colleague sees it without asking, and so does whoever takes a call.
  const tomorrow = dayOf(await house.today(), 1);
  await manager.goto('/personel/planli-isler');
  const managersRow = manager.getByRole('listitem').filter({ hasText: 'Izgara temizliği · Atatürk' });
  await expect(managersRow).toBeVisible();
  await clerk.keyboard.press('e');
  await clerk.getByLabel('Hangi güne?').fill(tomorrow);
  await clerk.getByLabel('Neden? (arayanlara söylenmez)').fill('Yağmur.');
  await clerk.keyboard.press('Enter');
  await expect(clerk.getByText(/^Başka güne alındı: Izgara temizliği, /)).toBeVisible();
  await expect(row.locator('s')).toBeVisible();
  await expect(managersRow.locator('s'), 'live').toBeVisible({ timeout: 10_000 });
  await expect(agent.getByText(/^Bu mahallede planlı: Izgara temizliği, .* yerine\)\.$/)).toBeVisible();
  await expectAccessible(clerk);
  await clerk.keyboard.press('z');
  await expect(clerk.getByText('Önceki gününe döndü: Izgara temizliği.')).toBeVisible();

  await clerk.keyboard.press('v');
  await clerk.keyboard.press('Enter');
  await expect(row.getByText('Bu adım için bir gerekçe yazın; geçmişte kalır.')).toBeVisible();
  await clerk.keyboard.type('Yol kazılıydı.');
  await clerk.keyboard.press('Enter');
  await expect(clerk.getByText('Yapılmadı: Izgara temizliği.')).toBeVisible();
});
