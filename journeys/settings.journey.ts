/** An administrator changes the house without a release: it takes effect at once, and the history says who, when and why. */
import { expectAccessible } from './axe.ts';
import { expect, test } from './journey.ts';
import { goOn, report } from './portal-steps.ts';

test('an administrator, who reads no case, begins where there is something to do', async ({ staff }) => {
  const desk = await staff('yonetici');
  await desk.goto('/personel');
  await expect(desk).toHaveURL(/\/personel\/rakamlar$/);
  await expect(desk.getByRole('navigation').getByRole('link', { name: 'İşler' })).toHaveCount(0);
  await desk.goto('/personel/isler');
  await expect(desk.getByRole('heading', { name: 'Bu ekran yetkiniz dışında' })).toBeVisible();
  await desk.getByRole('link', { name: 'Başa dön' }).click();
  await expect(desk).toHaveURL(/\/personel\/rakamlar$/);
});

test('the parts of the administration are found together, and each by name from the palette', async ({ staff }) => {
  const desk = await staff('yonetici');
  await desk.goto('/personel/yonetim/konular');
  const nav = desk.getByRole('navigation', { name: 'Yönetim' });
  await nav.getByRole('link', { name: 'Zaman' }).press('Enter');
  await expect(desk).toHaveURL(/\/yonetim\/tatiller/);
  await expect(nav.getByRole('link')).toHaveText([
    ...['Başvurular', 'Kurum', 'Zaman', 'Metinler', 'Şehir'],
    ...['Tatiller', 'Çalışma haftası', 'Süreler', 'Yükseltme'],
  ]);
  await desk.keyboard.press('Control+k');
  const palette = desk.getByRole('dialog').getByRole('combobox').or(desk.getByRole('dialog').getByRole('textbox'));
  await palette.first().fill('yonetim sokak');
  await expect(desk.getByRole('option', { name: /Yönetim: Sokaklar/ })).toBeVisible();
  await desk.keyboard.press('Enter');
  await expect(desk).toHaveURL(/\/yonetim\/sokaklar/);
});

test('a topic renamed at the desk, with a number to call besides, is what the next citizen reads', async ({
  staff,
  citizen,
}) => {
  const desk = await staff('yonetici');
  await desk.goto('/personel/yonetim/konular/PRK-09');
  await desk.getByLabel('Ad, Türkçe').fill('Yeni park istiyorum');
  await desk.getByRole('button', { name: 'Numara ekle' }).click();
  await desk.getByLabel('Hangi durumda, Türkçe').fill('Büyükşehir parkları için');
  await desk.getByLabel('Hangi durumda, İngilizce').fill('For parks of the metropolitan municipality');
  await desk.getByLabel('Aranacak numara').fill('153');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(/nede[nn]/i).first(), 'a change needs its reason').toBeVisible();
  await desk.getByLabel('Neden değiştiriyorsunuz?').fill('Vatandaş diliyle');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText('Yayımlandı. Eski başvurular o günkü hâlini korur.')).toBeVisible();
  await expect(desk.getByText(/Yasin Deneme · Vatandaş diliyle/)).toBeVisible();
  const phone = await citizen();
  await phone.goto('/konular');
  await phone.getByRole('link', { name: 'Yeni park istiyorum' }).click();
  await phone.getByLabel('Ne oldu?').fill('Mahallemizde park yok');
  await goOn(phone);
  await expect(phone.getByText('Büyükşehir parkları için: 153')).toBeVisible();
});

