import { audit } from '../../../kernel/audit.ts';
import { takeTurns } from '../../../kernel/db/take-turns.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { recordRevision } from '../../../kernel/revisions.ts';
import { fold, normaliseInput } from '../../../../text/turkish.ts';
import { keepFirstVersions } from '../first-version.ts';
import { mayChangePlaces } from '../may-change.ts';
import type { Neighbourhood } from '../neighbourhood.ts';
import { rememberedNeighbourhoods } from '../queries.ts';
import { allNeighbourhoods, insertNeighbourhood, writeNeighbourhood } from '../store.ts';

export interface SaveNeighbourhood {
  /** Null: a new one. */
  id: number | null;
  neighbourhood: Omit<Neighbourhood, 'id'>;
  reason: string;
}

/**
 * Writes a neighbourhood, new (version 0) or changed. It is never deleted, because requests lie in it; one that was merged away is closed.
 * @throws input-invalid with all faults, not-found, changed-meanwhile, reason-missing
 */
export async function saveNeighbourhood(
  tx: Tx,
  { id, neighbourhood: given, reason }: SaveNeighbourhood,
): Promise<Neighbourhood> {
  mayChangePlaces(tx.actor);
  if (reason.trim() === '') throw refuse('reason-missing');
  // All of them take turns: a name and a tile are each one neighbourhood's only.
  await takeTurns(tx.db, 'neighbourhoods');
  const all = await allNeighbourhoods(tx.db);
  const before = all.find((each) => each.id === id);
  if (id !== null && before === undefined) throw refuse('not-found');
  if ((before?.version ?? 0) !== given.version) throw refuse('changed-meanwhile', { current: before ?? null });
  const { version: _, ...body } = tidied(given);
  const others = all.filter((each) => each.id !== id);
  const faults = faultsIn(body, others);
  if (faults.length > 0) throw refuse('input-invalid', { faults });
  const key = id ?? (await insertNeighbourhood(tx.db, body));
  if (before !== undefined) await keepFirstVersions(tx, 'neighbourhood', [before]);
  const version = await recordRevision(tx, { kind: 'neighbourhood', key: String(key), body, reason });
  const saved = { ...body, id: key, version };
  await writeNeighbourhood(tx.db, saved);
  await audit(tx, {
    ...{ act: 'neighbourhood-changed', subjectKind: 'neighbourhood', subjectId: String(key), reason },
    detail: { version },
  });
  rememberedNeighbourhoods.forgetAfter(tx);
  return saved;
}

type Body = Omit<Neighbourhood, 'id' | 'version'>;

function tidied(given: Omit<Neighbourhood, 'id'>): Omit<Neighbourhood, 'id'> {
  const { name, fullName, shortName, locative } = given;
  return {
    ...given,
    name: normaliseInput(name),
    fullName: normaliseInput(fullName),
    shortName: normaliseInput(shortName),
    locative: normaliseInput(locative),
  };
}

function faultsIn(body: Body, others: readonly Neighbourhood[]) {
  const faults: { where: string; problem: string }[] = (['name', 'fullName', 'shortName', 'locative'] as const)
    .filter((field) => body[field] === '')
    .map((field) => ({ where: field, problem: 'text-missing' }));
  if (others.some(({ name }) => fold(name) === fold(body.name))) faults.push({ where: 'name', problem: 'twice' });
  if ((body.tileCol === null) !== (body.tileRow === null)) faults.push({ where: 'tile', problem: 'half' });
  const isTaken = ({ tileCol, tileRow }: Body) =>
    body.tileCol !== null && tileCol === body.tileCol && tileRow === body.tileRow;
  if (others.some(isTaken)) faults.push({ where: 'tile', problem: 'tile-taken' });
  if ((body.latitude === null) !== (body.longitude === null)) faults.push({ where: 'centre', problem: 'half' });
  return faults;
}
