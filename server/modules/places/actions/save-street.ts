import { audit } from '../../../kernel/audit.ts';
import { takeTurns } from '../../../kernel/db/take-turns.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { recordRevision } from '../../../kernel/revisions.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import { keepFirstVersions } from '../first-version.ts';
import { mayChangePlaces } from '../may-change.ts';
import type { RegisteredStreet } from '../neighbourhood.ts';
import { rememberedStreetBook } from '../queries.ts';
import { neighbourhoodRow } from '../store.ts';
import { insertStreet, isNameTaken, streetForChange, writeStreet } from '../street-store.ts';

export interface SaveStreet {
  /** Null: a new one. */
  id: number | null;
  street: Omit<RegisteredStreet, 'id'>;
  reason: string;
}

/**
 * Writes a street, new (version 0) or changed. Requests keep the name they were made with: a street is renamed for those to come.
 * @throws input-invalid with all faults, not-found, changed-meanwhile, reason-missing
 */
export async function saveStreet(tx: Tx, { id, street: given, reason }: SaveStreet): Promise<RegisteredStreet> {
  mayChangePlaces(tx.actor);
  if (reason.trim() === '') throw refuse('reason-missing');
  await takeTurns(tx.db, `streets ${given.neighbourhoodId}`);
  const before = id === null ? undefined : await streetForChange(tx.db, id);
  if (id !== null && before === undefined) throw refuse('not-found');
  if ((before?.version ?? 0) !== given.version) throw refuse('changed-meanwhile', { current: before ?? null });
  const { version: _, ...body } = tidied(given);
  const faults = await faultsIn(tx, { ...body, id: id ?? 0, version: 0 });
  if (faults.length > 0) throw refuse('input-invalid', { faults });
  const key = id ?? (await insertStreet(tx.db, body));
  if (key === undefined) throw refuse('already-exists');
  if (before !== undefined) await keepFirstVersions(tx, 'street', [before]);
  const version = await recordRevision(tx, { kind: 'street', key: String(key), body, reason });
  const saved = { ...body, id: key, version };
  await writeStreet(tx.db, saved);
  await audit(tx, {
    ...{ act: 'street-changed', subjectKind: 'street', subjectId: String(key), reason },
    detail: { version },
  });
  rememberedStreetBook.forgetAfter(tx);
  return saved;
}

function tidied(given: Omit<RegisteredStreet, 'id'>): Omit<RegisteredStreet, 'id'> {
  const source = normaliseInput(given.authoritySource ?? '');
  return { ...given, name: normaliseInput(given.name), authoritySource: source === '' ? null : source };
}

async function faultsIn(tx: Tx, street: RegisteredStreet) {
  const faults: { where: string; problem: string }[] = [];
  if (street.name === '') faults.push({ where: 'name', problem: 'text-missing' });
  else if (await isNameTaken(tx.db, street)) faults.push({ where: 'name', problem: 'twice' });
  if ((await neighbourhoodRow(tx.db, street.neighbourhoodId)) === undefined)
    faults.push({ where: 'neighbourhoodId', problem: 'unknown' });
  const saysSource = street.authoritySource !== null;
  if ((street.roadAuthority !== null) !== saysSource)
    faults.push({ where: 'authoritySource', problem: saysSource ? 'authority-missing' : 'source-missing' });
  return faults;
}
