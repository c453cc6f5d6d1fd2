import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';

interface Stop {
  what: string;
  seen: boolean;
  covered: boolean;
  /** How many stops it has in itself: a native date has day, month, year and its calendar, a native time as many, and both in one field seven. */
  parts: number;
}

const MOST_STEPS = 60;

/** Tab from stop to stop: each shows that it has the focus and lies in sight, and none holds the walker fast. */
export async function walkByKeyboard(page: Page): Promise<void> {
  const stops: Stop[] = [];
  for (let step = 0; step < MOST_STEPS; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(describeFocus);
    if (stop === null) break;
    if (step > 0 && stop.what === stops[0]!.what) break;
    stops.push(stop);
  }
  expect(stops.length, 'stops').toBeGreaterThan(0);
  expect(
    stops.filter(({ seen }) => !seen).map(({ what }) => what),
    'focus that cannot be seen',
  ).toEqual([]);
  expect(
    stops.filter(({ covered }) => covered).map(({ what }) => what),
    'focus under something',
  ).toEqual([]);
  const repeated = stops.filter(({ what, parts }, place) => stops[place - parts]?.what === what);
  expect(repeated, 'where Tab does not lead on').toEqual([]);
}

/** Runs in the page. Null: the focus has left it. */
function describeFocus(): Stop | null {
  const focused = document.activeElement;
  if (!(focused instanceof HTMLElement || focused instanceof SVGElement) || focused === document.body) return null;
  // A native choice draws its ring on the line or chip around it.
  const around = [
    focused,
    ...ancestors(focused, 3),
    ...(focused instanceof HTMLInputElement ? [...(focused.labels ?? [])] : []),
  ];
  const next = focused.nextElementSibling;
  const seen = [...around, ...(next ? [next] : [])].some(hasRing);
  const box = focused.getBoundingClientRect();
  const middle = document.elementFromPoint(box.x + Math.min(box.width / 2, 20), box.y + Math.min(box.height / 2, 10));
  const inSight =
    box.width <= 1 || (middle !== null && (around.some((each) => each.contains(middle)) || middle.contains(focused)));
  const path = [...ancestors(focused, 20)]
    .map((each) => [...(each.parentElement?.children ?? [])].indexOf(each))
    .join('.');
  return {
    what: `${focused.tagName} ${focused.id} ${(focused.textContent ?? '').trim().slice(0, 40)} ${path}`,
    seen,
    covered: !inSight,
    parts: focused instanceof HTMLInputElement ? partsOf(focused.type) : 1,
  };

  function partsOf(type: string): number {
    if (type === 'datetime-local') return 7;
    return type === 'date' || type === 'time' ? 4 : 1;
  }

  function ancestors(from: Element, most: number): Element[] {
    const found: Element[] = [];
    for (let each = from.parentElement; each && found.length < most; each = each.parentElement) found.push(each);
    return found;
  }

  function hasRing(element: Element): boolean {
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2) || boxShadow.includes('0px 0px 0px');
  }
}
