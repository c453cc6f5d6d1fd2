/**
 * Every route about one request: the right it asks for beyond reading, and what a right call about a request of the roads directorate sends. The tests
 * of who may what read this list and no other; a route about a request that is not in it fails them.
 */
import type { Right } from '../../contract/rights.ts';
import type { Route } from '../kernel/http/route.ts';

export interface AboutARequest {
  /** Null: who may read the request may ask this. */
  right: Right | null;
  /** Null: nothing. A function is given the id of another request of the same kind. */
  sends: object | null | ((another: string) => object);
}

export const ABOUT_REQUESTS: Record<string, AboutARequest> = {
  'GET /api/v1/requests/:id': { right: null, sends: null },
  'GET /api/v1/requests/:id/clocks': { right: null, sends: null },
  'GET /api/v1/requests/:id/messages': { right: 'message-read', sends: null },
  'GET /api/v1/requests/:id/similar': { right: null, sends: null },
  'GET /api/v1/requests/:id/routing': { right: 'routing-read', sends: null },
  'GET /api/v1/requests/:id/guesses': { right: 'assign', sends: null },
  'POST /api/v1/assignments/:id/acceptance': { right: 'accept', sends: {} },
  'POST /api/v1/assignments/:id/work': { right: 'work', sends: {} },
  'POST /api/v1/assignments/:id/on-site': { right: 'work', sends: {} },
  'POST /api/v1/assignments/:id/return': { right: 'return', sends: { reason: 'Bizim değil.' } },
  'POST /api/v1/assignments/:id/hands': { right: 'hand-to-person', sends: { unit: 'FEN-YOL', person: null } },
  'POST /api/v1/assignments/:id/answer': {
    right: 'answer',
    sends: {
      outcome: 'done',
      text: 'Çökmüş kaldırım 18 Şubat günü söküldü ve yeniden döşendi.',
    },
  },
  'POST /api/v1/assignments/:id/interim-answer': { right: 'answer', sends: { text: 'Ekip yarın bakacak.' } },
  'POST /api/v1/assignments/:id/answer-check': {
    right: 'answer',
    sends: {
      kind: 'final',
      body: { text: 'Onarıldı.', outcome: 'done', forwardedTo: null },
    },
  },
  'PUT /api/v1/assignments/:id/answer-draft': {
    right: 'answer',
    sends: {
      kind: 'final',
      body: { text: 'Çökmüş kaldırım 18 Şubat günü söküldü ve yeniden döşendi.', outcome: 'done', forwardedTo: null },
    },
  },
  'POST /api/v1/assignments/:id/answer-drafts': {
    right: 'answer',
    sends: {
      kind: 'final',
      body: { text: 'Çökmüş kaldırım 18 Şubat günü söküldü ve yeniden döşendi.', outcome: 'done', forwardedTo: null },
    },
  },
  'GET /api/v1/requests/:id/answer-drafts': { right: null, sends: null },
  'POST /api/v1/requests/:id/photos': { right: 'photo-add', sends: () => aPicture() },
  'GET /api/v1/assignments/:id/standard-texts': { right: 'answer', sends: null },
  'GET /api/v1/requests/:id/letters': { right: null, sends: null },
  'POST /api/v1/requests/:id/letter-preview': {
    right: null,
    sends: { kind: 'final', assignmentId: null, text: 'Onarıldı.', outcome: 'done', forwardedTo: null },
  },
  'POST /api/v1/requests/:id/answer-preview': {
    right: null,
    sends: {
      ...{ kind: 'question', assignmentId: null, text: 'Neresi?', outcome: null, forwardedTo: null },
    },
  },
  'POST /api/v1/requests/:id/assignments': {
    right: 'assign',
    sends: { directorate: 'TEM', why: 'Temizlik de gerekiyor.' },
  },
  'POST /api/v1/requests/:id/questions': { right: 'work', sends: { text: 'Hangi numaranın önü?' } },
  'POST /api/v1/requests/:id/citizen-answers': { right: 'note', sends: { text: '14 numara.', heard: 'phone' } },
  'POST /api/v1/requests/:id/notes': { right: 'note', sends: { text: 'Arandı.' } },
  'POST /api/v1/requests/:id/topic': { right: 'request-correct', sends: { topic: 'YOL-05', reason: 'Parke taşı.' } },
  'POST /api/v1/requests/:id/place': {
    right: 'request-correct',
    sends: {
      place: { neighbourhoodId: 2, street: null, door: null, description: 'Köşe', latitude: null, longitude: null },
      reason: 'Yanlış yazılmış.',
    },
  },
  'POST /api/v1/requests/:id/rerouting': { right: 'request-correct', sends: { topic: 'YOL-05' } },
  'POST /api/v1/requests/:id/kind': { right: 'kind-change', sends: { kind: 'suggestion', reason: 'Öneri.' } },
  'POST /api/v1/requests/:id/resumption': { right: 'work', sends: {} },
  'POST /api/v1/requests/:id/extension': {
    right: 'period-change',
    sends: { ground: 'other-unit', reason: 'Arşivden istendi.' },
  },
  'POST /api/v1/requests/:id/fee': { right: 'period-change', sends: { amountKurus: 100, whatFor: 'Fotokopi' } },
  'POST /api/v1/requests/:id/promise': {
    right: 'promise-move',
    sends: { day: '2026-03-05', reason: 'Asfalt plenti arızalı.' },
  },
  'POST /api/v1/requests/:id/fee-payment': { right: 'period-change', sends: { paidOn: '2026-02-16', receipt: '1' } },
  'POST /api/v1/requests/:id/remedies': {
    right: 'objection-record',
    sends: { body: 'court', takenOn: '2026-02-16' },
  },
  'POST /api/v1/requests/:id/remedy-decision': {
    right: 'objection-record',
    sends: { body: 'court', result: 'rejected', decidedOn: '2026-02-16' },
  },
  'POST /api/v1/requests/:id/reopening': { right: 'reopen-decide', sends: { reason: 'Yeniden bakılsın.' } },
  'POST /api/v1/requests/:id/reopening-refusal': { right: 'reopen-decide', sends: { reason: 'Yanıt yeterli.' } },
  'POST /api/v1/requests/:id/cancellation': { right: 'cancel', sends: { reason: 'Deneme kaydı.' } },
  'POST /api/v1/requests/:id/withdrawal': { right: 'withdraw-for-citizen', sends: { reason: 'Telefonda vazgeçti.' } },
  'GET /api/v1/requests/:id/incident': { right: null, sends: null },
  'POST /api/v1/requests/:id/members': {
    right: 'incident-merge',
    sends: (another) => ({ requests: [another], why: 'Aynı kaldırım.' }),
  },
  'POST /api/v1/requests/:id/release': { right: 'incident-merge', sends: { reason: 'Başka bir kaldırım.' } },
  'POST /api/v1/requests/:id/incident-reopening': { right: 'reopen-decide', sends: { reason: 'Yama tutmadı.' } },
  'POST /api/v1/requests/:id/announcements': {
    right: 'incident-announce',
    sends: { tr: 'Çalışma saat 18.00 gibi bitecek.', en: null },
  },
  'POST /api/v1/requests/:id/announcement-preview': {
    right: 'incident-announce',
    sends: { tr: 'Çalışma saat 18.00 gibi bitecek.', en: null },
  },
  'GET /api/v1/requests/:id/links': { right: null, sends: null },
  'POST /api/v1/requests/:id/links': { right: 'note', sends: (another) => ({ other: another, kind: 'related' }) },
  'POST /api/v1/requests/:id/unlinking': { right: 'note', sends: (another) => ({ other: another }) },
  'GET /api/v1/requests/:id/same-person': { right: 'people-merge', sends: null },
  'POST /api/v1/requests/:id/same-person': {
    right: 'people-merge',
    sends: (another) => ({ citizen: another, why: 'Aynı kişi.' }),
  },
  'POST /api/v1/requests/:id/reveal': {
    right: 'reveal-personal-data',
    sends: { field: 'phone', reason: 'Geri arama' },
  },
};

