/** Who is away is stood in for, who leaves hands over, and snow changes what a citizen reads: each by the people who do it. */
import { expectAccessible } from './axe.ts';
import { expect, test } from './journey.ts';
import { report } from './portal-steps.ts';

test('a manager goes on leave, and everybody who chooses reads who stands in', async ({ staff, house }) => {
  const manager = await staff('mustafa');
  await manager.goto('/personel/izinler');
  await expect(manager.getByRole('heading', { name: 'İzin ve vekâlet' })).toBeVisible();
  const today = await house.today();
  await manager.getByLabel('İlk gün').fill(today);
  await manager.getByLabel('Son gün').fill(today);
  await manager.getByRole('combobox', { name: 'Yerine bakan' }).fill('Fatih');
  await manager.getByRole('option', { name: /^Fatih Deneme/ }).click();
  await expectAccessible(manager);
  await manager.keyboard.press('Control+Enter');
  await expect(manager.getByText('Kaydedildi. Yerine bakana bildirildi.')).toBeVisible();
  const delegate = await staff('fatih');
  await delegate.goto('/personel/bildirimler');
  await expect(delegate.getByText(/Mustafa Deneme yerine/).first()).toBeVisible();
  // The other way round would leave nobody.
  await delegate.goto('/personel/izinler');
  await delegate.getByLabel('İlk gün').fill(today);
  await delegate.getByLabel('Son gün').fill(today);
  await delegate.getByRole('combobox', { name: 'Yerine bakan' }).fill('Mustafa');
  const absent = delegate.getByRole('option', { name: /Mustafa Deneme · izinde, .*yerine Fatih Deneme/ });
  await absent.click();
  await delegate.keyboard.press('Control+Enter');
  await expect(delegate.getByRole('alert')).toContainText('işler kimsede kalmaz');
  await manager.getByRole('button', { name: 'Bugün bitir' }).click();
  await expect(manager.getByText('İzin kaldırıldı.')).toBeVisible();
});

test('an account with work in hand is closed only together with its hand-over', async ({ staff, citizen }) => {
  await report(await citizen(), {
    text: 'Yolda büyük bir çukur var',
    topic: 'Asfalt Onarımı',
    neighbourhood: 'Site',
    description: 'Okulun önü',
    who: { name: 'Cansu Örnek', phone: '0555 000 77 31' },
  });
  const administrator = await staff('yonetici');
  // Nobody of the demo: others of these journeys need them.
  const leaver = {
    ...{ username: 'emine', name: 'Emine Deneme', role: 'clerk', directorate: 'FEN', unit: null },
    password: 'emekliligine-az-kaldi',
  };
  expect((await administrator.request.post('/api/v1/staff', { data: leaver })).ok()).toBe(true);
  const manager = await staff('mustafa');
  await manager.goto('/personel/isler');
  await manager.getByText('Yolda büyük bir çukur var').first().click();
  // The keys are there with the steps.
  await expect(manager.getByRole('button', { name: /^Diğer adımlar/ })).toBeVisible();
  await manager.keyboard.press('l');
  await manager.keyboard.press('h');
  await manager.getByRole('combobox', { name: 'Kime' }).fill('Emine');
  await manager.getByRole('option', { name: /^Emine Deneme/ }).click();
  await manager.keyboard.press('Control+Enter');
  await expect(manager.getByText(/Birim içinde verildi: .*Emine Deneme/).first()).toBeVisible();

  await administrator.goto('/personel/yonetim/calisanlar');
  await administrator.getByRole('link', { name: /^Emine Deneme/ }).click();
  await administrator.getByLabel('Giriş yapabilir').uncheck();
  await administrator.getByRole('button', { name: 'Kaydet' }).click();
  await expect(administrator.getByRole('alert')).toContainText('elinde iş var');
  await administrator.getByRole('link', { name: 'İşlerini devret…' }).click();
  await expect(administrator.getByText(/Okumadan devredilir/)).toBeVisible();
  await administrator.getByLabel('Birime ya da müdürlüğe geri').check();
  await administrator.getByLabel('Neden devrediliyor?').fill('Emekli oldu');
  await administrator.getByLabel('Hesabı da şimdi kapat').check();
  await expectAccessible(administrator);
  await administrator.keyboard.press('Control+Enter');
  await expect(administrator.getByText('Bu hesap kapalı.')).toBeVisible();
  await expect(administrator.getByText(/Bitti: \d+ yapıldı/)).toBeVisible({ timeout: 20_000 });
  await expect(administrator.getByText('Elinde devredilecek bir şey yok.')).toBeVisible({ timeout: 20_000 });
  await manager.goto('/personel/bildirimler');
  await expect(manager.getByText(/Ayrılan birinin işi/).first()).toBeVisible();
});

test('snow mode switched on changes what a citizen reads, and what was promised before stays', async ({
  staff,
  citizen,
}) => {
  const administrator = await staff('yonetici');
  await administrator.goto('/personel/yonetim/mevsimler/yeni');
  await administrator.getByLabel('Kısa adı').fill('kar');
  await administrator.getByLabel('Adı, Türkçe').fill('Kar modu');
  await administrator.getByLabel('Adı, İngilizce').fill('Snow mode');
  await administrator.getByLabel('Portalda herkesin okuduğu, Türkçe').fill('Önce hastane yolları açılır.');
  await administrator.getByLabel('Portalda herkesin okuduğu, İngilizce').fill('Hospital roads first.');
  await administrator.getByRole('combobox', { name: 'Konu ekle' }).fill('YOL-01');
  await administrator.getByRole('option', { name: /YOL-01/ }).click();
  await administrator.getByLabel('Sonuç').selectOption('hours');
  await administrator.getByLabel('Neden değiştiriyorsunuz?').fill('Kış hazırlığı');
  await expectAccessible(administrator);
  await administrator.keyboard.press('Control+Enter');
  await expect(administrator.getByRole('heading', { name: 'Kar modu' })).toBeVisible();
  const phone = await citizen();
  await phone.goto('/');
  await expect(phone.getByText('Önce hastane yolları açılır.')).toHaveCount(0);

  const supervisor = await staff('sibel');
  await supervisor.goto('/personel/yonetim/mevsimler/kar');
  await expect(supervisor.getByText(/Sonuç: .* yerine 1 saat/)).toBeVisible();
  await supervisor.getByLabel('Neden?').fill('Yoğun kar');
  await supervisor.getByRole('button', { name: 'Aç', exact: true }).click();
  await expect(supervisor.getByText('Kar modu şimdi açık.')).toBeVisible();
  await expect(supervisor.getByText('Açık: Kar modu')).toBeVisible();
  await expect
    .poll(async () => {
      await phone.goto('/');
      return phone.getByText('Önce hastane yolları açılır.').count();
    })
    .toBe(1);
  await expectAccessible(phone);
  await supervisor.getByLabel('Neden?').fill('Kar durdu');
  await supervisor.getByRole('button', { name: 'Kapat', exact: true }).click();
  await expect(supervisor.getByText('Kar modu şimdi kapalı.')).toBeVisible();
});
