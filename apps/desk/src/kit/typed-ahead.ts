/**
 * A field that a key opens is there a moment after the key. What is typed in that moment is meant for it: the letters must neither be lost nor be taken
 * for keys of what lies under it.
 */
const LONGEST_MS = 3_000;

export interface TypedAhead {
  /** What was typed until now; from here on the field hears the keys itself. */
  take(): string;
}

export function catchTyping(): TypedAhead {
  let typed = '';
  const listen = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if ([...event.key].length === 1) typed += event.key;
    else if (event.key === 'Backspace') typed = [...typed].slice(0, -1).join('');
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  };
  const end = () => window.removeEventListener('keydown', listen, true);
  window.addEventListener('keydown', listen, true);
  const givenUp = setTimeout(end, LONGEST_MS);
  return {
    take() {
      clearTimeout(givenUp);
      end();
      return typed;
    },
  };
}
