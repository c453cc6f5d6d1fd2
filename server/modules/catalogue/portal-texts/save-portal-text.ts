import type { PortalTextChange, PortalTextKey } from '../../../../contract/portal-texts.ts';
import { PORTAL_TEXT_KEYS } from '../../../../contract/portal-texts.ts';
import { audit } from '../../../kernel/audit.ts';
import { takeTurns } from '../../../kernel/db/take-turns.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { recordRevision } from '../../../kernel/revisions.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import { may } from '../../staff/door.ts';
import { faultsInPortalText, READY_TEXTS, tidiedPortalText } from './portal-text.ts';
import { PORTAL_TEXT, rememberedPortalTexts } from './portal-text-queries.ts';
import type { KeptPortalText } from './portal-text-store.ts';
import { allPortalTexts, portalTextRow, writePortalText } from './portal-text-store.ts';

/**
 * Words a sentence or page of the portal, in both languages at once, with the reason. Every version stays: a request names the version of the
 * privacy notice its citizen was shown. @throws input-invalid with all faults, changed-meanwhile, reason-missing
 */
export async function savePortalText(
  tx: Tx,
  key: PortalTextKey,
  { text: given, version: read, reason }: PortalTextChange,
): Promise<KeptPortalText> {
  if (!may(tx.actor, 'settings-change')) throw refuse('not-allowed');
  if (normaliseInput(reason) === '') throw refuse('reason-missing');
  await takeTurns(tx.db, `portal-text ${key}`);
  const before = await portalTextRow(tx.db, key);
  if ((before?.version ?? 0) !== read) throw refuse('changed-meanwhile', { current: before ?? null });
  const text = tidiedPortalText(key, given);
  const faults = faultsInPortalText(key, text);
  if (faults.length > 0) throw refuse('input-invalid', { faults });
  const version = await recordRevision(tx, { kind: PORTAL_TEXT, key, body: text, reason });
  const saved = { key, text, version };
  await writePortalText(tx.db, saved);
  const detail = { version };
  await audit(tx, { act: 'portal-text-changed', subjectKind: 'portal-text', subjectId: key, reason, detail });
  rememberedPortalTexts.forgetAfter(tx);
  return saved;
}

/** The shipped words of every text that is not kept yet, each as its version 1. Gives how many were added. */
export async function seedPortalTexts(tx: Tx): Promise<number> {
  await takeTurns(tx.db, PORTAL_TEXT);
  const there = new Set((await allPortalTexts(tx.db)).map(({ key }) => key));
  const missing = PORTAL_TEXT_KEYS.filter((key) => !there.has(key));
  for (const key of missing) {
    const text = READY_TEXTS[key];
    const version = await recordRevision(tx, { kind: PORTAL_TEXT, key, body: text, reason: 'seed' });
    await writePortalText(tx.db, { key, text, version });
  }
  if (missing.length > 0) rememberedPortalTexts.forgetAfter(tx);
  return missing.length;
}
