/**
 * Every screen there is, examined one by one: clean for axe in both themes and both languages, one heading, walkable by keyboard with the
 * focus in sight, whole on the narrowest screen, still for those who want no motion, and in one language at a time.
 */
import type { Page } from '@playwright/test';
import { expectAccessible } from './axe.ts';
import type { House } from './house.ts';
import { DESK, expect, PHONE, test } from './journey.ts';
import { deskScreens } from './screens/desk-screens.ts';
import { portalScreens } from './screens/portal-screens.ts';
import type { Screen } from './screens/screen.ts';
import { walkByKeyboard } from './walk.ts';

const ENGLISH =
  /\b(Loading|Search|Select|Submit|No data|Cancel|Save|Close|Next|Previous|Error|Success|Settings|Request)\b/;
const TURKISH = /\b(ve|için|başvuru|birim|seçin|yazın|değil)\b/i;

for (const screen of portalScreens) {
  test(`${screen.name} holds for everybody`, async ({ visitors, house }) => {
    const page = await visitors.enterAs(screen.as, { mayComplain: screen.mayComplain });
    await screen.open(page, house);
    await examine(page, 'tr');
    expect(await shownToNobody(page), 'words that no eye ever gets to see').toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    const here = page.url();
    await page.goto('/?dil=en');
    await page.goto(here);
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    await expectAccessible(page);
    await page.setViewportSize(PHONE);
    await walkByKeyboard(page);
  });
}

for (const screen of deskScreens) {
  test(`${screen.name} holds for everybody`, async ({ visitors, house }) => {
    const page = await visitors.enterAs(screen.as, { mayComplain: screen.mayComplain });
    await screen.open(page, house);
    await examine(page, 'tr');
    await page.context().close();
    await inEnglishAtNight(await visitors.enterAs(screen.as, { mayComplain: screen.mayComplain }), screen, house);
  });
}

async function examine(page: Page, language: 'tr' | 'en'): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('lang', language);
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  expect(await page.title()).not.toBe('');
  await expectAccessible(page);
  expect(await ownWords(page), 'English left in a Turkish page').not.toMatch(ENGLISH);
  expect(await moving(page), 'what moves though no motion was asked for').toEqual([]);
  await page.setViewportSize({ width: 320, height: 690 });
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth), 'wider than its screen').toBe(320);
}

async function inEnglishAtNight(page: Page, screen: Screen, house: House): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('hemsehri-desk-settings', '{"language":"en","theme":"dark"}'));
  await page.setViewportSize(DESK);
  await screen.open(page, house);
  await expect(page.locator('html')).toHaveAttribute('lang', 'en');
  await expectAccessible(page);
  const said = await page.locator('nav, button').allInnerTexts();
  expect(said.join(' '), 'Turkish left in an English page').not.toMatch(TURKISH);
  await page.context().setOffline(false);
  await walkByKeyboard(page);
}

/** The page's own words: what people wrote, names and codes may be in any language. */
function ownWords(page: Page): Promise<string> {
  return page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    for (const foreign of copy.querySelectorAll('[lang=en], script, style, kbd, .words, [data-request]'))
      foreign.remove();
    return copy.textContent ?? '';
  });
}

/** Hidden although nothing says that it waits for something: a style sheet's slip, which neither axe nor a reader of the markup would find. */
function shownToNobody(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const waits =
      '[hidden], [hidden] *, details:not([open]) *, .inside *, .who, .who *, .no-script, .no-script *, .choose, template *';
    return [...document.querySelectorAll('main :is(p, a, button, label, legend, li, h1, h2, td, dd)')]
      .filter((each) => !each.matches(waits) && (each.textContent ?? '').trim() !== '')
      .filter((each) => getComputedStyle(each).display === 'none')
      .map((each) => (each.textContent ?? '').trim());
  });
}

function moving(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    document
      .getAnimations()
      .filter((each) => each.playState === 'running' && Number(each.effect?.getTiming().duration) > 1)
      .map((each) => (each.effect as KeyframeEffect).target?.className.toString() ?? ''),
  );
}
