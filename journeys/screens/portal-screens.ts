/** The citizens' face: every page of the flow, and every state a request can be seen in. */
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { House } from '../house.ts';
import { photo } from '../photos.ts';
import { chooseTopic, goOn, newRequest, sayWhere, sayWho, send } from '../portal-steps.ts';
import type { Screen } from './screen.ts';

const PAVEMENT = 'Kaldırım taşları sökülmüş, yürünmüyor';
const EMINE = { name: 'Emine Örnek', phone: '0555 000 91 01' };

export const portalScreens: Screen[] = [
  { name: 'portal-home', as: 'citizen', open: (page) => page.goto('/'), main: true },
  { name: 'portal-topics', as: 'citizen', open: (page) => page.goto('/konular') },
  { name: 'portal-what', as: 'citizen', open: (page) => page.goto('/basvuru') },
  { name: 'portal-error', as: 'citizen', open: toError, main: true },
  { name: 'portal-danger', as: 'citizen', open: (page) => say(page, 'Gaz kokusu var, yangın çıkabilir') },
  { name: 'portal-topic', as: 'citizen', open: (page) => say(page, PAVEMENT) },
  { name: 'portal-not-ours', as: 'citizen', open: toNotOurs },
  { name: 'portal-questions', as: 'citizen', open: toQuestions },
  { name: 'portal-place', as: 'citizen', open: toPlace },
  { name: 'portal-map', as: 'citizen', open: toMap },
  { name: 'portal-similar', as: 'citizen', open: toSimilar },
  { name: 'portal-photos', as: 'citizen', open: toPhotos },
  { name: 'portal-contact', as: 'citizen', open: toContact },
  { name: 'portal-check', as: 'citizen', open: toCheck, main: true },
  { name: 'portal-received', as: 'citizen', open: toReceived, main: true },
  { name: 'portal-look-up', as: 'citizen', open: (page) => page.goto('/takip') },
  { name: 'portal-look-up-refused', as: 'citizen', open: (page) => lookUp(page, '7K4M-P9TR-3HD', '1234') },
  { name: 'portal-tracked-open', as: 'citizen', open: tracked('Yaşlılar yola iniyor', '0047'), main: true },
  { name: 'portal-tracked-late', as: 'citizen', open: tracked('Asfalt kazıldı', '0234'), main: true },
  { name: 'portal-tracked-asked', as: 'citizen', open: tracked('elektrik teline', 'seref@ornek.example.org') },
  { name: 'portal-tracked-answered', as: 'citizen', open: tracked('alınmadı, koku yapıyor', '0047') },
  { name: 'portal-tracked-refused', as: 'citizen', open: tracked('Boş arsaya', 'seref@ornek.example.org') },
  { name: 'portal-tracked-forwarded', as: 'citizen', open: tracked('Sokak lambası iki haftadır', '0234') },
  { name: 'portal-tracked-withdrawn', as: 'citizen', open: tracked('on çuval moloz', '0047') },
  { name: 'portal-add', as: 'citizen', open: next('ekle') },
  { name: 'portal-withdraw', as: 'citizen', open: next('geri-cek') },
  { name: 'portal-kept-word', as: 'citizen', open: (page) => page.goto('/rakamlar') },
  { name: 'portal-notice', as: 'citizen', open: (page) => page.goto('/aydinlatma') },
  { name: 'portal-accessibility', as: 'citizen', open: (page) => page.goto('/erisilebilirlik') },
  { name: 'portal-not-found', as: 'citizen', open: (page) => page.goto('/boyle-bir-sayfa-yok') },
];

async function say(page: Page, text: string): Promise<void> {
  await page.goto('/basvuru?dil=tr');
  await page.getByLabel('Ne oldu?').fill(text);
  await goOn(page);
}

async function toError(page: Page): Promise<void> {
  await toContact(page);
  await page.getByLabel('Cep telefonu').fill('0216 123 45 67');
  await goOn(page);
  await expect(page.getByRole('alert')).toBeVisible();
}

async function toNotOurs(page: Page): Promise<void> {
  await say(page, 'Sokak lambası yanmıyor, direk karanlık');
  await chooseTopic(page, 'Sokak Aydınlatma');
}

async function toQuestions(page: Page): Promise<void> {
  await say(page, PAVEMENT);
  await chooseTopic(page, 'Kaldırım ve Bordür');
  await expect(page).toHaveURL(/sorular/);
}

async function toPlace(page: Page): Promise<void> {
  await toQuestions(page);
  await goOn(page);
  await expect(page.getByRole('heading', { level: 1, name: 'Nerede?' })).toBeVisible();
}

async function toMap(page: Page): Promise<void> {
  await toPlace(page);
  await page.getByRole('button', { name: 'Haritada göster' }).click();
  await page.getByRole('application').press('ArrowUp');
  await expect(page.getByText(/^Seçilen yer/)).toBeVisible();
}

/** Where the named world's pavement is broken. */
async function toSimilar(page: Page, house: House): Promise<void> {
  const { neighbourhoodId } = await house.requestWith('Yaşlılar yola iniyor');
  await toPlace(page);
  await page.getByLabel('Mahalle', { exact: true }).selectOption(String(neighbourhoodId));
  await page.getByLabel('Cadde veya sokak').fill('Söyleşi Sk.');
  await page.getByLabel('Yeri tarif edin').fill('Sağlık ocağının yanı');
  await goOn(page);
  await expect(page).toHaveURL(/benzer/);
}

async function toPhotos(page: Page): Promise<void> {
  await toPlace(page);
  await sayWhere(page, { neighbourhood: 'Şerifali', street: 'Bayraktar Bulvarı', description: 'Eczanenin önü' });
  await newRequest(page);
  await page.locator('#foto').setInputFiles(await photo('kaldirim.jpg'));
  await expect(page.getByRole('img', { name: /kaldirim\.jpg/ })).toBeVisible();
}

async function toContact(page: Page): Promise<void> {
  await toPhotos(page);
  await goOn(page);
  await page.locator('label').filter({ hasText: 'SMS ile' }).click();
}

async function toCheck(page: Page): Promise<void> {
  await toContact(page);
  await sayWho(page, EMINE);
  await expect(page).toHaveURL(/kontrol/);
}

async function toReceived(page: Page): Promise<void> {
  await toCheck(page);
  await send(page);
}

async function lookUp(page: Page, number: string, proof: string): Promise<void> {
  await page.goto('/takip?dil=tr');
  await page.getByLabel('Başvuru numarası').fill(number);
  await page.getByLabel('Telefonunuzun son dört hanesi').fill(proof);
  await page.getByRole('button', { name: 'Durumu göster' }).click();
}

function tracked(words: string, proof: string): Screen['open'] {
  return async (page, house) => {
    const { shownNumber } = await house.requestWith(words);
    await lookUp(page, shownNumber, proof);
    await expect(page.getByText(shownNumber).first()).toBeVisible();
  };
}

/** What one may still do with an open request. */
function next(act: 'ekle' | 'geri-cek'): Screen['open'] {
  return async (page, house) => {
    await tracked('Yaşlılar yola iniyor', '0047')(page, house);
    await page.locator(`a[href$="/${act}"]`).click();
    await expect(page).toHaveURL(new RegExp(`${act}$`));
  };
}
