/** The desk: every screen, and the states a clerk meets. The ways there are by address and by key, so that they work in both languages. */
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Screen } from './screen.ts';

const CALLER = '0555 000 00 47';

export const deskScreens: Screen[] = [
  { name: 'desk-sign-in', as: 'stranger', open: (page) => go(page, '/personel', 'input[name=password]'), main: true },
  { name: 'desk-list', as: 'sibel', open: toList, main: true },
  { name: 'desk-list-empty', as: 'sibel', open: (page) => go(page, '/personel/isler?text=bulunmaz', 'h1') },
  { name: 'desk-list-nothing', as: 'halil', open: (page) => go(page, '/personel/isler', 'h1') },
  { name: 'desk-list-filter', as: 'sibel', open: toFilter },
  { name: 'desk-list-facet', as: 'sibel', open: toFacet },
  { name: 'desk-list-columns', as: 'sibel', open: toColumns },
  { name: 'desk-list-bulk', as: 'sibel', open: toBulk },
  { name: 'desk-map', as: 'sibel', open: (page) => go(page, '/personel/isler?open=all&show=map', '[data-pin]') },
  {
    name: 'desk-map-no-point',
    as: 'sibel',
    open: (page) => go(page, '/personel/isler?open=all&show=map&neighbourhoods=23', '#result-map'),
  },
  { name: 'desk-map-shade', as: 'sibel', open: (page) => go(page, '/personel/isler?show=shade', 'table') },
  { name: 'desk-list-error', as: 'sibel', open: toError, mayComplain: /503/ },
  { name: 'desk-list-offline', as: 'sibel', open: toOffline, mayComplain: /ERR_INTERNET_DISCONNECTED/ },
  { name: 'desk-request', as: 'sibel', open: request('Yaşlılar yola iniyor'), main: true },
  { name: 'desk-request-late', as: 'mustafa', open: request('Asfalt kazıldı'), main: true },
  { name: 'desk-request-reopen', as: 'sibel', open: request('yüksek sesle müzik') },
  { name: 'desk-request-review', as: 'sibel', open: request('kütüphane köşesi') },
  { name: 'desk-request-reply', as: 'fatih', open: request('Yaşlılar yola iniyor', 'y') },
  { name: 'desk-request-note', as: 'fatih', open: request('Yaşlılar yola iniyor', 'n') },
  { name: 'desk-request-conclude', as: 'fatih', open: request('Yaşlılar yola iniyor', 's') },
  { name: 'desk-request-assign', as: 'sibel', open: request('Yaşlılar yola iniyor', 'h') },
  { name: 'desk-request-reveal', as: 'sibel', open: toReveal },
  { name: 'desk-request-promise', as: 'mustafa', open: request('Yaşlılar yola iniyor', 'l', 'v') },
  { name: 'desk-request-remedy', as: 'sibel', open: request('Boş arsaya park', 'l', 't') },
  { name: 'desk-request-merge', as: 'sibel', open: toMerge },
  { name: 'desk-request-forbidden', as: 'pinar', open: toForbidden },
  { name: 'desk-request-asked', as: 'sibel', open: request('elektrik teline değiyor') },
  { name: 'desk-request-hear', as: 'elif', open: toHear },
  { name: 'desk-palette', as: 'sibel', open: toPalette },
  { name: 'desk-call-start', as: 'elif', open: (page) => go(page, '/personel/cagri', 'input[type=tel]') },
  { name: 'desk-call', as: 'elif', open: toCall, main: true },
  { name: 'desk-call-saved', as: 'elif', open: toSavedCall },
  { name: 'desk-call-close', as: 'elif', open: toClosing },
  { name: 'desk-new', as: 'elif', open: (page) => go(page, '/personel/yeni', '#intake-text') },
  { name: 'desk-figures', as: 'sibel', open: (page) => go(page, '/personel/rakamlar', 'table'), main: true },
  { name: 'desk-messages', as: 'sibel', open: (page) => go(page, '/personel/iletiler', 'h1') },
  { name: 'desk-settings-topics', as: 'yonetici', open: (page) => settle(page, '/personel/yonetim/konular') },
  { name: 'desk-settings-topic', as: 'yonetici', open: (page) => settle(page, '/personel/yonetim/konular/YOL-04') },
  { name: 'desk-settings-group', as: 'yonetici', open: (page) => settle(page, '/personel/yonetim/konu-gruplari/YOL') },
  {
    name: 'desk-settings-directorates',
    as: 'yonetici',
    open: (page) => settle(page, '/personel/yonetim/mudurlukler/FEN'),
  },
  { name: 'desk-settings-texts', as: 'yonetici', open: (page) => settle(page, '/personel/yonetim/metinler') },
  {
    name: 'desk-settings-portal-text',
    as: 'yonetici',
    open: (page) => settle(page, '/personel/yonetim/portal-metinleri/privacy-notice'),
  },
  { name: 'desk-settings-holidays', as: 'yonetici', open: (page) => settle(page, '/personel/yonetim/tatiller') },
  { name: 'desk-settings-week', as: 'yonetici', open: (page) => settle(page, '/personel/yonetim/calisma-haftasi') },
  { name: 'desk-settings-municipality', as: 'yonetici', open: (page) => settle(page, '/personel/yonetim/belediye') },
  { name: 'desk-settings-units', as: 'yonetici', open: (page) => settle(page, '/personel/yonetim/birimler/FEN-YOL') },
  { name: 'desk-settings-role', as: 'yonetici', open: (page) => settle(page, '/personel/yonetim/gorevler/yeni') },
  { name: 'desk-settings-staff', as: 'yonetici', open: (page) => settle(page, '/personel/yonetim/calisanlar') },
  { name: 'desk-settings-ladder', as: 'yonetici', open: toLadder },
  { name: 'desk-settings-season', as: 'yonetici', open: (page) => settle(page, '/personel/yonetim/mevsimler/yeni') },
  { name: 'desk-audit', as: 'yonetici', open: (page) => go(page, '/personel/denetim', 'h2') },
  { name: 'desk-audit-export', as: 'yonetici', open: toAuditExport },
  { name: 'desk-approvals', as: 'mustafa', open: (page) => go(page, '/personel/onaylar', 'main h1') },
  { name: 'desk-standard-text', as: 'sibel', open: (page) => settle(page, '/personel/standart-yanitlar/yeni') },
  { name: 'desk-known-problem', as: 'sibel', open: (page) => settle(page, '/personel/bilinen-sorunlar/yeni') },
  { name: 'desk-call-back', as: 'sibel', open: toCallBack },
  { name: 'desk-triage', as: 'sibel', open: (page) => go(page, '/personel/yonlendirme', 'h1') },
  { name: 'desk-call-backs', as: 'sibel', open: (page) => go(page, '/personel/geri-arama', '#call-back-results') },
  { name: 'desk-watch', as: 'sibel', open: (page) => go(page, '/personel/gidisat', '#load') },
  { name: 'desk-planned', as: 'pinar', open: (page) => go(page, '/personel/planli-isler', '[data-job]') },
  { name: 'desk-planned-put-off', as: 'pinar', open: toPutOff },
  { name: 'desk-planned-nothing', as: 'halil', open: (page) => go(page, '/personel/planli-isler', 'h1') },
  { name: 'desk-plan', as: 'sibel', open: (page) => go(page, '/personel/is-planlari/yeni', '#plan-preview') },
  { name: 'desk-hand-over', as: 'sibel', open: toHandOver },
  { name: 'desk-absences', as: 'mustafa', open: (page) => go(page, '/personel/izinler', '#absences') },
  { name: 'desk-notices', as: 'mustafa', open: (page) => go(page, '/personel/bildirimler', '#choices') },
  { name: 'desk-profile', as: 'sibel', open: (page) => go(page, '/personel/profil', 'h1') },
  { name: 'desk-keyboard', as: 'sibel', open: (page) => go(page, '/personel/kisayollar', 'h1') },
  { name: 'desk-not-found', as: 'sibel', open: (page) => go(page, '/personel/boyle-bir-ekran-yok', 'h1') },
];