test('whose thing it is, written at the desk, is read by who asks next; who asked before keeps the old words', async ({
  staff,
  citizen,
}) => {
  const ask = { topic: 'Boş Arsa Temizliği', neighbourhood: 'Site', description: 'Okulun arkası' };
  const early = await citizen();
  await report(early, { ...ask, text: 'Boş arsa çöplüğe döndü', who: 'anonymous' });
  const old = 'Arsayı temiz tutmak malikin ödevidir; yapmazsa belediye yapar, bedelini alır.';
  await expect(early.getByText(old)).toBeVisible();
  const desk = await staff('yonetici');
  await desk.goto('/personel/yonetim/konular/TEM-13');
  await desk.getByLabel('Görev notu (isteğe bağlı), Türkçe').fill('Önce sahibine yazarız; on beş gün beklenir.');
  await desk.getByLabel('Görev notu (isteğe bağlı), İngilizce').fill('');
  await desk.getByLabel('Neden değiştiriyorsunuz?').fill('Encümen kararı');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByRole('alert').getByText('Görev notu › İngilizce: metin eksik')).toBeVisible();
  await expectAccessible(desk);
  await desk.getByLabel('Görev notu (isteğe bağlı), İngilizce').fill('We write to the owner first.');
  const month = new Date(Date.now() + 3 * 3_600_000).getUTCMonth();
  await desk
    .getByRole('group', { name: 'İşin ayları' })
    .getByRole('checkbox')
    .nth((month + 6) % 12)
    .check();
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText('Yayımlandı. Eski başvurular o günkü hâlini korur.')).toBeVisible();
  const next = await citizen();
  await report(next, { ...ask, text: 'Boş arsa çöplüğe döndü', description: 'Caminin yanı', who: 'anonymous' });
  await expect(next.getByText('Önce sahibine yazarız; on beş gün beklenir.')).toBeVisible();
  await expect(next.getByText(/Bu iş çoğunlukla şu aylarda yapılır: \p{L}+\./u)).toBeVisible();
  await early.reload();
  await expect(early.getByText(old)).toBeVisible();
  await expect(early.getByText(/Bu iş çoğunlukla/)).toHaveCount(0);
});

test('a group of topics gets another name at the desk, and citizens find it under that', async ({ staff, citizen }) => {
  const desk = await staff('yonetici');
  await desk.goto('/personel/yonetim/konu-gruplari/PRK');
  await desk.getByLabel('Ad, Türkçe').fill('Parklar ve ağaçlar');
  await desk.getByLabel('Kullanımda').uncheck();
  await desk.getByLabel('Neden değiştiriyorsunuz?').fill('Vatandaş diliyle');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByRole('alert').getByText(/^Kullanımda: bu grupta sunulan konular var/)).toBeVisible();
  await expectAccessible(desk);
  await desk.getByLabel('Kullanımda').check();
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByRole('heading', { level: 1, name: 'Parklar ve ağaçlar · PRK' })).toBeVisible();
  await expect(desk.getByText(/2\. sürüm .* Vatandaş diliyle/)).toBeVisible();
  const phone = await citizen();
  await phone.goto('/konular');
  const found = phone.locator('section').filter({ has: phone.getByRole('heading', { name: 'Parklar ve ağaçlar' }) });
  await expect(found.getByRole('link', { name: 'Budama ve Kesim' })).toBeVisible();
});

test('the privacy notice worded at the desk is read by the next citizen; a request keeps the one that was shown', async ({
  staff,
  citizen,
}) => {
  const early = await citizen();
  await report(early, {
    text: 'Parkta çeşme bozuk',
    neighbourhood: 'Site',
    description: 'Girişin yanı',
    who: 'anonymous',
  });
  const desk = await staff('yonetici');
  await desk.goto('/personel/yonetim/portal-metinleri');
  await desk.getByRole('link', { name: 'Aydınlatma metni (KVKK)' }).click();
  const turkish = desk.getByLabel('Metin, Türkçe');
  const before = await turkish.inputValue();
  await turkish.fill(`${before}\n# Yeni başlık\n{{municipality}}'nin yeni sözü.`);
  await desk.getByLabel('Neden değiştiriyorsunuz?').fill('Kurul kararı');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByRole('alert').getByText('Metin › Türkçe: alana ek takılmış')).toBeVisible();
  await expectAccessible(desk);
  await turkish.fill(`${before}\n# Yeni başlık\nYeni sözümüz.`);
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(/2\. sürüm .* Kurul kararı/)).toBeVisible();
  const next = await citizen();
  await next.goto('/aydinlatma');
  await expect(next.getByRole('heading', { name: 'Yeni başlık' })).toBeVisible();
  await early.getByText('Dosyanıza kimler baktı?').click();
  await early.getByRole('link', { name: 'Aydınlatma metni' }).first().click();
  await expect(early.getByText('Bu metin daha sonra değişti.')).toBeVisible();
  await expect(early.getByRole('heading', { name: 'Yeni başlık' })).toHaveCount(0);
  await desk.keyboard.press('Control+b');
  await expect(turkish).toHaveValue(before);
  await desk.getByLabel('Neden değiştiriyorsunuz?').fill('Geri alındı');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(/3\. sürüm .* Geri alındı/)).toBeVisible();
});

