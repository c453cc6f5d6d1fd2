import { audit } from '../../../kernel/audit.ts';
import { takeTurns } from '../../../kernel/db/take-turns.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { recordRevision } from '../../../kernel/revisions.ts';
import { accentFor } from '../../../../ui/accent.ts';
import { may } from '../../staff/door.ts';
import { faultsInProfile } from '../profile-faults.ts';
import { rememberedProfile } from '../queries.ts';
import { profileRow, writeProfile } from '../store.ts';
import type { Profile } from '../topic.ts';

export interface SavedMunicipality {
  profile: Profile;
  /** 'darkened' when words in the colour as picked would be hard to read: it is used a little darker there, and the setting screen says so. */
  accentNote: 'darkened' | null;
}

/** Writes the municipality's profile with the reason. @throws input-invalid, changed-meanwhile */
export async function saveMunicipality(tx: Tx, given: Profile, reason: string): Promise<SavedMunicipality> {
  if (!may(tx.actor, 'settings-change')) throw refuse('not-allowed');
  if (reason.trim() === '') throw refuse('reason-missing');
  await takeTurns(tx.db, 'municipality');
  const before = await profileRow(tx.db);
  if ((before?.version ?? 0) !== given.version) throw refuse('changed-meanwhile', { current: before ?? null });
  const { note } = accentOf(given.accent);
  const { version: _, ...body } = given;
  const faults = faultsInProfile(body);
  if (faults.length > 0) throw refuse('input-invalid', { faults });
  const version = await recordRevision(tx, { kind: 'municipality', key: 'profile', body, reason });
  const profile = { ...body, version };
  await writeProfile(tx.db, profile);
  await audit(tx, { act: 'municipality-changed', subjectKind: 'municipality', reason, detail: { version } });
  rememberedProfile.forgetAfter(tx);
  return { profile, accentNote: note };
}

function accentOf(hex: string) {
  try {
    return accentFor(hex);
  } catch (error) {
    if (error instanceof RangeError) throw refuse('input-invalid', { field: 'accent', problem: 'not-a-colour' });
    throw error;
  }
}