async function go(page: Page, address: string, sign: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator(sign).first()).toBeVisible();
}

/** Administration reads a list and a document; it stands when nothing is being read any more. */
async function settle(page: Page, address: string): Promise<void> {
  await go(page, address, 'main h1');
  await expect(page.getByText(/^(Okunuyor|Reading)…$/)).toHaveCount(0);
}

/** What would be told whom stands at its foot, asked of the server. */
async function toLadder(page: Page): Promise<void> {
  await settle(page, '/personel/yonetim/yukseltme/YOL');
  await expect(page.getByText('Mustafa Deneme').first()).toBeVisible();
}

async function toCallBack(page: Page): Promise<void> {
  await go(page, '/personel/geri-arama', '[data-call]');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('radiogroup').first()).toBeVisible();
}

async function toPutOff(page: Page): Promise<void> {
  await go(page, '/personel/planli-isler', '[data-job]');
  // By the mouse, at a row that is not the current one.
  await page
    .locator('[data-job]')
    .nth(2)
    .getByRole('button', { name: /^(Başka güne al|Put off to another day)/ })
    .click();
  await expect(page.locator('form input[type=date]')).toBeFocused();
}

async function toHandOver(page: Page): Promise<void> {
  await go(page, '/personel/devir', 'main h1');
  const who = page.locator('main').getByRole('combobox');
  await who.fill('Mustafa');
  await page.getByRole('option', { name: /^Mustafa Deneme/ }).click();
  await expect(page.locator('main h1')).toContainText('Mustafa Deneme');
}