test('a message text changed at the desk is what the next phone receives', async ({ staff, citizen, house }) => {
  const desk = await staff('yonetici');
  await desk.goto('/personel/yonetim/metinler');
  await desk.getByRole('link', { name: 'Başvuru alındı SMS · Türkçe', exact: true }).click();
  const text = desk.getByLabel('Metin', { exact: true });
  const before = await text.inputValue();
  await text.fill(`${before} Iyi gunler.`);
  await expect(desk.getByText(/\d SMS · \d+ karakter/)).toBeVisible();
  await desk.getByLabel('Neden değiştiriyorsunuz?').fill('Selam ekledik');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(/Yayımlandı/)).toBeVisible();
  await report(await citizen(), {
    text: 'Parkta çeşme bozuk',
    neighbourhood: 'Site',
    description: 'Girişin yanı',
    who: { name: 'Cansu Örnek', phone: '0555 000 99 11' },
  });
  await expect.poll(async () => (await house.received('5550009911'))[0] ?? '').toContain('Iyi gunler.');
});

test('a season that is written and switched on speaks to the next phone in its own words', async ({
  staff,
  citizen,
  house,
}) => {
  const desk = await staff('yonetici');
  await desk.goto('/personel/yonetim/mevsimler');
  await expect(desk.getByText('Burada henüz kayıt yok. İlkini “Yeni ekle” ile yazın.')).toBeInViewport();
  await desk.getByRole('button', { name: 'Yeni ekle' }).click();
  await desk.getByLabel('Kısa adı').fill('budama');
  await desk.getByLabel('Adı, Türkçe').fill('Budama düzeni');
  await desk.getByLabel('Adı, İngilizce').fill('Pruning mode');
  await desk.getByLabel('Portalda herkesin okuduğu, Türkçe').fill('Ağaçlar sırayla budanıyor.');
  await desk.getByLabel('Portalda herkesin okuduğu, İngilizce').fill('Trees are pruned street by street.');
  await desk.getByRole('combobox', { name: 'Konu ekle' }).fill('budama');
  await desk.getByRole('option', { name: /Budama ve Kesim/ }).click();
  const sms = (language: string) => desk.getByLabel(`SMS, ${language}`, { exact: true });
  await sms('Türkçe').fill('Sirayla geliyoruz. No: {{no}}. Budama ve Kesim');
  await expect(desk.getByText('Konunun adı yazılmış: Budama ve Kesim.')).toBeVisible();
  await sms('Türkçe').fill('Sırayla geliyoruz. No: {{no}}. {{link}}');
  await expect(desk.getByText(/^Sirayla geliyoruz\. No: 7K4M-P9TR-3HD\. http/)).toBeVisible();
  await expect(desk.getByText(/1 SMS · \d+ karakter/)).toBeVisible();
  await sms('İngilizce').fill('We come street by street. No: {{no}}. {{link}}');
  await desk.getByLabel('Neden değiştiriyorsunuz?').fill('Encümen kararı');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByRole('heading', { level: 1, name: 'Budama düzeni' })).toBeVisible();
  await desk.getByLabel('Neden?', { exact: true }).fill('Ağaçlar uyandı');
  await desk.getByRole('button', { name: 'Aç', exact: true }).click();
  await expect(desk.getByText('Budama düzeni şimdi açık.')).toBeVisible();
  await report(await citizen(), {
    ...{ text: 'Ağaçlar budansın', topic: 'Budama ve Kesim', neighbourhood: 'Site', description: 'Parkın yanı' },
    who: { name: 'Cansu Örnek', phone: '0555 000 99 12' },
  });
  await expect.poll(async () => (await house.received('5550009912'))[0] ?? '').toMatch(/^Sirayla geliyoruz\./);
  await desk.getByLabel('Neden?', { exact: true }).fill('Budama bitti');
  await desk.getByRole('button', { name: 'Kapat', exact: true }).click();
  await expect(desk.getByText('Budama düzeni şimdi kapalı.')).toBeVisible();
});

