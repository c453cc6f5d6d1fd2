import type { KeyboardEvent } from 'react';
import { keyOf } from '../../kit/shortcut-keys.ts';
import type { Keys } from '../../kit/shortcut-keys.ts';

/** The name of the key that was pressed, as everywhere on the desk; null for what is never one of ours. */
export function pressedKey(event: KeyboardEvent): Keys | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
  return keyOf({ key, ctrlKey, metaKey, altKey, shiftKey, altGraph: event.getModifierState('AltGraph') });
}

/** The same for a key as it is printed: 'E' → 'e'. */
export function printedKey(printed: string): Keys | null {
  return keyOf({ key: printed, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, altGraph: false });
}
