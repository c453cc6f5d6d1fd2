// A crosshair on the drawing of the neighbourhoods: by finger, by mouse, or by the arrow keys; what lies under it is said in words.
// @ts-check

const SVG = 'http://www.w3.org/2000/svg';

/** @param {HTMLElement} canvas */
export function pointOnMap(canvas) {
  const drawing = /** @type {SVGSVGElement} */ (canvas.querySelector('svg'));
  const form = /** @type {HTMLFormElement} */ (canvas.closest('form'));
  const said = /** @type {HTMLElement} */ (document.getElementById('harita-yer'));
  const nothing = said.textContent;
  const cross = document.createElementNS(SVG, 'path');
  cross.setAttribute('class', 'cross');
  drawing.append(cross);
  const { width, height } = drawing.viewBox.baseVal;
  let [x, y] = [width / 2, height / 2];
  let timer = 0;

  const show = () => {
    cross.setAttribute('d', `M${x - 14} ${y}h28M${x} ${y - 14}v28`);
    set(form, 'x', x);
    set(form, 'y', y);
    cross.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    clearTimeout(timer);
    timer = window.setTimeout(async () => {
      const at = `x=${x.toFixed(1)}&y=${y.toFixed(1)}`;
      const name = await nameAt(`${canvas.dataset.name}?${at}`);
      // An answer about a point that was left meanwhile would name the wrong place.
      if (at !== `x=${x.toFixed(1)}&y=${y.toFixed(1)}`) return;
      const { chosen = '', unnamed = '' } = canvas.dataset;
      said.textContent = name === undefined ? unnamed : name === null ? nothing : chosen.replace('{yer}', name);
    }, 120);
  };

  canvas.addEventListener('click', (event) => {
    const box = drawing.getBoundingClientRect();
    x = ((event.clientX - box.left) / box.width) * width;
    y = ((event.clientY - box.top) / box.height) * height;
    show();
  });
  canvas.addEventListener('keydown', (event) => {
    const step = event.shiftKey ? 20 : 2;
    const move = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] }[event.key];
    if (!move) return;
    event.preventDefault();
    x = Math.min(width, Math.max(0, x + (move[0] ?? 0)));
    y = Math.min(height, Math.max(0, y + (move[1] ?? 0)));
    show();
  });
  // Only now that it listens: before, the focus would rest on something that answers no key.
  canvas.setAttribute('role', 'application');
  canvas.setAttribute('aria-label', canvas.dataset.mapCanvas ?? '');
  canvas.tabIndex = 0;
}

/**
 * The neighbourhood of a point; null where there is none. Undefined: the line is down, and the point counts all the same.
 * @param {string} address
 * @returns {Promise<string | null | undefined>}
 */
async function nameAt(address) {
  try {
    const answer = await fetch(address);
    return answer.ok ? (await answer.json()).name : undefined;
  } catch {
    return undefined;
  }
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 * @param {number} value
 */
function set(form, name, value) {
  /** @type {HTMLInputElement} */ (form.elements.namedItem(name)).value = value.toFixed(1);
}
