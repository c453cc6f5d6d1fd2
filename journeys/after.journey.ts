/** What comes after an answer: the citizen may add, take back, and say it was not enough; staff decide. */
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, test } from './journey.ts';
import { Hands } from './keys.ts';
import { photo } from './photos.ts';
import { report } from './portal-steps.ts';

const REPORT = {
  topic: undefined,
  neighbourhood: 'Huzur',
  description: 'Sağlık ocağının karşısı',
  who: { name: 'Leyla Örnek', phone: '0555 000 78 90' },
};

test('a citizen adds a note and a photo, and the desk has them', async ({ citizen, staff }) => {
  const phone = await citizen();
  const number = await report(phone, { ...REPORT, text: 'Bordürler sökülmüş, yol daraldı' });
  await phone.getByRole('link', { name: 'Not veya fotoğraf ekle' }).click();
  await phone.getByLabel('Notunuz').fill('Bugün bir taş daha düştü.');
  await phone.getByLabel('Fotoğraf seç').setInputFiles(await photo('bordür.jpg'));
  await phone.getByRole('button', { name: 'Ekle' }).click();
  await expect(phone.getByText('Bugün bir taş daha düştü.')).toBeVisible();
  await expect(phone.getByRole('img', { name: '1. fotoğraf' })).toBeVisible();

  const desk = await openAtDesk(await staff('sibel'), number);
  await expect(desk.getByText('Bugün bir taş daha düştü.').first()).toBeVisible();
  await expect(desk.getByRole('img', { name: /Fotoğraf 1/ }).first()).toBeVisible();
});

test('a citizen takes a request back, once, and is asked before', async ({ citizen }) => {
  const phone = await citizen({ javaScriptEnabled: false });
  await report(phone, { ...REPORT, text: 'Bankın boyası dökülmüş' });
  await phone.getByRole('link', { name: 'Başvurumu geri çek' }).click();
  await phone.getByRole('button', { name: 'Başvurumu geri çek' }).click();
  await expect(phone.getByText(/Başvurunuz .* günü geri çekildi\./)).toBeVisible();
  await expect(phone.getByRole('link', { name: 'Başvurumu geri çek' })).toHaveCount(0);
});

test('whoever takes calls withdraws it for the citizen, by keys alone, and the citizen hears of it', async ({
  citizen,
  staff,
  house,
}) => {
  const phone = await citizen();
  const number = await report(phone, { ...REPORT, text: 'Kaldırımda moloz var' });
  const desk = await openAtDesk(await staff('elif'), number);
  await desk.keyboard.press('Control+k');
  await expect(desk.getByRole('combobox')).toBeFocused();
  await desk.keyboard.type('adına geri çek');
  await desk.keyboard.press('Enter');
  await expect(desk.getByLabel('Nasıl istedi? Vatandaşa haber verilir.'), 'what is typed goes there').toBeFocused();
  await desk.keyboard.press('Escape');
  await desk.getByRole('button', { name: /Diğer adımlar/ }).press('Enter');
  await desk.getByRole('menuitem', { name: 'Vatandaş adına geri çek' }).press('Enter');
  await expect(desk.getByLabel('Nasıl istedi? Vatandaşa haber verilir.'), 'and from the menu too').toBeFocused();
  await desk.keyboard.type('Kayıtlı telefonundan arayıp vazgeçtiğini söyledi.');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(/Vatandaşın isteğiyle geri çekildi/)).toBeVisible();
  await phone.reload();
  await expect(phone.getByText('İsteğiniz üzerine başvurunuzu geri çektik.')).toBeVisible();
  await expect.poll(async () => (await house.received('5550007890')).join('\n')).toContain('isteginizle geri cekildi');
});

