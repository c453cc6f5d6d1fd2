/** What routing was unsure about, by keyboard: one request at a time, its likely directorates on 1 2 3, the next by itself. */
import { expect, test } from './journey.ts';
import { report } from './portal-steps.ts';

test('a supervisor gives what the rules could not, one after the other, and finds it again', async ({
  citizen,
  staff,
  house,
}) => {
  const words = 'Okulun önündeki ağaçların dalları kırılıyor, budama yapılsın.';
  await report(await citizen(), {
    text: words,
    neighbourhood: 'Atatürk',
    description: 'Okulun önü',
    who: { name: 'Ayla Örnek', phone: '0555 000 00 81' },
  });
  const { id } = await house.requestWith('ağaçların dalları');
  const page = await staff('sibel');
  await page.goto('/personel/isler');
  await expect(page.locator('[data-request]').first()).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  const count = page.getByText(/^Bekleyen: \d+$/);
  await expect(count).toBeVisible();
  const before = Number((await count.textContent())!.replace(/\D/g, ''));
  // The oldest come first; what cannot be decided now is put off.
  const mine = page.getByRole('heading', { level: 1, name: /Okulun önündeki/ });
  for (let put = 1; put < before; put += 1) await page.keyboard.press('e');
  await expect(mine).toBeVisible();
  await expect(page.getByText('Kurallar bir müdürlük bulamadı: kime verilecek?')).toBeVisible();
  await expect(page.getByRole('button', { name: /Park ve Bahçeler.*Budama ve Kesim/ })).toBeVisible();
  await page.keyboard.press('1');
  await expect(page.getByText(/^Verildi: .* → Park ve Bahçeler/)).toBeVisible();
  await expect(mine).toBeHidden();
  if (before > 1) await expect(page.getByText(`Bekleyen: ${before - 1}`)).toBeVisible();
  await page.getByRole('link', { name: 'Başvuruyu aç' }).click();
  await expect(page).toHaveURL(new RegExp(id));
  await expect(mine).toBeVisible();
});
