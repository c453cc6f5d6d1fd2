/** A list as long as on a Monday morning: everyday sentences, recorded at the counter through the same call the desk makes. */
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Screen } from './screen.ts';

const MANY = 60;

/** Only pictured: what holds for the short list holds for the long one, and the demo's telephone is no part of the product. */
export const galleryScreens: Screen[] = [
  { name: 'portal-demo-phone', as: 'citizen', open: (page) => page.goto('/demo/telefon') },
  { name: 'desk-list-many', as: 'elif', open: toLongList },
  { name: 'desk-list-many-filtered', as: 'elif', open: (page) => toLongList(page, '?topics=YOL-01,YOL-04') },
];

async function toLongList(page: Page, query: unknown = ''): Promise<void> {
  await recordMany(page);
  await page.goto(`/personel/isler${typeof query === 'string' ? query : ''}`);
  await expect(page.locator('[data-request]').nth(2)).toBeVisible();
}

let recorded = false;

async function recordMany(page: Page): Promise<void> {
  if (recorded) return;
  recorded = true;
  const file = new URL('../../data/everyday-sentences.json', import.meta.url);
  const { sentences } = JSON.parse(await readFile(file, 'utf8')) as { sentences: { text: string; topic: string }[] };
  const neighbourhoods = (await (await page.request.get('/api/v1/neighbourhoods')).json()) as { id: number }[];
  for (let at = 0; at < MANY; at += 1) {
    const { text, topic } = sentences[(at * 7) % sentences.length]!;
    await page.request.post('/api/v1/requests', {
      data: {
        ...{ channel: 'desk', kind: 'complaint', text, language: 'tr', topic, answers: [], danger: false },
        person: { name: 'Deniz Örnek', notifyBy: 'none' },
        place: {
          ...{ neighbourhoodId: neighbourhoods[at % neighbourhoods.length]!.id, street: null, door: null },
          description: 'Muhtarlığın yanı',
        },
        clientKey: `gallery-${at}`.padEnd(32, '0'),
      },
    });
  }
}