test('a citizen whom the answer did not satisfy says why; the supervisor reopens it', async ({ citizen, staff }) => {
  const phone = await citizen({ javaScriptEnabled: false });
  const number = await report(phone, { ...REPORT, topic: 'Kaldırım ve Bordür', text: 'Kaldırım taşı oynuyor' });
  const clerk = await openAtDesk(await staff('fatih'), number);
  await conclude(clerk, 'Oynayan taş bu sabah sökülüp yeniden sabitlendi.');

  await phone.reload();
  await expect(phone.getByRole('heading', { name: 'Bu yanıttan memnun musunuz?' })).toBeVisible();
  await phone.getByText('Hayır', { exact: true }).click();
  await phone.getByRole('button', { name: 'Yeniden bakılmasını iste' }).click();
  await expect(phone.getByText('Nesinin eksik olduğunu yazın. Birkaç sözcük yeter.').first()).toBeVisible();
  await phone.getByLabel('Nesi eksik?').fill('Taş hâlâ oynuyor.');
  await phone.getByRole('button', { name: 'Yeniden bakılmasını iste' }).click();
  await expect(phone.getByText(/Yeniden bakıp bakmayacağımızı size bildireceğiz/)).toBeVisible();

  const supervisor = await openAtDesk(await staff('sibel'), number);
  await expect(supervisor.getByText('Yeniden bakılması istendi').first()).toBeVisible();
  await expect(supervisor.getByText('Taş hâlâ oynuyor.').first()).toBeVisible();
  await supervisor.getByRole('button', { name: 'Yeniden aç' }).click();
  await supervisor.getByLabel(/Gerekçe/).fill('Ekip bir daha gidecek.');
  await supervisor.keyboard.press('Control+Enter');
  await expect(supervisor.getByText('Yeniden açıldı').first()).toBeVisible();
  await phone.reload();
  await expect(phone.getByText('Yeniden açtık.')).toBeVisible();
});

test('a supervisor lets the answer stand, with a reason the citizen reads; a court that decides otherwise is on record', async ({
  staff,
  citizen,
  house,
}) => {
  const supervisor = await staff('sibel');
  await supervisor.goto('/personel/isler?open=all&states=reopen-requested');
  await supervisor.getByRole('link', { name: /gece yarısına kadar yüksek sesle müzik/ }).click();
  await supervisor.getByRole('button', { name: 'Yanıtımız değişmedi' }).click();
  await supervisor.getByLabel(/Gerekçe/).fill('Ölçtük: ses sınırın altında.');
  await supervisor.keyboard.press('Control+Enter');
  await expect(supervisor.getByText('Yeniden bakıldı; yanıt değişmedi').first()).toBeVisible();
  const number = await supervisor.locator('.hs-number').first().innerText();
  const phone = await citizen();
  await phone.goto(`${house.address}/takip`);
  await phone.getByLabel('Başvuru numarası').fill(number);
  await phone.getByLabel('Telefonunuzun son dört hanesi').fill('0112');
  await phone.getByRole('button', { name: 'Durumu göster' }).click();
  await expect(phone.getByText('Ölçtük: ses sınırın altında.')).toBeVisible();

  const hands = new Hands(supervisor);
  const today = await house.today();
  await hands.press('l', 't');
  await expect(supervisor.getByLabel('Nereye gidildi')).toBeFocused();
  await supervisor.getByLabel('İtiraz, şikâyet ya da dava günü').fill(today);
  await supervisor.getByLabel('Esas numarası (isteğe bağlı)').fill('2026/411 E.');
  await expectAccessible(supervisor);
  await hands.press('Control+Enter');
  await expect(supervisor.getByText(/2026\/411 E\. · karar bekleniyor/)).toBeVisible();
  // Keys are steps again once the form has closed.
  await expect(supervisor.getByLabel('Nereye gidildi')).toHaveCount(0);
  await hands.press('l', 'r');
  await expect(supervisor.getByLabel('Kimin kararı')).toBeFocused();
  await supervisor.getByLabel('Karar günü').fill(today);
  await hands.press('Control+Enter');
  await expect(supervisor.getByText(/Karar vatandaştan yana: gereği yapılmalı\. En geç/)).toBeVisible();
  await expect(supervisor.getByText(/Karar: İdare mahkemesi, Kabul edildi/).first()).toBeVisible();
  await expectAccessible(supervisor);
});

/** Ctrl+K finds a request by its number. */
async function openAtDesk(page: Page, number: string): Promise<Page> {
  await page.goto('/personel/isler');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill(number);
  await page.getByRole('option', { name: number }).click();
  await expect(page.locator('.hs-number').first()).toHaveText(number);
  return page;
}

async function conclude(clerk: Page, answer: string): Promise<void> {
  await clerk.getByRole('button', { name: 'Kabul et' }).click();
  await clerk.getByRole('button', { name: 'Sonuçlandır' }).click();
  await clerk.getByLabel('Vatandaşa yanıt').fill(answer);
  await clerk.keyboard.press('Control+Enter');
  await expect(clerk.getByText('Sonuçlandırıldı · Yapıldı')).toBeVisible();
}
