import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** No violation of WCAG 2.2 AA, told with the element it stands on. A page that is still coming has nothing to be examined yet. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect(page.locator('h1').first()).toBeAttached();
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  const told = violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ html, any, all }) => `${id}: ${help}\n  ${html.slice(0, 300)}\n  ${[...any, ...all][0]?.message ?? ''}`,
    ),
  );
  expect(told, new URL(page.url()).pathname).toEqual([]);
}
