/** The main job, end to end: asked on a phone without a script, concluded by keyboard, told by SMS, read by the citizen, counted. */
import type { Page } from '@playwright/test';
import { Hands } from './keys.ts';
import { expect, test } from './journey.ts';
import { report } from './portal-steps.ts';

test('a citizen without JavaScript asks, a clerk concludes by keyboard, both SMS arrive and the year counts it', async ({
  citizen,
  staff,
  house,
}) => {
  const clerk = await staff('fatih');
  const before = await countOfYear(clerk);
  await clerk.goto('/personel/isler?sort=newest');
  await expect(clerk.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(clerk.locator('[data-request]').first()).toBeVisible();

  const phone = await citizen({ javaScriptEnabled: false });
  const number = await report(phone, {
    text: 'Okulun yanındaki kaldırım çökmüş, tekerlekli sandalye geçemiyor.',
    topic: 'Kaldırım ve Bordür',
    neighbourhood: 'Atakent',
    street: 'Okul Yolu Sokağı',
    description: 'Okulun arka kapısı',
    who: { name: 'Ayşe Örnek', phone: '0555 000 12 34' },
  });
  await expect(phone.getByText(/Size en geç .* yanıt vereceğiz\./)).toBeVisible();

  await test.step('the clerk sees it come without a reload', async () => {
    await expect(clerk.getByRole('button', { name: /1 yeni kayıt geldi/ })).toBeVisible();
  });

  const hands = new Hands(clerk);
  await test.step('accepts it and concludes it, hands on the keyboard', async () => {
    await hands.press('g', 'y');
    await expect(clerk.locator('[data-request]').first()).toContainText('tekerlekli sandalye');
    await hands.press('j', 'Enter');
    await expect(clerk.getByRole('heading', { level: 1, name: /tekerlekli sandalye/ })).toBeVisible();
    await hands.press('d');
    await expect(clerk.getByRole('button', { name: 'İşe başla' })).toBeVisible();
    await hands.press('s');
    await expect(clerk.getByLabel('Sonuç', { exact: true })).toBeFocused();
    await hands.press('Tab');
    await hands.type('Kaldırım bugün onarıldı; sandalye geçebiliyor.');
    await hands.press('Control+Enter');
    await expect(clerk.getByText('Sonuçlandırıldı · Yapıldı')).toBeVisible();
    expect(hands.pressed, 'keys beside the words of the answer').toBeLessThanOrEqual(10);
  });

  const messages = await test.step('two SMS reach the phone', async () => {
    await expect.poll(async () => (await house.received('5550001234')).length).toBe(2);
    return house.received('5550001234');
  });
  expect(messages.at(-1)).toContain(`No: ${number}`);
  expect(messages[0]).toContain(`${number} numarali basvurunuz sonuclandi`);
  expect(messages.join(' '), 'neither topic nor place').not.toMatch(/kald[ıi]r[ıi]m|atakent|okul/i);

  await test.step('the link in the second one shows steps and answer', async () => {
    await phone.goto(new URL(/https?:\S+/.exec(messages[0]!)![0]).pathname);
    await expect(phone.getByText('Kaldırım bugün onarıldı; sandalye geçebiliyor.')).toBeVisible();
    await expect(phone.getByText('Başvurunuzu okuduk.')).toBeVisible();
    await expect(phone.getByText(/^Sonuçlandırdık/)).toBeVisible();
  });

  await test.step('and so do the number and the last four digits', async () => {
    await phone.goto('/takip');
    await phone.getByLabel('Başvuru numarası').fill(number.toLowerCase().replaceAll('-', ' '));
    await phone.getByLabel('Telefonunuzun son dört hanesi').fill('1234');
    await phone.getByRole('button', { name: 'Durumu göster' }).click();
    await expect(phone.getByRole('heading', { level: 2, name: 'Yanıtımız' })).toBeVisible();
  });

  expect(await countOfYear(clerk), 'records of the year').toBe(before + 1);
});

/** As the figures page says it in its first sentence. */
async function countOfYear(page: Page): Promise<number> {
  await page.goto('/personel/rakamlar');
  const sentence = await page.getByText(/yılında [\d.]+ kayıt açıldı/).innerText();
  return Number(/yılında ([\d.]+)/.exec(sentence)![1]!.replaceAll('.', ''));
}
