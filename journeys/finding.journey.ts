/** Finding: a view that is kept and shared, and the list taken away as a file, by keyboard alone. */
import { readFileSync } from 'node:fs';
import { expectAccessible } from './axe.ts';
import { expect, test } from './journey.ts';

test('a manager keeps a view for the directorate; a clerk there has it, another directorate has not', async ({
  staff,
}) => {
  const manager = await staff('mustafa');
  await manager.goto('/personel/isler?channels=web,phone');
  await expect(manager.getByRole('heading', { level: 1 })).toBeVisible();
  await manager.getByRole('button', { name: 'Görünümü kaydet' }).click();
  await manager.getByLabel('Görünümün adı').fill('Bize gelenler');
  await manager.keyboard.press('Tab');
  await manager.keyboard.press('ArrowDown');
  await expect(manager.getByRole('option')).toHaveText(['Fen İşleri Müdürlüğü']);
  await manager.keyboard.press('ArrowDown');
  await manager.keyboard.press('Enter');
  await manager.getByLabel('Görünümün adı').press('Enter');
  await expect(manager.getByRole('heading', { level: 1, name: 'Bize gelenler' })).toBeVisible();

  const clerk = await staff('fatih');
  await clerk.goto('/personel/isler');
  await clerk.getByRole('button', { name: /^Görünümler/ }).click();
  const shared = clerk.getByRole('menuitem', { name: /^Bize gelenler/ });
  await expect(shared).toContainText('Mustafa Deneme · müdürlükle paylaşıldı');
  await expect(shared).toContainText(/\d/);
  await expect(clerk.getByRole('menuitem', { name: 'Sil: Bize gelenler' })).toBeHidden();
  await expectAccessible(clerk);
  await shared.click();
  await expect(clerk).toHaveURL(/channels=web%2Cphone|channels=web,phone/);

  const other = await staff('tulay');
  await other.goto('/personel/isler');
  await other.getByRole('button', { name: /^Görünümler/ }).click();
  await expect(other.getByRole('menuitem', { name: 'Açık işler' })).toBeVisible();
  await expect(other.getByRole('menuitem', { name: /^Bize gelenler/ })).toBeHidden();
});

test('the supervisor takes the list away as a file, by keyboard, and must say why', async ({ staff }) => {
  const page = await staff('sibel', { mayComplain: /400/ });
  await page.goto('/personel/isler');
  await expect(page.locator('[data-request]').first()).toBeVisible();
  await page.keyboard.press('l');
  await page.keyboard.press('e');
  await expect(page.getByLabel('Neden alıyorsunuz?')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Bu adım için bir gerekçe yazın')).toBeVisible();
  await page.keyboard.type('Haftalık toplantı');
  await page.getByText('CSV', { exact: true }).click();
  await expectAccessible(page);
  await page.getByLabel('Neden alıyorsunuz?').press('Enter');
  const link = page.getByRole('link', { name: /Dosyayı indir/ });
  await expect(link).toBeVisible();
  const download = page.waitForEvent('download');
  await link.press('Enter');
  const file = readFileSync(await (await download).path(), 'utf8');
  expect(file.startsWith('\ufeffBaşvuru no;Geliş;')).toBe(true);
  expect(file.trimEnd().split('\r\n').length).toBeGreaterThan(3);
  expect(file).toContain('•');
});

test('a clerk is not offered what only others may: sharing, files of the list', async ({ staff }) => {
  const page = await staff('fatih');
  await page.goto('/personel/isler?channels=web');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('button', { name: /Listeyi dosya olarak al/ })).toBeHidden();
  await page.getByRole('button', { name: 'Görünümü kaydet' }).click();
  await expect(page.getByLabel('Görünümün adı')).toBeFocused();
  await expect(page.getByLabel('Kimler de görsün')).toBeHidden();
});

test('a filter is made of what one types, changed on its chip, and read back from a line of text', async ({
  staff,
}) => {
  const page = await staff('sibel');
  await page.goto('/personel/isler');
  await expect(page.locator('[data-request]').first()).toBeVisible();
  await page.keyboard.press('f');
  const box = page.getByRole('combobox', { name: 'Neye göre süzülsün?' });
  await expect(box).toBeFocused();
  await page.keyboard.type('telefon');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Geliş yolu: telefon')).toBeVisible();
  await expect(page).toHaveURL(/channels=phone/);
  await page.keyboard.press('f');
  await page.keyboard.type('kapsam:kapananlarla nitelik:"acil olmayan"');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/open=all/);
  await page.getByRole('button', { name: 'Değiştir: Geliş yolu: telefon' }).click();
  await page.getByText('hiçbiri', { exact: true }).click();
  await expect(page.getByText('Geliş yolu (hiçbiri): telefon')).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Değiştir: Geliş yolu (hiçbiri): telefon' })).toBeFocused();
  await page.keyboard.press('Backspace');
  await expect(page).not.toHaveURL(/channels=/);
  await page.keyboard.press('Backspace');
  await expect(page).not.toHaveURL(/open=all/);
  await page.keyboard.press('f');
  await page.keyboard.type('mahalle:yokboylebiryer');
  await expect(page.getByText('Anlaşılmayan bölüm: mahalle:yokboylebiryer')).toBeVisible();
});

