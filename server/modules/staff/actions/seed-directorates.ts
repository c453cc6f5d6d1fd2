import type { Tx } from '../../../kernel/db/transaction.ts';
import { recordFirstRevisions } from '../../../kernel/revisions.ts';
import { addDirectorates } from '../directorate-store.ts';
import { rememberedDirectorates, rememberedUnits } from '../queries.ts';
import type { Directorate, Unit } from '../staff-member.ts';
import { addUnits } from '../unit-store.ts';

export type ProfileDirectorate = Omit<Directorate, 'active' | 'version'>;

/** Writes the directorates that are missing; those that are there stay as the municipality has made them. */
export async function seedDirectorates(tx: Tx, list: ProfileDirectorate[]): Promise<void> {
  const added = new Set(await addDirectorates(tx.db, list));
  const bodies = list
    .filter(({ code }) => added.has(code))
    .map((one) => ({ key: one.code, body: { ...one, active: true } }));
  await recordFirstRevisions(tx, 'directorate', bodies);
  rememberedDirectorates.forgetAfter(tx);
}

export type ProfileUnit = Omit<Unit, 'active' | 'version'>;

/** Likewise the units. */
export async function seedUnits(tx: Tx, list: ProfileUnit[]): Promise<void> {
  const added = new Set(await addUnits(tx.db, list));
  const bodies = list
    .filter(({ code }) => added.has(code))
    .map((one) => ({ key: one.code, body: { ...one, active: true } }));
  await recordFirstRevisions(tx, 'unit', bodies);
  rememberedUnits.forgetAfter(tx);
}
