import { readFile } from 'node:fs/promises';
import { audit } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { recordRevision } from '../../../kernel/revisions.ts';
import { allTexts, textOf, writeText } from '../store.ts';
import { textsInForce } from '../texts-in-force.ts';
import type { MessageText } from '../texts.ts';
import { problemsOfText } from '../texts.ts';

export type ChangedText = Omit<MessageText, 'version'> & { reason: string };

/** Every version stays; messages already written keep the words they were written with. Refuses 'setting-broken' with what is wrong. */
export async function changeText(tx: Tx, { reason, ...text }: ChangedText): Promise<MessageText> {
  const problems = problemsOfText(text);
  if (problems.length > 0) throw refuse('setting-broken', { problems });
  const before = await textOf(tx.db, text);
  if (!before) throw refuse('not-found');
  const kept = { ...text, subject: text.channel === 'email' ? text.subject : null };
  const version = await recordRevision(tx, { kind: 'text', key: keyOf(text), body: kept, reason });
  await writeText(tx, { ...kept, version });
  await audit(tx, { act: 'text-changed', subjectKind: 'text', subjectId: keyOf(text), reason });
  textsInForce.forgetAfter(tx);
  return { ...kept, version };
}

export function keyOf({ key, channel, language }: Pick<MessageText, 'key' | 'channel' | 'language'>): string {
  return `${key}/${channel}/${language}`;
}

/**
 * The first texts of a new municipality, each as its version 1, and those that a newer program needs. A text that is there already is left
 * alone. Gives how many were added.
 */
export async function seedTexts(tx: Tx): Promise<number> {
  const file = new URL('../../../../data/texts.json', import.meta.url);
  const { texts } = JSON.parse(await readFile(file, 'utf8')) as { texts: Omit<MessageText, 'version'>[] };
  const there = new Set((await allTexts(tx.db)).map(keyOf));
  const missing = texts.filter((text) => !there.has(keyOf(text)));
  for (const given of missing) {
    const text = { ...given, subject: given.subject ?? null };
    const version = await recordRevision(tx, { kind: 'text', key: keyOf(text), body: text, reason: 'seed' });
    await writeText(tx, { ...text, version });
  }
  if (missing.length > 0) textsInForce.forgetAfter(tx);
  return missing.length;
}
