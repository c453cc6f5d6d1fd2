/** What a page may weigh on its way to a citizen's phone or a clerk's desk, measured from the wire (gzip). */
import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';

const KB = 1000;

test('the front door comes in 30 kB of page and styles, 60 kB of script, and one small font', async ({ citizen }) => {
  const loaded = await weigh(await citizen(), '/');
  expect(loaded.document + loaded.stylesheet).toBeLessThanOrEqual(30 * KB);
  expect(loaded.script).toBeLessThanOrEqual(60 * KB);
  expect(loaded.font).toBeLessThanOrEqual(35 * KB);
});

test('the desk stands after 250 kB of script and styles', async ({ staff }) => {
  const page = await staff('sibel');
  const loaded = await weigh(page, '/personel/isler');
  await expect(page.locator('[data-request]').first()).toBeVisible();
  expect(loaded.script + loaded.stylesheet).toBeLessThanOrEqual(250 * KB);
});

type Weights = Record<'document' | 'stylesheet' | 'script' | 'font' | 'image', number>;

/** A proxy compresses in front of the program, so text is counted as gzip would make it. */
async function weigh(page: Page, address: string): Promise<Weights> {
  const weights: Weights = { document: 0, stylesheet: 0, script: 0, font: 0, image: 0 };
  const counted: Promise<void>[] = [];
  page.on('response', (answer) => {
    const kind = answer.request().resourceType() as keyof Weights;
    if (!(kind in weights)) return;
    counted.push(
      answer.body().then((body) => {
        weights[kind] += kind === 'font' || kind === 'image' ? body.length : gzipSync(body).length;
      }),
    );
  });
  await page.goto(address);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.evaluate(() => document.fonts.ready);
  await Promise.all(counted);
  return weights;
}
