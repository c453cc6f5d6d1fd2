/** A question to the citizen: asked by keyboard with its last day, answered on the page or to whoever takes the call. */
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import { expect, test } from './journey.ts';
import { Hands } from './keys.ts';
import { report } from './portal-steps.ts';

const REPORT = { topic: 'Kaldırım ve Bordür', neighbourhood: 'Huzur', description: 'Sağlık ocağının karşısı' };
const LAST_DAY = /Yanıt için son gün: \d{1,2} \p{L}+/u;

for (const javaScriptEnabled of [true, false])
  test(`the citizen answers on the page${javaScriptEnabled ? '' : ', without a script'}, and work goes on`, async ({
    citizen,
    staff,
    house,
  }) => {
    const text = `Kaldırım taşı sökülmüş ${javaScriptEnabled ? 'köşede' : 'durakta'}`;
    const mobile = javaScriptEnabled ? '0555 000 78 92' : '0555 000 78 93';
    const phone = await citizen({ javaScriptEnabled });
    await report(phone, { ...REPORT, text, who: { name: 'Leyla Örnek', phone: mobile } });
    const { id } = await house.requestWith(text);
    const clerk = await staff('fatih');
    await ask(clerk, id, 'Hangi kapının önünde?');
    await expect(clerk.getByText(/Vatandaşa soruldu\. Yanıt için son gün: .* Hatırlatma: /)).toBeVisible();
    await expectAccessible(clerk);
    await expect
      .poll(async () => (await house.received(mobile.replaceAll(' ', '').slice(1))).join('\n'))
      .toMatch(/bilgi gerekiyor\. Son gun \d{2}\.\d{2}\.\d{4}:/);

    await phone.reload();
    await expect(phone.getByText(LAST_DAY)).toBeVisible();
    if (javaScriptEnabled) await expectAccessible(phone);
    await phone.getByRole('link', { name: 'Yanıtla' }).click();
    await expect(phone.getByText('Hangi kapının önünde?')).toBeVisible();
    await phone.getByLabel('Notunuz').fill('14 numaranın önünde.');
    await phone.getByRole('button', { name: 'Ekle' }).click();
    await expect(phone.getByText('Çalışmayı sürdürüyoruz.')).toBeVisible();
    await expect(clerk.getByText('14 numaranın önünde.').first(), 'the open page has it by itself').toBeVisible();
    await expect(clerk.getByText(/Vatandaşa soruldu/)).toHaveCount(0);
  });

test('whoever takes the call writes the answer down by keyboard, and the citizen reads that we did', async ({
  citizen,
  staff,
  house,
}) => {
  const text = 'Kaldırım taşı eksik, yağmurda su doluyor';
  const phone = await citizen();
  await report(phone, { ...REPORT, text, who: { name: 'Leyla Örnek', phone: '0555 000 78 94' } });
  const { id } = await house.requestWith(text);
  await ask(await staff('fatih'), id, 'Hangi kapının önünde?');
  const agent = await staff('elif');
  await open(agent, id);
  const hands = new Hands(agent);
  await hands.press('l', 'y');
  await expect(agent.getByLabel('Ne söyledi? Vatandaş izleme sayfasında okur.')).toBeFocused();
  await expectAccessible(agent);
  await hands.type('16 numara, bahçe kapısının önü.');
  await hands.press('Control+Enter');
  await expect(agent.getByText(/Vatandaşa soruldu/)).toHaveCount(0);
  await phone.reload();
  await expect(phone.getByText('Telefonda söylediğinizi yazdık.')).toBeVisible();
  await expect(phone.getByText('16 numara, bahçe kapısının önü.').first()).toBeVisible();
});

test('somebody of the sample is called and what they say written down, by keyboard alone; it is not for others', async ({
  staff,
}) => {
  const supervisor = await staff('sibel');
  await supervisor.goto('/personel/isler');
  await expect(supervisor.getByRole('heading', { level: 1 })).toBeVisible();
  const hands = new Hands(supervisor);
  await hands.press('g', 'e');
  await expect(supervisor.getByRole('heading', { level: 1, name: 'Geri arama' })).toBeVisible();
  const call = supervisor.getByRole('button', { name: /^Ara ve yaz/ });
  await expect(call.first()).toBeVisible();
  const waiting = await call.count();
  await hands.press('j');
  await expect(call.first()).toBeFocused();
  await hands.press('Enter');
  await expect(supervisor.getByRole('radio', { name: 'Evet, doğru' })).toBeFocused();
  await hands.press('Space');
  await expectAccessible(supervisor);
  await supervisor.getByLabel('Ne söyledi?').focus();
  await hands.type('Sokak temizlenmiş.');
  await hands.press('Control+Enter');
  await expect(call).toHaveCount(waiting - 1);
  await expect(supervisor.getByRole('row', { name: /^Toplam/ })).toContainText('1');
  const clerk = await staff('fatih');
  await clerk.goto('/personel/geri-arama');
  await expect(clerk.getByRole('heading', { name: 'Geri arama' })).toHaveCount(0);
});

async function open(page: Page, id: string): Promise<void> {
  await page.goto(`/personel/isler/${id}`);
  await expect(page.locator('#request-title')).toBeVisible();
}

async function ask(page: Page, id: string, question: string): Promise<void> {
  await open(page, id);
  const hands = new Hands(page);
  await hands.press('y');
  await page.getByRole('radio', { name: 'Bilgi iste' }).press('Space');
  await page.getByLabel('Vatandaşın okuyacağı metin').focus();
  await hands.type(question);
  await hands.press('Control+Enter');
  await expect(page.getByText('Ek bilgi bekleniyor').first()).toBeVisible();
}
