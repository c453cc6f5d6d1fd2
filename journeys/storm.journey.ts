/** A burst main on a stormy night: known before the telephone rings, recorded caller after caller with one key, and told to all at the end. */
import type { Page } from '@playwright/test';
import type { House } from './house.ts';
import { Hands, pickUp } from './keys.ts';
import { expect, test } from './journey.ts';
import { choose, goOn, leaveQuestions, sayWho, sayWhere, send } from './portal-steps.ts';

const NAME = 'Petrol Yolu’nda su borusu patladı';
const SAID = 'Petrol Yolu’nda su borusu patladı, yol kapalı. Ekipler çalışıyor.';
const CALLERS = ['0555 000 41 01', '0555 000 41 02', '0555 000 41 03', '0555 000 41 04', '0555 000 41 05'];
const WRITER = '0555 000 41 06';
const ANSWER = 'Patlayan boru onarıldı, yol bu sabah trafiğe açıldı.';

test('five callers and one who writes are told once each that the burst main is mended', async ({
  staff,
  citizen,
  house,
}) => {
  test.slow();
  const supervisor = await staff('sibel');
  await test.step('the supervisor opens it before anybody has called', () => openKnown(supervisor));

  const agent = await staff('elif');
  await test.step('the first caller: place and topic find it', () => firstCall(agent));
  for (const [place, caller] of CALLERS.slice(1).entries())
    await test.step(`the next caller, ${place + 2}`, () => nextCall(agent, caller));

  await test.step('the portal says it before the citizen files', async () => writeOfTheSame(await citizen()));

  await supervisor.reload();
  await expect(supervisor.getByText('bildiren: 6', { exact: false }).first()).toBeVisible();
  const lead = await supervisor
    .getByRole('link', { name: /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}$/ })
    .getAttribute('href');
  await test.step('the roads directorate concludes the lead', async () => conclude(await staff('fatih'), lead!));

  for (const told of [...CALLERS, WRITER]) await toldOnce(house, told);
});

async function openKnown(page: Page): Promise<void> {
  await page.goto('/personel/isler');
  await expect(page.locator('[data-request]').first()).toBeVisible();
  const hands = new Hands(page);
  await hands.press('g', 'p');
  await page.getByRole('button', { name: 'Yeni ekle' }).click();
  await page.getByLabel('Kısa adı (çalışanlar için)').fill(NAME);
  await page.getByLabel('Konu', { exact: true }).first().click();
  await page.keyboard.type('Yol Çökmesi');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByLabel('Türkçe').fill(SAID);
  await page.getByLabel('Sözle yeri (isteğe bağlı)').fill('Petrol Yolu');
  await page.getByLabel('Mahalleler').first().click();
  await page.keyboard.type('Atakent');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Arayanlara ve portalda söyleniyor')).toBeVisible();
  await expect(page.getByText('Henüz kimse bildirmedi.', { exact: false })).toBeVisible();
}

async function firstCall(agent: Page): Promise<void> {
  const hands = await pickUp(agent, CALLERS[0]!);
  await expect(agent.getByText(NAME, { exact: true }), 'nothing speaks for it yet').toHaveCount(0);
  await hands.press('h');
  await hands.type('yol coktu');
  await expect(agent.getByRole('heading', { level: 2, name: 'Bunu biliyoruz' })).toBeVisible();
  await expect(agent.getByText(SAID, { exact: false })).toBeVisible();
  await recordAsOneOfThem(agent, hands, 'Emine Örnek');
  await hangUp(agent, hands);
}

/** Nothing is typed but the name: the problem stands there from the first moment. */
async function nextCall(agent: Page, caller: string): Promise<void> {
  const hands = await pickUp(agent, caller);
  await expect(agent.getByText(NAME, { exact: true })).toBeVisible();
  await recordAsOneOfThem(agent, hands, 'Kişi Örnek');
  await expect(agent.getByText('Aynı sorunu bildirenlerle birlikte ele alınıyor.', { exact: false })).toBeVisible();
  await hangUp(agent, hands);
  expect(hands.pressed, 'keys beside the name').toBeLessThanOrEqual(7);
  expect(hands.all, 'all keys').toBeLessThanOrEqual(18);
}

async function recordAsOneOfThem(agent: Page, hands: Hands, name: string): Promise<void> {
  await hands.press('F9');
  await expect(agent.getByLabel('Adı soyadı')).toBeFocused();
  await hands.type(name);
  await hands.press('Control+Enter');
  await expect(agent.getByRole('heading', { level: 2, name: /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}$/ })).toBeFocused();
}

async function hangUp(agent: Page, hands: Hands): Promise<void> {
  await hands.press('F8');
  await expect(agent.getByRole('heading', { level: 1, name: 'Çağrı' })).toBeVisible();
}

async function writeOfTheSame(page: Page): Promise<void> {
  await page.goto('/');
  await expect(page.getByRole('heading', { level: 2, name: 'Bildiğimiz sorunlar' })).toBeVisible();
  await page.getByLabel('Sorununuzu kendi sözlerinizle yazın').fill('Petrol Yolu üstünde asfalttan su geliyor');
  await page.getByRole('button', { name: 'Başvuruya başla' }).click();
  await expect(page.getByRole('heading', { level: 1, name: 'Konu bu mu?' })).toBeVisible();
  await choose(page, 'Konuyu siz belirleyin');
  await goOn(page);
  await leaveQuestions(page);
  await sayWhere(page, { neighbourhood: 'Atakent', description: 'Petrol Yolu, fırının önü' });
  await expect(page.getByRole('heading', { level: 1, name: 'Bunu biliyor olabiliriz' })).toBeVisible();
  await page.getByRole('button', { name: 'Aynısı: bitince haber ver' }).click();
  await page.getByRole('button', { name: 'Fotoğrafsız devam et' }).click();
  await sayWho(page, { name: 'Ayşe Örnek', phone: WRITER });
  await send(page);
  await expect(page.getByText('Bildiren herkes için tek çalışma yapılıyor', { exact: false })).toBeVisible();
}

async function conclude(clerk: Page, address: string): Promise<void> {
  await clerk.goto(address);
  await expect(clerk.getByText('Bu sorunu bildiren: 6 kişi')).toBeVisible();
  const hands = new Hands(clerk);
  await hands.press('d');
  await expect(clerk.getByRole('button', { name: 'İşe başla' })).toBeVisible();
  await hands.press('s', 'Tab');
  await hands.type(ANSWER);
  await hands.press('Control+Enter');
  await expect(clerk.getByText('Sonuçlandırıldı · Yapıldı')).toBeVisible();
}

/** One message with the number, one with the end. */
async function toldOnce(house: House, phone: string): Promise<void> {
  const digits = phone.replaceAll(' ', '').slice(1);
  await expect.poll(async () => (await house.received(digits)).length, { timeout: 20_000 }).toBe(2);
  const ends = (await house.received(digits)).filter((text) => text.includes('sonuclandi'));
  expect(ends, phone).toHaveLength(1);
}