test('a holiday entered at the desk stands in the calendar with its source', async ({ staff }) => {
  const desk = await staff('yonetici');
  await desk.goto('/personel/yonetim/tatiller');
  await desk.getByRole('button', { name: 'Tatil ekle' }).click();
  await desk.getByLabel('Gün', { exact: true }).fill(`${await desk.getByLabel('Yıl').inputValue()}-12-30`);
  await desk.getByLabel('Ad, Türkçe').fill('Kar tatili');
  await desk.getByLabel('Ad, İngilizce').fill('Snow day');
  await desk.getByLabel('Kaynak').fill('Valilik duyurusu');
  await desk.getByLabel('Neden değiştiriyorsunuz?').fill('Yoğun kar');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByRole('row', { name: /Kar tatili/ })).toContainText('Valilik duyurusu');
});

test('the working week is changed at the desk, said in words first, and keeps its versions', async ({ staff }) => {
  const desk = await staff('yonetici');
  await desk.goto('/personel/yonetim/calisma-haftasi');
  await expect(
    desk.getByText('Haftada 40 saat çalışılır. Günle verilen süreler son gün saat 17.30 olunca dolar.'),
  ).toBeVisible();
  await desk.getByLabel('2. aralığın sonu').fill('12:00');
  await expect(desk.getByText('Her aralık başladığı saatten sonra bitmeli')).toBeVisible();
  await desk.getByLabel('2. aralığın sonu').fill('18:00');
  await desk.getByLabel('Cumartesi').check();
  await expect(
    desk.getByText('Haftada 51 saat çalışılır. Günle verilen süreler son gün saat 18.00 olunca dolar.'),
  ).toBeVisible();
  await desk.getByLabel('Neden değiştiriyorsunuz?').fill('Meclis kararı');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(/1\. sürüm .* Meclis kararı/)).toBeVisible();
  await desk.getByLabel('Cumartesi').uncheck();
  await desk.getByLabel('2. aralığın sonu').fill('17:30');
  await desk.getByLabel('Neden değiştiriyorsunuz?').fill('Karar geri alındı');
  await desk.keyboard.press('Control+Enter');
  await desk.getByText(/2\. sürüm .* Karar geri alındı/).click();
  await expect(desk.getByText('08.30–12.30, 13.30–17.30').last()).toBeVisible();
});

test('a body that requests are passed to is entered with its number, and stays when the profile is read anew', async ({
  staff,
}) => {
  const desk = await staff('yonetici');
  await desk.goto('/personel/yonetim/belediye');
  await desk.getByRole('button', { name: 'Kurum ekle' }).click();
  await desk.getByLabel('Kurumun adı').last().fill('Karayolları Genel Müdürlüğü');
  await desk.getByLabel('Kısa adı').last().fill('KGM');
  await desk.getByLabel('Neden değiştiriyorsunuz?').fill('Otoyol başvuruları');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByRole('alert').getByText('Kurumlar › KGM › Telefon: aranacak numara eksik')).toBeVisible();
  await expectAccessible(desk);
  await desk.getByLabel('Telefonu').last().fill('159');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(/Yasin Deneme · Otoyol başvuruları/)).toBeVisible();
  await desk.reload();
  await expect(desk.getByLabel('Telefonu').last()).toHaveValue('159');
});

test('a new colour is made readable and is on every page', async ({ staff, citizen }) => {
  const desk = await staff('yonetici');
  await desk.goto('/personel/yonetim/belediye');
  const colour = desk.getByLabel(/Renk/).first();
  const before = await colour.inputValue();
  await colour.fill('#FFD500');
  await expect(desk.getByText(/koyu/).first()).toBeVisible();
  await desk.getByLabel('Neden değiştiriyorsunuz?').fill('Yeni kurumsal renk');
  await desk.keyboard.press('Control+Enter');
  await expect(desk.getByText(/Yayımlandı|koyulttuk/).first()).toBeVisible();
  const phone = await citizen();
  await phone.goto('/');
  const accent = () =>
    phone.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--hs-brand').trim());
  expect((await accent()).toLowerCase()).toBe('#ffd500');
  await colour.fill(before);
  await desk.getByLabel('Neden değiştiriyorsunuz?').fill('Geri aldık');
  await desk.keyboard.press('Control+Enter');
  await expect.poll(async () => (await phone.reload()) && (await accent()).toLowerCase()).toBe(before.toLowerCase());
});
