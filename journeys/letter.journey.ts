/** An answer under a law on its way: written, sent back, mended and approved by keyboard, and read by the citizen as an official letter. */
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, test } from './journey.ts';
import { Hands } from './keys.ts';
import { report } from './portal-steps.ts';

const ASKED = 'Kaldırım taşı çok yüksek, köşeye rampa istiyoruz';
const FIRST = 'Rampa yapamıyoruz, çünkü kaldırım çok dar. Dilekçe verebilirsiniz.';
const MISSING = 'Ölçüyü ve ne zaman yapılabileceğini yazın.';
const MENDED =
  'Kaldırım köşede 90 santimetre genişlikte olduğu için rampa yapamıyoruz; 120 santimetre gerekiyor. Yol 2027 yılında genişletilecek.';

test('a clerk drafts, the manager sends back, the clerk mends, the deputy mayor approves, the citizen reads the letter', async ({
  citizen,
  staff,
  house,
}) => {
  const phone = await citizen();
  await report(phone, {
    topic: 'Kaldırım ve Bordür',
    neighbourhood: 'Huzur',
    description: 'Sağlık ocağının köşesi',
    text: ASKED,
    who: { name: 'Leyla Örnek', phone: '0555 000 78 91' },
  });
  const { id } = await house.requestWith(ASKED);
  await makePetition(await staff('sibel'), id);

  const clerk = await staff('fatih');
  await open(clerk, id);
  await expect(clerk.getByText('Yasal dayanak değişti: Dilekçe')).toBeVisible();
  await write(clerk, FIRST);
  await expect(clerk.getByText('Yanıt taslağı · Müdür onayını bekliyor')).toBeVisible();

  const manager = await staff('mustafa');
  await manager.goto('/personel/onaylar');
  await expect(manager.getByRole('link', { name: ASKED })).toBeVisible();
  await expectAccessible(manager);
  await open(manager, id);
  await expect(manager.getByText('Yanıt taslağı · Onayınızı bekliyor')).toBeVisible();
  const managers = new Hands(manager);
  await managers.press('r');
  await expect(manager.getByLabel('Ne eksik? Yazan bunu okuyacak.')).toBeFocused();
  await managers.type(MISSING);
  await managers.press('Control+Enter');
  await expect(manager.getByText('Yanıt taslağı · Geri gönderildi: düzeltilmesi gerekiyor')).toBeVisible();

  const draft = clerk.getByRole('region', { name: 'Yanıt taslağı · Geri gönderildi: düzeltilmesi gerekiyor' });
  await expect(draft.getByText(MISSING).first(), 'the open page of the clerk says so by itself').toBeVisible();
  await write(clerk, MENDED);
  await expect(clerk.getByText('Yanıt taslağı · Müdür onayını bekliyor')).toBeVisible();
  await expectAccessible(clerk);

  await approve(manager);
  await expect(manager.getByText('Yanıt taslağı · Başkan yardımcısı onayını bekliyor')).toBeVisible();
  const deputy = await staff('nermin');
  await open(deputy, id);
  await approve(deputy);
  await expect(deputy.getByText('Sonuçlandırıldı · Olumsuz yanıtlandı')).toBeVisible();

  await phone.reload();
  await expect(phone.getByText(MENDED)).toBeVisible();
  await expect(phone.getByText('İdare mahkemesinde dava açabilirsiniz.', { exact: false })).toBeVisible();
  await expectAccessible(phone);
  const letter = await phone.request.get(
    (await phone.getByRole('link', { name: /resmî yazı/ }).getAttribute('href')) ?? '',
  );
  expect(letter.headers()['content-type']).toBe('application/pdf');
  expect((await letter.body()).subarray(0, 5).toString()).toBe('%PDF-');
});

async function open(page: Page, id: string): Promise<void> {
  await page.goto(`/personel/isler/${id}`);
  await expect(page.locator('#request-title')).toBeVisible();
}

async function makePetition(page: Page, id: string): Promise<void> {
  await open(page, id);
  const hands = new Hands(page);
  await hands.press('l', 'k');
  await page.getByRole('combobox', { name: 'Yeni tür' }).press('Enter');
  await page.getByRole('option', { name: 'Dilekçe' }).click();
  await page.getByLabel('Gerekçe; vatandaş okuyacak').focus();
  await hands.type('İmzalı dilekçe verdi.');
  await hands.press('Control+Enter');
  await expect(page.getByText('Yasal dayanak değişti: Dilekçe')).toBeVisible();
}

/** A refusal, into the form that `S` opens; what stood there goes. */
async function write(page: Page, words: string): Promise<void> {
  const hands = new Hands(page);
  await hands.press('s');
  const outcome = page.getByLabel('Sonuç', { exact: true });
  await expect(outcome).toBeFocused();
  await hands.type('Olumsuz');
  await expect(outcome.locator('option:checked')).toHaveText('Olumsuz yanıtlandı');
  await page.getByLabel('Vatandaşa yanıt').focus();
  await hands.press('Control+a');
  await hands.type(words);
  await expect(page.getByRole('button', { name: /Onaya gönder Ctrl/ })).toBeVisible();
  await hands.press('Control+Enter');
}

async function approve(page: Page): Promise<void> {
  await expect(page.getByText('Yanıt taslağı · Onayınızı bekliyor')).toBeVisible();
  const hands = new Hands(page);
  await hands.press('s');
  await expect(page.getByLabel('Yanıt metni; değiştirebilirsiniz')).toHaveValue(MENDED);
  await hands.press('Control+Enter');
}
