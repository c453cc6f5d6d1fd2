/** Who looked: it is written down, an auditor finds it and proves that nobody changed it, and the citizen reads it on their own page. */
import { readFileSync } from 'node:fs';
import { expectAccessible } from './axe.ts';
import { expect, test } from './journey.ts';
import { report } from './portal-steps.ts';

test('an auditor finds who looked and why, follows the chain and takes the list away, by keyboard alone', async ({
  staff,
  house,
}) => {
  const { id, shownNumber } = await house.requestWith('Yaşlılar yola iniyor');
  const clerk = await staff('fatih');
  await clerk.goto(`/personel/isler/${id}`);
  await clerk.getByRole('button', { name: 'Göster…' }).nth(1).click();
  await clerk.getByRole('radio', { name: 'Başka bir neden' }).check();
  await clerk.getByLabel('Nedeni yazın').fill('Ekip kapıda bekliyor');
  await clerk.getByRole('button', { name: 'Bir dakika göster' }).click();
  await expect(clerk.getByText(/Gizle \(\d+\)/)).toBeVisible();

  const auditor = await staff('yonetici');
  await auditor.goto('/personel/rakamlar');
  await expect(auditor.getByRole('heading', { level: 1 })).toBeVisible();
  await auditor.keyboard.press('g');
  await auditor.keyboard.press('d');
  await expect(auditor.getByRole('heading', { level: 1, name: 'Denetim' })).toBeVisible();
  await expect(auditor.getByLabel(/^Kim/)).toBeVisible();
  await auditor.keyboard.press('f');
  await expect(auditor.getByLabel(/^Kim/)).toBeFocused();
  await auditor.keyboard.type('Fatih');
  await auditor.keyboard.press('Tab');
  await auditor.keyboard.press('Tab');
  await auditor.keyboard.type(shownNumber.toLowerCase());
  await auditor.keyboard.press('Enter');
  const seen = auditor.getByRole('listitem').filter({ hasText: 'kişisel veriyi açık gördü' }).first();
  await expect(seen).toContainText('Fatih Deneme');
  await expect(seen).toContainText('Nedeni: Ekip kapıda bekliyor');
  await expect(seen.getByRole('link', { name: shownNumber })).toBeVisible();
  await expect(auditor.getByRole('listitem').filter({ hasText: 'başvuruyu açtı' }).first()).toBeVisible();
  await expect(auditor).toHaveURL(/kim=.*neye=/);
  await auditor.keyboard.press('Tab');
  await auditor.evaluate(() => (document.activeElement as HTMLElement).blur());
  await auditor.keyboard.press('d');
  await expect(auditor.getByText('Zincir sağlam.')).toBeVisible();
  await expectAccessible(auditor);
  await auditor.keyboard.press('s');
  await auditor.keyboard.type('Yıllık denetim');
  const download = auditor.waitForEvent('download');
  await auditor.keyboard.press('Enter');
  const file = readFileSync(await (await download).path(), 'utf8');
  expect(file).toContain(shownNumber);
  expect(file).toContain('Ekip kapıda bekliyor');
  await auditor.goto('/personel/denetim?tur=read');
  await expect(auditor.getByText('Nedeni: Yıllık denetim')).toBeVisible();
  await expect(auditor.getByRole('listitem').filter({ hasText: 'denetim kayıtlarında aradı' }).first()).toBeVisible();
});

test('a citizen reads which directorates looked and for what, without scripts and without names', async ({
  citizen,
  staff,
  house,
}) => {
  const phone = await citizen({ javaScriptEnabled: false });
  await report(phone, {
    text: 'Kaldırımdaki mazgal açık, çocuk düşecek',
    neighbourhood: 'Site',
    description: 'Fırının önü',
    who: { name: 'Bakan Örnek', phone: '0555 000 77 21' },
  });
  const page = phone.url();
  await expect(phone.getByText('Dosyanıza henüz kimse bakmadı.')).toBeHidden();
  await phone.getByText('Dosyanıza kimler baktı?').click();
  await expect(phone.getByText('Dosyanıza henüz kimse bakmadı.')).toBeVisible();
  const { id } = await house.requestWith('mazgal açık, çocuk');
  const supervisor = await staff('sibel');
  await supervisor.goto(`/personel/isler/${id}`);
  await supervisor.getByRole('button', { name: 'Göster…' }).nth(1).click();
  await supervisor.getByRole('button', { name: 'Bir dakika göster' }).click();
  await expect(supervisor.getByText(/Gizle \(\d+\)/)).toBeVisible();
  await phone.goto(page);
  await phone.getByText('Dosyanıza kimler baktı?').click();
  await expect(phone.getByText(/^Çözüm Merkezi: 1 kez, en son/)).toBeVisible();
  await expect(phone.getByText('Telefonunuz 1 kez açık görüldü. Nedeni: geri arama.')).toBeVisible();
  await expect(phone.locator('body')).not.toContainText('Sibel');
  await phone.goto('/?dil=en');
  await phone.goto(page);
  await phone.getByText('Who has looked at your file?').click();
  await expect(phone.getByText(/^Solution centre: 1×, last on/)).toBeVisible();
});
