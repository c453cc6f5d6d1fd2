/** The same road begun by telephone, by a person who is talking: no hand leaves the keyboard, and every key is counted. */
import type { Page } from '@playwright/test';
import { Hands, pickUp } from './keys.ts';
import type { House } from './house.ts';
import { expect, test } from './journey.ts';

const CALLER = '0555 000 33 21';

test('an unknown caller reports a hole, reads the number back, and hears of its end by SMS', async ({
  staff,
  citizen,
  house,
}) => {
  const agent = await staff('elif');
  const callsBefore = await answeredCalls(agent);
  const hands = await pickUp(agent, CALLER);

  const number = await test.step('the report is taken in the order the caller speaks', async () => {
    await expect(agent.getByText('Yeni numara: bu numaradan kimse kayıtlı değil.')).toBeVisible();
    await hands.press('h');
    await hands.type('yolda derin cukur var araba');
    await expect(agent.getByRole('radio', { name: /Asfalt Onarımı/ })).toBeChecked();
    await hands.press('Tab', 'Enter');
    await skipTo(hands, agent, 'Mahalle');
    await hands.type('sera');
    await hands.press('Enter');
    await hands.press('Tab', 'Tab');
    await hands.type('cami onu');
    await hands.press('Enter');
    await hands.type('Nuri Örnek');
    await hands.press('Enter', '1', 'Control+Enter');
    const shown = agent.getByRole('heading', { level: 2, name: /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}$/ });
    await expect(shown).toBeFocused();
    return shown.innerText();
  });
  await expect(agent.getByText(/^“\p{L}+, /u), 'the number is spelled for reading aloud').toBeVisible();
  await expect(agent.getByText('Numara SMS ile gönderilecek.')).toBeVisible();
  expect(hands.pressed, 'keys beside the words').toBeLessThanOrEqual(16);
  expect(hands.all, 'all keys').toBeLessThanOrEqual(70);

  await hands.press('F8');
  await expect(agent.getByRole('heading', { level: 1, name: 'Çağrı' })).toBeVisible();
  await expect.poll(() => answeredCalls(agent)).toBe(callsBefore + 1);

  await concludeByKeyboard(await staff('fatih'), 'yolda derin cukur');
  await readTheEnd(await citizen(), house, number);
});

test('a known caller asks what became of it and hears the promise after two keys', async ({ staff }) => {
  const agent = await staff('deniz');
  const hands = await pickUp(agent, '0555 000 02 34');
  await expect(agent.getByRole('heading', { level: 3, name: 'Başvuruları' })).toBeVisible();
  await expect(agent.getByText('Kaan'), 'the name is for the caller to say').toHaveCount(0);
  await hands.press('F3');
  await expect(agent.getByText(/^“.* konulu başvurunuz: /)).toBeVisible();
  expect(hands.pressed).toBeLessThanOrEqual(3);
  await hands.press('F8', '2');
  await expect(agent.getByLabel('Arayanın numarası')).toBeFocused();
});

test('a call that opens no request is closed with its purpose', async ({ staff }) => {
  const agent = await staff('deniz');
  const before = await answeredCalls(agent);
  const hands = await pickUp(agent, '');
  await expect(agent.getByRole('heading', { level: 1, name: 'Gizli numara' })).toBeVisible();
  await hands.press('F7');
  await expect(agent.getByRole('group', { name: 'Çağrı neden kapanıyor?' })).toBeVisible();
  await hands.press('1');
  await expect(agent.getByLabel('Arayanın numarası')).toBeFocused();
  expect(hands.all).toBeLessThanOrEqual(12);
  expect(await answeredCalls(agent)).toBe(before + 1);
});

test('somebody who asks for information is sent the form instead, by two keys', async ({ staff, house }) => {
  const agent = await staff('deniz');
  const hands = await pickUp(agent, '0555 000 44 32');
  await hands.press('h');
  await hands.type('bilgi edinme basvurusu yapmak istiyorum');
  await expect(agent.getByText('Bilgi edinme başvurusu telefonla alınamaz')).toBeVisible();
  await hands.press('Control+b');
  await expect(agent.getByText('Bağlantı 0 555 ••• •• 32 numarasına gönderildi.')).toBeVisible();
  await expect.poll(async () => (await house.received('5550004432')).length).toBe(1);
  const telephone = await agent.context().newPage();
  await telephone.goto('/demo/telefon');
  await expect(
    telephone.getByText(/Bilgi edinme basvurusu yazili yapilir\. Form: http\S+konu=KUR-07/).first(),
  ).toBeVisible();
  await telephone.close();
});

/** Enter leaves a question of the topic open and goes on. */
async function skipTo(hands: Hands, page: Page, field: string): Promise<void> {
  const wanted = page.getByRole('combobox', { name: field });
  for (let step = 0; step < 6; step += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await hands.press('Enter');
  }
  await expect(wanted).toBeFocused();
}

async function concludeByKeyboard(clerk: Page, words: string): Promise<void> {
  await clerk.goto('/personel/isler?sort=newest');
  await expect(clerk.locator('[data-request]').first()).toContainText(words);
  const hands = new Hands(clerk);
  await hands.press('j', 'Enter');
  await expect(clerk.getByRole('heading', { level: 1, name: words })).toBeVisible();
  await hands.press('d');
  await expect(clerk.getByRole('button', { name: 'İşe başla' })).toBeVisible();
  await hands.press('s', 'Tab');
  await hands.type('Cami önündeki çukur bu sabah asfaltla dolduruldu; yol açık.');
  await hands.press('Control+Enter');
  await expect(clerk.getByText('Sonuçlandırıldı · Yapıldı')).toBeVisible();
}

async function readTheEnd(phone: Page, house: House, number: string): Promise<void> {
  await expect.poll(async () => (await house.received('5550003321')).length).toBe(2);
  await phone.goto('/takip');
  await phone.getByLabel('Başvuru numarası').fill(number);
  await phone.getByLabel('Telefonunuzun son dört hanesi').fill('3321');
  await phone.getByRole('button', { name: 'Durumu göster' }).click();
  await expect(phone.getByText('Cami önündeki çukur bu sabah asfaltla dolduruldu; yol açık.')).toBeVisible();
}

async function answeredCalls(page: Page): Promise<number> {
  const answer = await page.request.get('/api/v1/figures');
  const { tables } = (await answer.json()) as { tables: { key: string; rows: { key: string; cells: number[] }[] }[] };
  const calls = tables.find(({ key }) => key === 'calls');
  const answered = calls?.rows.find(({ key }) => key === 'answered')?.cells[0];
  expect(answered).toBeGreaterThanOrEqual(0);
  return answered!;
}
