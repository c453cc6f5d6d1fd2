/**
 * Draws docs/screens anew: every screen at three widths, the narrow and the wide one in light and dark, the main ones also in the colours of two other municipalities.
 * Only when asked for (HEMSEHRI_SCREENS=1), because pictures differ by a pixel from one machine to the next.
 */
import { mkdir, rm } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import sharp from 'sharp';
import { expect, test } from './journey.ts';
import { writeIndex } from './screens/gallery-index.ts';
import { deskScreens } from './screens/desk-screens.ts';
import { galleryScreens } from './screens/many-requests.ts';
import { portalScreens } from './screens/portal-screens.ts';

const FOLDER = new URL('../docs/screens/', import.meta.url).pathname;
const SIZES = [
  { width: 320, height: 690 },
  { width: 768, height: 1024 },
  { width: 1440, height: 900 },
];
const ACCENTS = { yellow: '#FFD500', red: '#E30613' };
// The desk first, while the world is as it was made; what citizens send in the portal's pictures would stand in its lists.
const screens = [...deskScreens, ...portalScreens, ...galleryScreens];

test.describe.configure({ timeout: 300_000 });

test('the gallery begins empty', async () => {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
});

for (const screen of screens) {
  test(`${screen.name} is pictured`, async ({ visitors, house }) => {
    const first = await visitors.enterAs(screen.as, { mayComplain: screen.mayComplain });
    for (const size of SIZES) {
      // A tab of its own: what one tab began (a call, a draft) it would go on with.
      const page = await first.context().newPage();
      await page.setViewportSize(size);
      await screen.open(page, house);
      await picture(page, `${screen.name}-${size.width}`);
      await page.context().setOffline(false);
      await page.close();
    }
  });
}

for (const [name, accent] of Object.entries(ACCENTS)) {
  test(`the main screens are pictured in ${name}`, async ({ visitors, house }) => {
    await paintHouse(await visitors.enterAs('yonetici'), accent);
    for (const screen of screens.filter(({ main }) => main)) {
      const page = await visitors.enterAs(screen.as);
      const size = screen.as === 'citizen' ? SIZES[0]! : SIZES[2]!;
      await page.setViewportSize(size);
      await screen.open(page, house);
      await picture(page, `${screen.name}-${size.width}`, `-${name}`);
      await page.context().close();
    }
  });
}

test('the gallery has an index', async () => {
  expect(await writeIndex(FOLDER, screens, Object.keys(ACCENTS))).toBeGreaterThan(screens.length);
});

/** The municipality's own colour, as its administrator changes it. */
async function paintHouse(page: Page, accent: string): Promise<void> {
  const profile = (await (await page.request.get('/api/v1/municipality')).json()) as object;
  const answer = await page.request.put('/api/v1/municipality', {
    data: { profile: { ...profile, accent }, reason: 'Galeri' },
  });
  expect(answer.ok(), await answer.text()).toBe(true);
}

/** Long pages are cut: what comes after three screens is more of the same. */
const TALLEST = { 320: 2000, 768: 1500, 1440: 1300 } as Record<number, number>;

async function picture(page: Page, name: string, suffix = ''): Promise<void> {
  const width = page.viewportSize()!.width;
  const schemes = width === 768 ? (['light'] as const) : (['light', 'dark'] as const);
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    const fullPage = !page.url().includes('/personel');
    const shot = sharp(await page.screenshot({ fullPage, animations: 'disabled', caret: 'hide' }));
    const height = Math.min((await shot.metadata()).height, TALLEST[width]!);
    await shot
      .extract({ left: 0, top: 0, width, height })
      .webp({ quality: 62, effort: 5 })
      .toFile(`${FOLDER}${name}-${colorScheme}${suffix}.webp`);
  }
}
