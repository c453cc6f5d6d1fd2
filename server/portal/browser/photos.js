// Photos one by one, made smaller on the device, each with its own progress and its own second try. Without this the form sends them all.
// @ts-check

const LONGEST_SIDE = 2048;

/** @param {HTMLInputElement} input */
export function sendPhotos(input) {
  const list = /** @type {HTMLElement} */ (document.getElementById('fotolar'));
  input.addEventListener('change', async () => {
    const files = [...(input.files ?? [])];
    input.value = '';
    for (const old of list.querySelectorAll('.error')) old.remove();
    for (const file of files) await sendOne(input, list, file);
  });
}

/**
 * @param {HTMLInputElement} input
 * @param {HTMLElement} list
 * @param {File} file
 */
async function sendOne(input, list, file) {
  const row = document.createElement('p');
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.setAttribute('aria-label', `${input.dataset.sending}: ${file.name}`);
  row.append(`${file.name} `, bar);
  list.after(row);
  try {
    const answer = await post(input, await smaller(file), file.name, (part) => (bar.value = part));
    // The next file's answer must not wipe out what was wrong with this one.
    const refused = [...list.querySelectorAll('.error')];
    list.innerHTML = answer;
    list.prepend(...refused);
    if (list.querySelector('img')) input.form?.querySelector('[name=fotosuz]')?.remove();
    row.remove();
  } catch {
    offerRetry(input, list, { file, row });
  }
}

/**
 * @param {HTMLInputElement} input
 * @param {HTMLElement} list
 * @param {{ file: File, row: HTMLElement }} failed
 */
function offerRetry(input, list, { file, row }) {
  const again = document.createElement('button');
  again.type = 'button';
  again.className = 'button';
  again.textContent = input.dataset.retry ?? '';
  again.addEventListener('click', () => {
    row.remove();
    void sendOne(input, list, file);
  });
  row.className = 'error';
  row.replaceChildren(`${file.name}: ${input.dataset.failed} `, again);
}

/**
 * fetch cannot say how much has been sent; the older way can.
 * @param {HTMLInputElement} input
 * @param {Blob} content
 * @param {string} name
 * @param {(part: number) => void} progress
 * @returns {Promise<string>}
 */
function post(input, content, name, progress) {
  const form = /** @type {HTMLFormElement} */ (input.form);
  const body = new FormData();
  for (const hidden of form.querySelectorAll('input[type=hidden]')) {
    const { name: key, value } = /** @type {HTMLInputElement} */ (hidden);
    body.append(key, value);
  }
  body.append('parca', '1');
  body.append('foto', content, name);
  return new Promise((resolve, reject) => {
    const call = new XMLHttpRequest();
    call.open('POST', input.dataset.upload ?? '');
    call.setRequestHeader('accept', 'text/html');
    call.upload.addEventListener('progress', (event) => progress(event.total ? event.loaded / event.total : 0));
    call.addEventListener('load', () =>
      call.status === 200 || call.status === 400 ? resolve(call.responseText) : reject(new Error(String(call.status))),
    );
    call.addEventListener('error', () => reject(new Error('network')));
    call.send(body);
  });
}

/**
 * Less to send over a slow line. What this device cannot read goes as it is, and the server says what is wrong with it.
 * @param {File} file
 * @returns {Promise<Blob>}
 */
async function smaller(file) {
  // A device that can read its own HEIC saves the server the work.
  const heic = /hei[cf]$/i.test(file.type || file.name);
  if (file.size < 700_000 && !heic) return file;
  try {
    const picture = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(picture.width * scale);
    canvas.height = Math.round(picture.height * scale);
    canvas.getContext('2d')?.drawImage(picture, 0, 0, canvas.width, canvas.height);
    const made = await new Promise((/** @type {(blob: Blob | null) => void} */ done) =>
      canvas.toBlob(done, 'image/jpeg', 0.85),
    );
    return made && (heic || made.size < file.size) ? made : file;
  } catch {
    return file;
  }
}
