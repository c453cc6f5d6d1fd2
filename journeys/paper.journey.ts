/** What comes out of the printer: paper has no grounds, nothing to unfold and no screen around it, and a dark screen prints dark on white. */
import type { Page } from '@playwright/test';
import { expect, test } from './journey.ts';
import { report } from './portal-steps.ts';

test('a case on paper says whose it is, what is overdue and why, and shows no buttons', async ({ staff, house }) => {
  const page = await staff('sibel', { colorScheme: 'dark' });
  const { id } = await house.requestWith('Asfalt kazıldı');
  await page.goto(`/personel/isler/${id}`);
  // Whoever prints has read: the page is whole before it goes to paper.
  await expect(page.getByText('neden?').filter({ visible: true }).first()).toBeVisible();
  await expect(page.getByText(/Yazdıran/)).toBeHidden();
  await expect(page.getByText('Konu YOL-01 bu müdürlüğün.')).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(/^Ümraniye Belediyesi · Çözüm Merkezi · Yazdıran: Sibel Deneme, \d/)).toBeVisible();
  await expect(page.getByText('Konu YOL-01 bu müdürlüğün.')).toBeVisible();
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByRole('button', { name: /Sonuçlandır|Göster|neden/ })).toHaveCount(0);
  const late = page.getByText(/Söz doldu/);
  expect(await inked(late), 'dark on nothing, in a frame').toEqual({ color: 'rgb(0, 0, 0)', frame: true });
  expect((await page.pdf({ format: 'A4', preferCSSPageSize: true })).subarray(0, 5).toString()).toBe('%PDF-');
});

test('a citizen’s page fits one sheet, without buttons', async ({ citizen }) => {
  const page = await citizen({ colorScheme: 'dark' });
  const number = await report(page, {
    text: 'Parkta salıncak kırık',
    neighbourhood: 'Site',
    description: 'Kapının yanı',
    who: 'anonymous',
  });
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText(number)).toBeVisible();
  await expect(page.getByRole('button')).toHaveCount(0);
  await expect(page.getByRole('link', { name: 'Not veya fotoğraf ekle' })).toBeHidden();
  const pdf = (await page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1');
  expect(/\/Type \/Pages[^>]*\/Count (\d+)/.exec(pdf)?.[1]).toBe('1');
});

function inked(mark: ReturnType<Page['getByText']>) {
  return mark.evaluate((element) => {
    const { color, borderTopStyle, borderTopWidth } = getComputedStyle(element);
    return { color, frame: borderTopStyle === 'solid' && parseFloat(borderTopWidth) >= 1 };
  });
}