async function toList(page: Page): Promise<void> {
  await go(page, '/personel/isler', '[data-request]');
}

async function toFilter(page: Page): Promise<void> {
  await toList(page);
  await page.keyboard.press('f');
  await expect(page.getByRole('dialog')).toBeVisible();
}

async function toFacet(page: Page): Promise<void> {
  await go(page, '/personel/isler?neighbourhoods=!1,2&has=!danger&open=all', 'h1');
  await page.locator('[data-chip=neighbourhoods]').click();
  await expect(page.getByRole('dialog').locator('input[type=radio]').first()).toBeAttached();
}

async function toColumns(page: Page): Promise<void> {
  await go(page, '/personel/isler?columns=number,topic,state,received,person', '[data-request]');
  await page.keyboard.press('l');
  await page.keyboard.press('s');
  await expect(page.getByRole('dialog')).toBeVisible();
}

/** Two rows chosen, and what accepting them and undoing it would do. */
async function toBulk(page: Page): Promise<void> {
  await go(page, '/personel/isler?states=assigned', '[data-request]');
  for (const key of ['j', 'x', 'Shift+ArrowDown', 'd']) await page.keyboard.press(key);
  await expect(page.locator('form p').first()).toBeVisible();
}

async function toError(page: Page): Promise<void> {
  await page.route(/\/api\/v1\/requests\?/, (route) => route.fulfill({ status: 503, json: { refusal: 'fault' } }));
  await page.route(/\/api\/v1\/requests$/, (route) => route.fulfill({ status: 503, json: { refusal: 'fault' } }));
  await go(page, '/personel/isler', '[role=alert]');
}

async function toOffline(page: Page): Promise<void> {
  await toList(page);
  // The request page is fetched a moment after the list stands; offline begins after that, as it would for a clerk at work.
  await expect
    .poll(() =>
      page.evaluate(
        () => performance.getEntriesByType('resource').filter(({ name }) => /request-view.*css/.test(name)).length,
      ),
    )
    .toBeGreaterThan(0);
  await page.context().setOffline(true);
  await page.locator('[data-request]').nth(1).click();
  await expect(page.getByText(/^(Bağlantı yok\.|No connection\.)/)).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
}

