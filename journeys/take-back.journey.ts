/** What goes to a citizen can be taken back for ten seconds, and no longer. Here the house runs with the ten seconds it has by default. */
import { expect, test } from './journey.ts';
import { Hands } from './keys.ts';

test.use({ takeBackSeconds: 10 });

test('a clerk takes an answer back within ten seconds, corrects it, and only the second reaches the citizen', async ({
  staff,
  house,
}) => {
  const clerk = await staff('fatih');
  const { id } = await house.requestWith('Yaşlılar yola iniyor');
  const before = (await house.received('5550000047')).length;
  await clerk.goto(`/personel/isler/${id}`);
  await expect(clerk.locator('#request-title')).toBeVisible();
  const hands = new Hands(clerk);
  await hands.press('s', 'Tab');
  await hands.type('Çöken kaldırım yarın sabah onarılacak, taşlar geldi.');
  await hands.press('Control+Enter');
  await expect(clerk.getByText(/Gönderiliyor… Geri al \(\d+\)/)).toBeVisible();
  await hands.press('z');
  await expect(clerk.getByText(/Gönderiliyor/)).toHaveCount(0);

  await hands.press('s');
  const answer = clerk.getByLabel('Vatandaşa yanıt');
  await expect(answer, 'the text is back in its form').toHaveValue(
    'Çöken kaldırım yarın sabah onarılacak, taşlar geldi.',
  );
  await answer.fill('Çöken kaldırım bu sabah söküldü ve yeniden döşendi.');
  await hands.press('Control+Enter');
  await expect(clerk.getByText(/Gönderiliyor… Geri al/)).toBeVisible();
  await expect(clerk.getByText('Sonuçlandırıldı · Yapıldı')).toBeVisible({ timeout: 20_000 });
  await expect.poll(async () => (await house.received('5550000047')).length).toBe(before + 1);
});
