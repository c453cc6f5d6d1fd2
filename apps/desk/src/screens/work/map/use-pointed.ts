/** A row and its pin point at each other: what is under the hand or the focus on one side is marked on both. */
import { useEffect } from 'react';

const MARK = 'data-pointed';

/** Marks elements and not state: a list of hundreds of rows is not drawn anew for a hand that passes over it. */
export function usePointed(): void {
  useEffect(() => {
    const point = (event: Event) => {
      const place =
        event.target instanceof Element ? event.target.closest<HTMLElement>('[data-request], [data-pin]') : null;
      const id = place?.dataset.request ?? place?.dataset.pin;
      for (const each of document.querySelectorAll(`[${MARK}]`)) each.removeAttribute(MARK);
      if (id === undefined) return;
      for (const each of document.querySelectorAll(
        `[data-request="${CSS.escape(id)}"], [data-pin="${CSS.escape(id)}"]`,
      ))
        each.setAttribute(MARK, '');
    };
    for (const name of ['mouseover', 'focusin']) document.addEventListener(name, point);
    return () => {
      for (const name of ['mouseover', 'focusin']) document.removeEventListener(name, point);
    };
  }, []);
}
