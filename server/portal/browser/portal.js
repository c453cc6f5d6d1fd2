// What a script adds to pages that work without it. Each piece is an attribute on working HTML; one failing leaves the others and the page.
// @ts-check
import { keepText, countCharacters, suggestTopic } from './typing.js';
import { choosePlace } from './place.js';
import { sendPhotos } from './photos.js';

document.documentElement.classList.add('scripted');

/**
 * @param {string} selector
 * @param {(element: any) => unknown} enhance
 */
function each(selector, enhance) {
  for (const element of document.querySelectorAll(selector)) {
    try {
      enhance(element);
    } catch {
      // The plain page below still does the work.
    }
  }
}

each('textarea[data-count]', countCharacters);
each('textarea[data-suggest]', suggestTopic);
each('form[data-adim] textarea[name=metin]', keepText);
each('[data-place]', choosePlace);
each('input[type=file][data-upload]', sendPhotos);
each('[data-map-canvas]', async (element) => (await import('./map.js')).pointOnMap(element));

each('[data-print]', (button) => {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
});

each('[data-copy]', (number) => {
  if (!navigator.clipboard) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'link no-print';
  button.textContent = number.dataset.copyLabel;
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(number.dataset.copy);
    button.textContent = number.dataset.copied;
  });
  number.after(button);
});

// A second click while the first is on its way does nothing; the server would answer it with the same number anyway.
each('[data-once]', (button) => {
  let sent = false;
  button.form.addEventListener('submit', (/** @type {Event} */ event) => {
    if (sent) event.preventDefault();
    sent = true;
    window.addEventListener('pageshow', () => (sent = false), { once: true });
  });
});
