// Where: streets while typing, and the device's own position if its owner asks for it.
// @ts-check

/** @param {HTMLElement} tools */
export function choosePlace(tools) {
  const form = /** @type {HTMLFormElement} */ (tools.closest('form'));
  tools.hidden = false;
  offerStreets(form);
  const locate = /** @type {HTMLButtonElement} */ (tools.querySelector('[data-locate]'));
  if (!navigator.geolocation) locate.hidden = true;
  const status = /** @type {HTMLElement} */ (tools.querySelector('[data-place-status]'));
  locate.addEventListener('click', () => {
    status.textContent = tools.dataset.busy ?? '';
    navigator.geolocation.getCurrentPosition(
      (position) => take(form, tools, status, position.coords),
      () => (status.textContent = tools.dataset.failed ?? ''),
      { enableHighAccuracy: true, timeout: 15000, maximumAge: 60000 },
    );
  });
}

/**
 * @param {HTMLFormElement} form
 * @param {HTMLElement} tools
 * @param {HTMLElement} status
 * @param {{ latitude: number, longitude: number }} point
 */
async function take(form, tools, status, { latitude, longitude }) {
  field(form, 'enlem').value = String(latitude);
  field(form, 'boylam').value = String(longitude);
  try {
    const body = new URLSearchParams({ enlem: String(latitude), boylam: String(longitude) });
    const answer = await fetch(tools.dataset.nearest ?? '', { method: 'POST', body });
    const found = await answer.json();
    if (found) field(form, 'mahalle').value = String(found.id);
    status.textContent = found
      ? (tools.dataset.done ?? '').replace('{yer}', found.name)
      : (tools.dataset.outside ?? '');
  } catch {
    status.textContent = '';
  }
}

/** @param {HTMLFormElement} form */
function offerStreets(form) {
  const street = field(form, 'sokak');
  const list = /** @type {HTMLDataListElement} */ (document.getElementById('sokaklar'));
  let timer = 0;
  street.addEventListener('input', () => {
    clearTimeout(timer);
    timer = window.setTimeout(async () => {
      const query = new URLSearchParams({ q: street.value, mahalle: field(form, 'mahalle').value });
      const answer = await fetch(`${street.dataset.streets}?${query}`);
      if (!answer.ok) return;
      list.replaceChildren(...(await answer.json()).map((/** @type {string} */ name) => new Option(name, name)));
    }, 250);
  });
}

/**
 * @param {HTMLFormElement} form
 * @param {string} name
 */
function field(form, name) {
  return /** @type {HTMLInputElement} */ (form.elements.namedItem(name));
}
