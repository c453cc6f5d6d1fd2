import { readFile } from 'node:fs/promises';
import { audit } from '../../../kernel/audit.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { recordRevision } from '../../../kernel/revisions.ts';
import { textOf, writeText } from '../store.ts';
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

/** The first texts of a new municipality, each as its version 1. A text that is there already is left alone. */
export async function seedTexts(tx: Tx): Promise<void> {
  const file = new URL('../../../../data/texts.json', import.meta.url);
  const { texts } = JSON.parse(await readFile(file, 'utf8')) as { texts: Omit<MessageText, 'version'>[] };
  for (const given of texts) {
    const text = { ...given, subject: given.subject ?? null };
    if (await textOf(tx.db, text)) continue;
    const version = await recordRevision(tx, { kind: 'text', key: keyOf(text), body: text, reason: 'seed' });
    await writeText(tx, { ...text, version });
  }
}