test('the rows show the columns one chooses, in one’s order, and a view keeps them', async ({ staff }) => {
  const page = await staff('fatih');
  await page.goto('/personel/isler');
  await expect(page.locator('[data-request]').first()).toBeVisible();
  await page.keyboard.press('l');
  await page.keyboard.press('s');
  await page.getByRole('button', { name: '+ Konu' }).click();
  await page.getByRole('button', { name: '+ Geliş', exact: true }).click();
  await page.getByRole('button', { name: 'Öne al: Geliş' }).press('Enter');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/columns=received%2Ctopic|columns=received,topic/);
  await expect(page.locator('[data-request]').first()).toContainText(/Geliş: \s*\d\d\.\d\d\.\d{4}/);
  await page.getByRole('button', { name: 'Görünümü kaydet' }).click();
  await page.getByLabel('Görünümün adı').fill('Gelişe göre');
  await page.getByLabel('Görünümün adı').press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: /Gelişe göre/ })).toBeVisible();
  await page.goto('/personel/isler');
  await page.getByRole('button', { name: /^Görünümler/ }).click();
  await page.getByRole('menuitem', { name: /^Gelişe göre/ }).click();
  await expect(page).toHaveURL(/columns=received/);
});

test('the map is the same list: by keyboard alone to a neighbourhood, to fewer rows, and back', async ({ staff }) => {
  const page = await staff('sibel');
  await page.goto('/personel/isler?open=all');
  await expect(page.locator('[data-request]').first()).toBeVisible();
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await expect(page).toHaveURL(/show=map/);
  const picture = page.getByRole('group', { name: 'Listenin haritası' });
  await expect(picture).toBeVisible();
  const table = page.getByRole('table', { name: 'Mahallelere göre kayıt sayısı' });
  await expect(table.getByRole('row').nth(1)).toBeVisible();
  await expectAccessible(page);
  const all = await page.locator('[data-request]').count();
  await table.getByRole('button', { name: 'Aşağı Dudullu' }).press('Enter');
  await expect(page).toHaveURL(/neighbourhoods=/);
  await expect.poll(() => page.locator('[data-request]').count()).toBeLessThan(all);
  const total = page.getByRole('row', { name: /^Toplam/ });
  await expect.poll(async () => Number((await total.innerText()).replace(/\D/g, ''))).toBe(await page.locator('[data-request]').count()); // prettier-ignore
  await page.getByRole('button', { name: 'Tüm mahalleler' }).press('Enter');
  // One whose only request has no point: it says so, and the list has it, also when somebody comes nearer.
  await table.getByRole('button', { name: 'Madenler' }).press('Enter');
  await expect(page.getByText(/Burada noktası olan kayıt yok/)).toBeVisible();
  await expect(page.locator('[data-request]')).toHaveCount(1);
  await picture.focus();
  await page.keyboard.press('+');
  await expect(page).toHaveURL(/box=/);
  await expect(page.getByText('Haritanın bu yerinde kayıt yok.').first()).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Listede göster' }).press('Enter');
  await expect(page.getByText('haritada noktası olmayan')).toBeVisible();
  await expect(page.locator('[data-request]')).toHaveCount(1);
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await page.getByText('Mahalleler', { exact: true }).click();
  await expect(page).toHaveURL(/show=shade/);
  await expect(page.getByRole('list', { name: /Renk koyuluğu/ })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 320, height: 690 });
  const explained = (await page.locator('#map-keys').boundingBox())!;
  expect((await table.boundingBox())!.y, 'the table does not lie on the words').toBeGreaterThanOrEqual(
    explained.y + explained.height,
  );
  await page.keyboard.press('g');
  await page.keyboard.press('h');
  await expect(page).not.toHaveURL(/show=/);
});

test('what was looked for is marked where it stands, in the list and in the palette, which also knows places and views', async ({
  staff,
}) => {
  const page = await staff('sibel');
  await page.goto('/personel/isler?text=kopekler&open=all');
  await expect(page.locator('[data-request] mark').first()).toHaveText('köpek');
  await page.goto('/personel/isler?text=sumbul&open=all');
  await expect(page.locator('[data-request]').first()).toContainText('Yer: Sümbül');
  await expectAccessible(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('kopekler');
  await expect(page.getByRole('option').filter({ has: page.locator('mark', { hasText: 'köpek' }) }).first()).toBeVisible(); // prettier-ignore
  await page.getByRole('combobox').fill('ataturk');
  await expect(page.getByRole('option', { name: 'Mahalle: Atatürk' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('option', { name: 'Mahalle: Atatürk' }).click();
  await expect(page.getByText('Mahalle: Atatürk')).toBeVisible();
});
