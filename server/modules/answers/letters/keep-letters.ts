/** The letters of a request's answers: frozen with the answer, drawn when first asked for, and the same for ever after. */
import type { Db } from '../../../kernel/db/database.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { inTransaction } from '../../../kernel/db/transaction.ts';
import type { House } from '../../../kernel/house.ts';
import { systemActor } from '../../../kernel/actor.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { insertStoredFile } from '../../../kernel/stored-file-store.ts';
import { initialsMask, normaliseInput } from '../../../../text/turkish.ts';
import { isDay, istanbulDay } from '../../calendar/door.ts';
import { citizenById } from '../../citizens/door.ts';
import type { Answer, ServiceRequest } from '../../requests/door.ts';
import { answersOf, appendHistory, isLegalKind, lockRequest, requestById } from '../../requests/door.ts';
import { drawLetter } from './draw-letter.ts';
import type { Given } from './gather-content.ts';
import { gatherContent } from './gather-content.ts';
import { letterOf, salutationOf } from './letter.ts';
import type { KeptLetter } from './letter-store.ts';
import { hashOfLetter, insertLetter, letterOfAnswer, lettersOf, writeEbys, writeLetterFile } from './letter-store.ts';

/** Every final answer; an interim one where the law asks for it in writing (3071 m.7). The same news of another request needs none. */
export function owesLetter({ kind }: ServiceRequest, answer: Pick<Answer, 'kind' | 'outcome'>): boolean {
  return answer.kind === 'final' ? answer.outcome !== 'duplicate' : isLegalKind(kind);
}

export async function keepLetters(tx: Tx, requestId: string): Promise<void> {
  const request = (await requestById(tx.db, requestId))!;
  const kept = new Set((await lettersOf(tx.db, requestId)).map(({ answerId }) => answerId));
  for (const answer of await answersOf(tx.db, requestId)) {
    if (kept.has(answer.id) || !owesLetter(request, answer)) continue;
    const content = await gatherContent(tx.db, { request, answer, by: tx.actor });
    await insertLetter(tx, { answerId: answer.id, requestId, content });
  }
}

/**
 * The citizen's copy. Its page opens with a link and names nobody, so the copy names them by initials; drawn once and kept by its hash.
 */
export async function citizensCopy(house: House, letter: KeptLetter): Promise<Buffer> {
  const known = await hashOfLetter(house.db, letter);
  if (known !== null) return house.files.get(known);
  const bytes = await draw(house.db, letter, masked);
  const file = { sha256: await house.files.put(bytes), mediaType: 'application/pdf', bytes: bytes.length };
  await inTransaction(house, { actor: systemActor('answers') }, async (tx) => {
    const fileId = await insertStoredFile(tx, { ...file, width: null, height: null });
    await writeLetterFile(tx, { answerId: letter.answerId, fileId });
  });
  return bytes;
}

/** For the post: with the name. Whoever asks has said why, and it is written down. */
export function copyForThePost(house: House, letter: KeptLetter): Promise<Buffer> {
  return draw(house.db, letter, named);
}

async function draw(db: Db, letter: KeptLetter, addresseeOf: AddresseeOf): Promise<Buffer> {
  const { register, content, madeAt } = letter;
  const addressee = await addresseeOf(db, (await requestById(db, letter.requestId))!);
  return drawLetter(letterOf(content, { register, addressee }), { madeAt, draft: false });
}

type AddresseeOf = (db: Db, request: ServiceRequest) => Promise<string>;

const named: AddresseeOf = async (db, request) => salutationOf(await nameOf(db, request));

/** By initials; and who is behind a secret identity is not even told by these. */
const masked: AddresseeOf = async (db, request) => {
  const name = request.identitySecret ? null : await nameOf(db, request);
  return salutationOf(name === null ? null : initialsMask(name));
};

async function nameOf(db: Db, { citizenId }: ServiceRequest): Promise<string | null> {
  return citizenId === null ? null : ((await citizenById(db, citizenId))?.name ?? null);
}

/** What the letter would look like: no number yet, the name masked, marked as a draft. */
export async function previewLetter(house: House, given: Given): Promise<Buffer> {
  const content = await gatherContent(house.db, given);
  const addressee = await masked(house.db, given.request);
  return drawLetter(letterOf(content, { register: '…', addressee }), { madeAt: house.clock.now(), draft: true });
}

export interface RecordEbys {
  answerId: string;
  number: string;
  /** 'YYYY-MM-DD'. */
  date: string;
}

/** Where the signed original lies. This program is not the document system (EBYS). Refuses 'input-invalid', 'date-invalid', 'not-found'. */
export async function recordEbys(tx: Tx, { answerId, number, date }: RecordEbys): Promise<void> {
  const letter = await letterOfAnswer(tx.db, answerId);
  if (!letter) throw refuse('not-found');
  await lockRequest(tx, letter.requestId);
  const written = normaliseInput(number).slice(0, 60);
  if (written === '') throw refuse('input-invalid', { field: 'number' });
  if (!isDay(date) || date > istanbulDay(tx.now)) throw refuse('date-invalid', { field: 'date' });
  await writeEbys(tx, { answerId, number: written, date });
  await appendHistory(tx, letter.requestId, { what: 'letter-signed', toValue: written, data: { answerId, date } });
}