/** These name a second thing: a photo, a clock, a letter. Asked with one of another request in foreign-ids.test.ts and keep-letters.test.ts. */
const ABOUT_MORE = [
  'GET /api/v1/requests/:id/photos/:photo',
  'PUT /api/v1/requests/:id/photos/:photo/sight',
  'GET /api/v1/requests/:id/letters/:answer',
  'POST /api/v1/requests/:id/letters/:answer/post',
  'PUT /api/v1/requests/:id/letters/:answer/ebys',
  'GET /api/v1/requests/:id/clocks/:clock',
];

/** Red, four by four. */
const PICTURE =
  'iVBORw0KGgoAAAANSUhEUgAAAAQAAAAECAIAAAAmkwkpAAAACXBIWXMAAAPoAAAD6AG1e1JrAAAAEUlEQVQImWP4z8AARwgWXg4ArpMP8bh5W0YAAAAASUVORK5CYII=';

function aPicture(): FormData {
  const form = new FormData();
  form.append('file', new Blob([Buffer.from(PICTURE, 'base64')], { type: 'image/png' }), 'is.png');
  return form;
}

/** What a question must carry besides, and only where its route asks for it: unknown parameters are refused. */
export function queryFor({ schema }: Route, sent: object | null): Record<string, string> {
  if (sent instanceof FormData) return { citizenSees: 'true' };
  const known = (schema.querystring as { properties?: object } | undefined)?.properties ?? {};
  return 'language' in known ? { language: 'tr' } : {};
}

export const nameOf = ({ method, path }: Route) => `${method} ${path}`;

export function isAboutARequest(route: Route): boolean {
  return /^\/api\/v1\/(requests|assignments)\/:id/.test(route.path) && !ABOUT_MORE.includes(nameOf(route));
}
