/** J K and the arrows move the focus along the rows of a page; each row says of itself that it is one. */
import type { RefObject } from 'react';
import { useShortcut } from './shortcuts.ts';

/** @param rows what matches a row's own place to stand: a link in it, or the row itself with a tabindex */
export function useRowKeys(
  page: RefObject<HTMLElement | null>,
  rows: string,
  words: { next: string; previous: string },
): (by: number) => void {
  const step = (by: number) => {
    const list = [...(page.current?.querySelectorAll<HTMLElement>(rows) ?? [])];
    const at = list.findIndex((row) => row.contains(document.activeElement));
    list[Math.min(list.length - 1, Math.max(0, at + by))]?.focus();
  };
  useShortcut('J', words.next, () => step(1));
  useShortcut('ArrowDown', words.next, () => step(1));
  useShortcut('K', words.previous, () => step(-1));
  useShortcut('ArrowUp', words.previous, () => step(-1));
  return step;
}
