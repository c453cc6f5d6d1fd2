// While a text is being typed: how much room is left, which topic it sounds like, and a copy on this device until it has reached the server.
// @ts-check

/** @param {HTMLTextAreaElement} field */
export function countCharacters(field) {
  const most = Number(field.dataset.count);
  const line = document.createElement('p');
  line.className = 'count';
  field.after(line);
  const show = () => {
    const left = most - field.value.length;
    // Nobody needs a number before it matters.
    line.textContent =
      left > most / 4
        ? ''
        : (field.dataset.left ?? '').replace('{n}', left.toLocaleString(document.documentElement.lang));
  };
  field.addEventListener('input', show);
  show();
}

/** @param {HTMLTextAreaElement} field */
export function suggestTopic(field) {
  const line = document.createElement('p');
  line.className = 'suggestion';
  line.setAttribute('aria-live', 'polite');
  field.after(line);
  let timer = 0;
  let asked = '';
  const ask = async () => {
    const text = field.value.trim();
    if (text.length < 8 || text === asked) return;
    asked = text;
    try {
      const answer = await fetch(field.dataset.suggest ?? '', {
        method: 'POST',
        body: new URLSearchParams({ metin: text }),
      });
      if (answer.ok && asked === text) line.innerHTML = await answer.text();
    } catch {
      line.textContent = '';
    }
  };
  field.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(ask, 500);
  });
}

const KEPT = 'hs-metin';

/**
 * Survives a crash or an empty battery before the first page was sent. Kept for this tab's session only: the next person at a shared
 * computer must not find it.
 * @param {HTMLTextAreaElement} field
 */
export function keepText(field) {
  const kept = sessionStorage.getItem(KEPT);
  if (kept && field.value === '') field.value = kept;
  field.addEventListener('input', () => sessionStorage.setItem(KEPT, field.value));
  field.form?.addEventListener('submit', () => sessionStorage.removeItem(KEPT));
}
