/** A letter from the answer to the citizen: frozen with it, the same ever after, naming nobody on a page that opens with a link. */
import { describe, expect, test } from 'vitest';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { LetterShown } from '../../../../contract/letters.ts';
import type { RequestPage } from '../../../../contract/requests.ts';
import { systemActor } from '../../../kernel/actor.ts';
import { directorateByCode, saveDirectorate } from '../../staff/door.ts';
import { answerAssignment, giveInterimAnswer } from '../../requests/door.ts';
import { approveDraft } from '../actions/approve-draft.ts';
import { submitDraft } from '../actions/submit-draft.ts';
import { GOOD_TEXT, answerDesk, refused } from '../testing.ts';

const { world, stage, server, clerk } = await answerDesk();

async function fetched(path: string, init: RequestInit = {}) {
  const response = await fetch(server.address + path, init);
  const bytes = Buffer.from(await response.arrayBuffer());
  return { status: response.status, type: response.headers.get('content-type'), bytes };
}

const send = (method: string, body: object, { cookie } = clerk): RequestInit => ({
  method,
  headers: { cookie, 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

async function textOf(bytes: Buffer): Promise<string> {
  const page = await (await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise).getPage(1);
  return (await page.getTextContent()).items.map((item) => ('str' in item ? item.str : '')).join('');
}

const lettersOf = async (requestId: string) =>
  (await clerk.get<LetterShown[]>(`/api/v1/requests/${requestId}/letters`)).body;
const onPortal = (requestId: string, path: string) => `/t/${world.house.secrets.accessToken(requestId)}${path}`;

async function answered() {
  const { requestId, assignmentId } = await stage.file();
  await stage.as(stage.people.fatih, (tx) => answerAssignment(tx, { assignmentId, outcome: 'done', text: GOOD_TEXT }));
  const [letter] = await lettersOf(requestId);
  return { requestId, answerId: letter!.answerId };
}

test('the citizen reads it from the page, and it stays as it was when the house has changed', async () => {
  const { requestId, answerId } = await answered();
  const page = await fetched(onPortal(requestId, ''));
  expect(page.bytes.toString()).toContain(`/yazi/${answerId}`);
  const first = await fetched(onPortal(requestId, `/yazi/${answerId}`));
  expect(first).toMatchObject({ status: 200, type: 'application/pdf' });
  const text = await textOf(first.bytes);
  expect(text).toContain('Fen İşleri Müdürlüğü');
  expect(text).toContain('çökmüş kaldırımı');
  expect(text).toContain('Sayın E•••••');
  expect(text, 'the page opens with a link alone').not.toMatch(/Emine|ÖRNEK/);
  const fen = (await directorateByCode(world.house.db, 'FEN'))!;
  await stage.as(systemActor('test'), (tx) => saveDirectorate(tx, { ...fen, name: 'Yol İşleri Müdürlüğü' }, 'Yeni ad'));
  world.clock.advance(600_000);
  expect((await fetched(onPortal(requestId, `/yazi/${answerId}`))).bytes.equals(first.bytes)).toBe(true);
  await stage.as(systemActor('test'), (tx) => saveDirectorate(tx, { ...fen, version: fen.version + 1 }, 'Geri'));
});

test('a letter of another request is not found under this one', async () => {
  const [one, two] = [await answered(), await answered()];
  expect((await fetched(onPortal(one.requestId, `/yazi/${two.answerId}`))).status).toBe(404);
  const path = `/api/v1/requests/${one.requestId}/letters/${two.answerId}`;
  expect((await fetched(path, { headers: { cookie: clerk.cookie } })).status).toBe(404);
  expect((await fetched(`${path}/post`, send('POST', { reason: 'Posta' }))).status).toBe(404);
});

test('a copy with the name asks why, and is written down', async () => {
  const { requestId, answerId } = await answered();
  const path = `/api/v1/requests/${requestId}/letters/${answerId}/post`;
  expect((await fetched(path, send('POST', { reason: ' ' }))).status).toBe(400);
  const copy = await fetched(path, send('POST', { reason: 'Taahhütlü gönderilecek' }));
  expect(await textOf(copy.bytes)).toContain('Sayın Emine ÖRNEK');
  const { history } = (await clerk.get<RequestPage>(`/api/v1/requests/${requestId}`)).body;
  expect(history.at(-1)).toMatchObject({ what: 'personal-data-revealed', why: 'Taahhütlü gönderilecek' });
});

test('under a secret identity the copy on the page has not even initials, and no clerk takes out one with the name', async () => {
  const { requestId, assignmentId } = await stage.file({ topicCode: 'ZAB-05', kind: 'complaint' });
  await stage.as(stage.people.sibel, (tx) => answerAssignment(tx, { assignmentId, outcome: 'done', text: GOOD_TEXT }));
  const police = await server.as('zeki');
  const [letter] = (await police.get<LetterShown[]>(`/api/v1/requests/${requestId}/letters`)).body;
  const path = `/api/v1/requests/${requestId}/letters/${letter!.answerId}`;
  const copy = await textOf((await fetched(path, { headers: { cookie: police.cookie } })).bytes);
  expect(copy).toContain('Sayın Başvuru Sahibi');
  expect(copy).not.toContain('E•••••');
  expect((await fetched(`${path}/post`, send('POST', { reason: 'Posta' }, police))).status).toBe(403);
});

test('who approved last signs; the deputy mayor for the mayor', async () => {
  const { requestId, assignmentId } = await stage.file({ kind: 'petition' });
  const { id } = await stage.as(stage.people.fatih, (tx) =>
    submitDraft(tx, { assignmentId, kind: 'final', body: refused() }),
  );
  await stage.as(stage.people.mustafa, (tx) => approveDraft(tx, { draftId: id, version: 1, mayGive: true }));
  await stage.as(stage.people.nermin, (tx) => approveDraft(tx, { draftId: id, version: 1, mayGive: true }));
  const [letter] = await lettersOf(requestId);
  const text = await textOf((await fetched(onPortal(requestId, `/yazi/${letter!.answerId}`))).bytes);
  expect(text).toMatch(/Nermin [\p{L} ]+Belediye Başkanı a\.Başkan Yardımcısı/u);
});

/** Given by the deputy mayor, who needs nobody's approval. */
async function letterText(change: object, answer: Omit<Parameters<typeof answerAssignment>[1], 'assignmentId'>) {
  const { requestId, assignmentId } = await stage.file(change);
  await stage.as(stage.people.nermin, (tx) => answerAssignment(tx, { assignmentId, ...answer }));
  const [letter] = await lettersOf(requestId);
  return textOf((await fetched(onPortal(requestId, `/yazi/${letter!.answerId}`))).bytes);
}

describe('a letter that gives less than was asked says why and what can be done against it', () => {
  const { text } = refused();

  test('information that is refused: the article, the board and the court, each until its day', async () => {
    const letter = await letterText({ kind: 'foi' }, { outcome: 'refused', text, grounds: ['4982-21'] });
    expect(letter).toContain('4982 m.21: Özel hayatın gizliliği');
    expect(letter).toMatch(/Bilgi Edinme Değerlendirme Kuruluna[^()]*Son gün: \d{2}\.\d{2}\.2026\. \(4982 m\.13\)/);
    expect(letter).toMatch(/İdare mahkemesinde[^()]*Son gün: \d{2}\.\d{2}\.2026\./);
  });

  test('information granted in part', async () => {
    const answer = { outcome: 'partly-granted', text, grounds: ['4982-23', '4982-21'] } as const;
    const letter = await letterText({ kind: 'foi' }, answer);
    expect(letter).toMatch(/4982 m\.21: [^4]*4982 m\.23: Ticarî sır/);
    expect(letter).toContain('Bu yanıta karşı yapabilecekleriniz');
  });

  test('a petition: the court', async () => {
    const letter = await letterText({ kind: 'petition' }, { outcome: 'refused', text });
    expect(letter).toContain('İdare mahkemesinde');
    expect(letter).not.toContain('Yasal dayanak');
  });

  test('a personal data request: the data board', async () => {
    expect(await letterText({ kind: 'kvkk' }, { outcome: 'refused', text })).toContain(
      'Kişisel Verileri Koruma Kuruluna',
    );
  });

  test('in the citizen’s language', async () => {
    const letter = await letterText({ kind: 'petition', language: 'en' }, { outcome: 'refused', text });
    expect(letter).toContain('You may go to the administrative court.');
  });

  test('and one that gives all says nothing of it', async () => {
    expect(await letterText({ kind: 'petition' }, { outcome: 'done', text: GOOD_TEXT })).not.toContain(
      'yapabilecekleriniz',
    );
  });
});

test('what was forwarded goes to both: the body to act, the citizen to know, by initials', async () => {
  const letter = await letterText(
    {},
    {
      outcome: 'forwarded',
      forwardedTo: 'Karayolları 17. Bölge Müdürlüğü',
      text: 'Kaldırım Karayollarının yolunda; 16 Şubat’ta ilettik.',
    },
  );
  expect(letter).toContain('DAĞITIM YERLERİNE');
  expect(letter).toMatch(/Dağıtım:Gereği: Karayolları 17\. Bölge MüdürlüğüBilgi: Sayın E•••••/);
  expect(letter).not.toMatch(/Emine|ÖRNEK/);
});

test('the preview says the same law as the letter will', async () => {
  const { requestId, assignmentId } = await stage.file({ kind: 'foi' });
  const asked = {
    kind: 'final',
    assignmentId,
    text: refused().text,
    outcome: 'refused',
    forwardedTo: null,
    grounds: ['4982-21'],
  };
  const preview = await fetched(`/api/v1/requests/${requestId}/letter-preview`, send('POST', asked));
  expect(preview.status).toBe(200);
  const said = await textOf(preview.bytes);
  expect(said).toContain('4982 m.21: Özel hayatın gizliliği');
  expect(said).toContain('Bilgi Edinme Değerlendirme Kuruluna');
});

describe('an interim answer', () => {
  test.each([
    ['complaint', 0],
    ['petition', 1],
  ] as const)('to a %s has so many letters: %i', async (kind, count) => {
    const { requestId, assignmentId } = await stage.file({ kind });
    await stage.as(stage.people.mustafa, (tx) => giveInterimAnswer(tx, { assignmentId, text: GOOD_TEXT }));
    expect(await lettersOf(requestId)).toHaveLength(count);
  });
});

test('where the signed original lies is recorded, with a day that has come', async () => {
  const { requestId, answerId } = await answered();
  const path = `/api/v1/requests/${requestId}/letters/${answerId}/ebys`;
  const given = { number: 'E-12345678-622.03-99', date: '2026-02-16' };
  expect((await fetched(path, send('PUT', { ...given, date: '2027-01-01' }))).status).toBe(400);
  expect((await fetched(path, send('PUT', { ...given, number: ' ' }))).status).toBe(400);
  expect((await fetched(path, send('PUT', given, await server.as('elif')))).status).toBe(403);
  expect((await fetched(path, send('PUT', given))).status).toBe(200);
  expect(await lettersOf(requestId)).toMatchObject([{ ebysNumber: given.number, ebysDate: given.date }]);
});

test('the preview is a draft without number and name', async () => {
  const { requestId, assignmentId } = await stage.file();
  const asked = { kind: 'final', assignmentId, text: GOOD_TEXT, outcome: 'done', forwardedTo: null };
  const shown = await fetched(`/api/v1/requests/${requestId}/letter-preview`, send('POST', asked));
  const text = await textOf(shown.bytes);
  expect(text).toContain('TASLAK');
  expect(text).toContain('Sayın E•••••');
  expect(await lettersOf(requestId)).toEqual([]);
});
