/** Mantine gives the focus back 10 ms after a menu or dialog has closed, also away from a field that has taken it meanwhile. */
const WELL_AFTER_MS = 40;

/**
 * Does what was chosen in a menu or dialog once the focus is back where it was. A form that opened before would lose it, and what is typed into
 * it would be taken for single-key commands.
 */
export function afterFocusReturns(act: () => void): void {
  window.setTimeout(act, WELL_AFTER_MS);
}
