/** Moves the cursor to the next field of a form, for answers that are given with one key. */
const STOPS = 'input, textarea, select, button, [tabindex]';

/**
 * After what is being drawn stands, because an answer may have brought a new question; React draws in a microtask that was queued
 * before this one. A timer would be too late: the next key of a fast typist would fall beside the field.
 */
export function moveOn(from: Element): void {
  queueMicrotask(() => {
    const form = from.closest('form');
    const here = from.closest('[data-stop]') ?? from;
    const next = [...(form?.querySelectorAll<HTMLElement>(STOPS) ?? [])].find(
      (stop) => isAfter(here, stop) && canStop(stop),
    );
    if (next) (chosenRadio(next) ?? next).focus();
  });
}

function isAfter(here: Element, stop: Element): boolean {
  return !here.contains(stop) && (here.compareDocumentPosition(stop) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}

function canStop(stop: HTMLElement): boolean {
  return stop.tabIndex >= 0 && !stop.hasAttribute('disabled') && stop.getClientRects().length > 0;
}

/** A group of choices is one stop: where the chosen one is. */
function chosenRadio(stop: HTMLElement): HTMLElement | null {
  if (!(stop instanceof HTMLInputElement) || stop.type !== 'radio') return null;
  return stop.closest('[data-stop]')?.querySelector<HTMLInputElement>('input:checked') ?? null;
}
