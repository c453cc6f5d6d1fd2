/**
 * Which keys a shortcut may use, and how a pressed key is named. Bound to what the key writes and never to where it lies, because
 * Turkish Q and F keyboards move letters; and never to what those keyboards cannot type without AltGr.
 */

/** A pressed key: 'j', '?', 'Enter', 'Ctrl+k', 'Shift+ArrowDown'. */
export type Keys = string;

export interface PressedKey {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
  /** AltGr on Windows arrives as Ctrl+Alt: `@` on Turkish Q is AltGr+Q. */
  altGraph: boolean;
}

/** Letters without a key of their own on one of the two Turkish keyboards, or that fold to another letter there. */
const FOREIGN_LETTERS = /^[Iıiİçğöşüâîû]$/iu;
const NEEDS_ALT_GR = new Set(['/', '\\', '[', ']', '{', '}', '@', '#', '$', '|', '~', '€']);
/** The browser's and the screen reader's own. */
const TAKEN = new Set(['Ctrl+n', 'Ctrl+t', 'Ctrl+w', 'Ctrl+l', 'Ctrl+p', 'Ctrl+f', 'Insert', 'CapsLock']);

/**
 * Checks a shortcut as a programmer writes it ('J', 'Ctrl+K', 'G B', 'Shift+ArrowDown') and gives its strokes in their order.
 * Throws RangeError for one that some Turkish keyboard, the browser or a screen reader needs for something else.
 */
export function strokesOf(written: string): Keys[] {
  return written.split(' ').map((stroke) => {
    const parts = stroke.split('+');
    const key = foldKey(parts.at(-1) ?? '');
    const modifiers = parts.slice(0, -1);
    if (modifiers.includes('Alt') || modifiers.includes('AltGr'))
      throw forbidden(written, 'Ctrl+Alt is AltGr on Windows');
    if (NEEDS_ALT_GR.has(key)) throw forbidden(written, 'it needs AltGr or Shift on Turkish Q');
    if (FOREIGN_LETTERS.test(key))
      throw forbidden(written, 'i and ı, and the Turkish letters, differ between keyboards');
    const name = [...modifiers, key].join('+');
    if (TAKEN.has(name)) throw forbidden(written, 'the browser or a screen reader needs it');
    return name;
  });
}

function forbidden(written: string, why: string): RangeError {
  return new RangeError(`"${written}" may not be a shortcut: ${why}`);
}

/** The name of what was pressed, or null for what is never a shortcut (AltGr, a lone modifier, a dead key). */
export function keyOf(event: PressedKey): Keys | null {
  if (event.altKey || event.altGraph) return null;
  if (['Shift', 'Control', 'Meta', 'Alt', 'AltGraph', 'Dead', 'Process', 'Unidentified'].includes(event.key))
    return null;
  const key = foldKey(event.key);
  const command = event.ctrlKey || event.metaKey;
  // Shift is part of what a sign is ('?' is Shift with something, everywhere something else) but not of what Enter or a letter is.
  const shifted = event.shiftKey && (key.length > 1 || command);
  return `${command ? 'Ctrl+' : ''}${shifted ? 'Shift+' : ''}${key}`;
}

/** A single printed character without Ctrl: what a person who dictates types by accident (WCAG 2.1.4). */
export function isSingleKey(stroke: Keys): boolean {
  return [...stroke].length === 1;
}

/** A–Z only: by Turkish rules I is ı, by others i, so these are not keys at all here. */
function foldKey(key: string): string {
  return /^[A-Z]$/.test(key) ? String.fromCharCode(key.charCodeAt(0) + 32) : key;
}

const PRINTED: Readonly<Record<string, string>> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
};

/** As it is printed on buttons and in the palette: `Ctrl+K`, `G B`, `↓`. */
export function printedKeys(written: string): string {
  return written
    .split(' ')
    .map((stroke) =>
      stroke
        .split('+')
        .map((part) => PRINTED[part] ?? (/^[a-z]$/.test(part) ? String.fromCharCode(part.charCodeAt(0) - 32) : part))
        .join('+'),
    )
    .join(' ');
}
