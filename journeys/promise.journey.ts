/** A promise that cannot be kept: moved by keyboard with its reason, told, and both days on the citizen's page. */
import { expectAccessible } from './axe.ts';
import { expect, test } from './journey.ts';
import { Hands } from './keys.ts';
import { report } from './portal-steps.ts';

test('the promised day is moved with a reason, and the citizen has both days and an SMS', async ({
  citizen,
  staff,
  house,
}) => {
  const text = 'Kaldırım taşları yerinden çıkmış, asfalt plenti bekleniyor';
  const phone = await citizen();
  await report(phone, {
    ...{ text, topic: 'Kaldırım ve Bordür', neighbourhood: 'Huzur', description: 'Fırının önü' },
    who: { name: 'Leyla Örnek', phone: '0555 000 78 95' },
  });
  const promised = await phone
    .getByText(/en geç .* günü/)
    .first()
    .innerText();
  const [before] = /\d{1,2} \p{L}+/u.exec(promised)!;

  const { id } = await house.requestWith(text);
  const manager = await staff('mustafa');
  await manager.goto(`/personel/isler/${id}`);
  await expect(manager.getByRole('button', { name: /^Diğer adımlar/ })).toBeVisible();
  const hands = new Hands(manager);
  await hands.press('l', 'v');
  const day = manager.getByLabel('Yeni gün', { exact: true });
  await expect(day).toBeFocused();
  // The last day the law leaves, which is a working day.
  await day.fill((await day.getAttribute('max'))!);
  await manager.getByLabel('Nedeni; vatandaş okuyacak').focus();
  await hands.type('Asfalt plenti arızalı; parçası bekleniyor.');
  await expectAccessible(manager);
  await hands.press('Control+Enter');
  await expect(manager.getByText('Asfalt plenti arızalı; parçası bekleniyor.').first()).toBeVisible();
  await expect
    .poll(async () => (await house.received('5550007895')).join('\n'))
    .toContain('Soz verdigimiz gunu tutamiyoruz');

  await phone.reload();
  await expect(phone.locator('s').first(), 'the old day, struck through').toContainText(before);
  await expect(phone.getByText('Asfalt plenti arızalı; parçası bekleniyor.').first()).toBeVisible();
  await expectAccessible(phone);
});