function request(words: string, ...keys: string[]): Screen['open'] {
  return async (page, house) => {
    const { id } = await house.requestWith(words);
    await go(page, `/personel/isler/${id}`, '#request-title');
    await expect(page.locator('[data-request]').first()).toBeAttached();
    if (keys.length === 0) return;
    // The keys are there with the steps.
    await expect(page.getByRole('button', { name: /^(Diğer adımlar|Other steps)/ })).toBeVisible();
    for (const key of keys) await page.keyboard.press(key);
    await expect(page.locator('form[data-door]')).toBeVisible();
  };
}

/** The key is there with the line it stands on, which comes after the steps. */
async function toMerge(page: Page, house: Parameters<Screen['open']>[1]): Promise<void> {
  await request('Yol çökmüş')(page, house);
  await expect(page.getByRole('button', { name: /^(Birleştir|Merge) B$/ })).toBeVisible();
  await page.keyboard.press('b');
  await expect(page.locator('form[data-door]')).toBeVisible();
}

async function toReveal(page: Page, house: Parameters<Screen['open']>[1]): Promise<void> {
  await request('Yaşlılar yola iniyor')(page, house);
  await page
    .getByRole('button', { name: /^(Göster…|Show…)$/ })
    .first()
    .click();
  await expect(page.getByRole('radiogroup')).toBeVisible();
}

async function toHear(page: Page, house: Parameters<Screen['open']>[1]): Promise<void> {
  await request('elektrik teline değiyor')(page, house);
  await page.keyboard.press('l');
  await page.keyboard.press('y');
  await expect(page.locator('form[data-door]')).toBeVisible();
}

async function toForbidden(page: Page, house: Parameters<Screen['open']>[1]): Promise<void> {
  const { id } = await house.requestWith('Yaşlılar yola iniyor');
  await page.goto(`/personel/isler/${id}`);
  await expect(page.getByText(/görme yetkiniz yok|may not see/)).toBeVisible();
}

async function toPalette(page: Page): Promise<void> {
  await toList(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('kaldirim');
  await expect(page.getByRole('option', { name: /kaldırım çökmüş/ }).first()).toBeVisible();
}

async function toCall(page: Page): Promise<void> {
  await go(page, `/personel/cagri?arayan=${encodeURIComponent(CALLER)}`, 'input[type=tel]');
  await page.keyboard.press('F2');
  await page.locator('#intake-text').fill('kaldırım çökmüş, bebek arabası geçmiyor');
  await expect(page.getByRole('radio', { name: /YOL-04/ })).toBeChecked();
  await page.locator('[data-field=neighbourhood]').fill('serif');
  await page.locator('[data-field=neighbourhood]').press('Enter');
  await page.locator('[data-field=neighbourhood]').blur();
}

async function toSavedCall(page: Page): Promise<void> {
  await toCall(page);
  await page.getByLabel(/^(Yeri tarif edin|Describe the place)$/).fill('sağlık ocağının karşısı');
  await page.locator('[data-field=name]').fill('Emine Örnek');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('heading', { level: 2, name: /^[0-9A-Z]{4}-[0-9A-Z]{4}-[0-9A-Z]{3}$/ })).toBeVisible();
}

async function toAuditExport(page: Page): Promise<void> {
  await go(page, '/personel/denetim?tur=access', 'h2');
  await page.keyboard.press('s');
  await expect(page.getByLabel(/^(Neden dışa aktarıyorsunuz\?|Why do you export this\?)$/)).toBeFocused();
}

async function toClosing(page: Page): Promise<void> {
  await go(page, '/personel/cagri', 'input[type=tel]');
  await page.keyboard.press('F2');
  await expect(page.locator('#intake-text')).toBeVisible();
  await page.keyboard.press('F7');
  await expect(page.getByRole('group', { name: /Çağrı neden kapanıyor|Why is the call closed/ })).toBeVisible();
}
