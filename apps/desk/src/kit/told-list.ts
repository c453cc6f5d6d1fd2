import { useReducer } from 'react';

/**
 * For a Select that opens as soon as it stands: Mantine learns the list's name only after it has drawn the field, and the field said for no
 * list that it controls it. Drawn once more, it does (ARIA combobox: aria-controls).
 */
export function useToldList(): { onDropdownOpen: () => void } {
  const [, draw] = useReducer((times: number) => times + 1, 0);
  return { onDropdownOpen: () => void setTimeout(draw) };
}
