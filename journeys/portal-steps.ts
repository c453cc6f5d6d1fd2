/** A citizen's way through the portal, page by page, by what is written on it. The same steps with and without a script. */
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

export interface Where {
  neighbourhood?: string;
  street?: string;
  door?: string;
  description?: string;
}

export type Who = { name: string; phone: string } | { name: string; email: string } | 'anonymous';

export interface Report extends Where {
  text: string;
  /** Its name as the portal prints it; undefined: the municipality decides. */
  topic?: string;
  who: Who;
}

/** From the front door to the number. @returns the tracking number as it is printed */
export async function report(page: Page, given: Report): Promise<string> {
  await page.goto('/');
  await page.getByLabel('Sorununuzu kendi sözlerinizle yazın').fill(given.text);
  await page.getByRole('button', { name: 'Başvuruya başla' }).click();
  await chooseTopic(page, given.topic);
  await leaveQuestions(page);
  await sayWhere(page, given);
  await newRequest(page);
  await page.getByRole('button', { name: 'Fotoğrafsız devam et' }).click();
  await sayWho(page, given.who);
  return send(page);
}

export function goOn(page: Page): Promise<void> {
  return page.getByRole('button', { name: 'Devam et' }).click();
}

/** By its words, as a finger does; the whole line is the target. */
export async function choose(page: Page, choice: string): Promise<void> {
  await page
    .locator('label')
    .filter({ hasText: choice })
    .and(page.getByText(choice, { exact: true }))
    .click();
  await expect(page.getByRole('radio', { name: choice, exact: true })).toBeChecked();
}

export async function chooseTopic(page: Page, topic: string | undefined): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Konu bu mu?' })).toBeVisible();
  await choose(page, topic ?? 'Konuyu siz belirleyin');
  await goOn(page);
}

/** Questions may be left empty; not every topic has any. */
export async function leaveQuestions(page: Page): Promise<void> {
  if (new URL(page.url()).pathname === '/basvuru/sorular') await goOn(page);
}

export async function sayWhere(page: Page, { neighbourhood, street, door, description }: Where): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Nerede?' })).toBeVisible();
  if (neighbourhood) await page.getByLabel('Mahalle', { exact: true }).selectOption({ label: neighbourhood });
  if (street) await page.getByLabel('Cadde veya sokak').fill(street);
  if (door) await page.getByLabel('Kapı no').fill(door);
  if (description) await page.getByLabel('Yeri tarif edin').fill(description);
  await goOn(page);
}

/** Where somebody reported something near by, the portal asks first. */
export async function newRequest(page: Page): Promise<void> {
  if (new URL(page.url()).pathname !== '/basvuru/benzer') return;
  await page.getByRole('button', { name: 'Hayır, yeni bir başvuru' }).click();
}

export async function sayWho(page: Page, who: Who): Promise<void> {
  await expect(page.getByRole('heading', { level: 1, name: 'Size nasıl ulaşalım?' })).toBeVisible();
  if (who === 'anonymous') {
    await choose(page, 'Adımı vermeden bildirmek istiyorum');
  } else {
    if ('phone' in who) {
      await choose(page, 'SMS ile');
      await page.getByLabel('Cep telefonu').fill(who.phone);
    } else {
      await choose(page, 'E-posta ile');
      await page.getByLabel('E-posta adresi').fill(who.email);
    }
    await page.getByLabel('Adınız soyadınız').fill(who.name);
  }
  await goOn(page);
}

export async function send(page: Page): Promise<string> {
  await expect(page.getByRole('heading', { level: 1, name: 'Kontrol edin ve gönderin' })).toBeVisible();
  await page.getByRole('button', { name: 'Başvurumu gönder' }).click();
  return receivedNumber(page);
}

/** The number on the confirmation. */
export async function receivedNumber(page: Page): Promise<string> {
  await expect(page.getByRole('heading', { level: 1, name: 'Başvurunuz alındı' })).toBeVisible();
  const number = (await page.getByLabel('Başvuru numaranız').innerText()).trim();
  expect(number).toMatch(/^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}$/);
  return number;
}
