import type { StreetFile, StreetFileAnswer } from '../../../../contract/places.ts';
import { audit } from '../../../kernel/audit.ts';
import { takeTurns } from '../../../kernel/db/take-turns.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { recordRevisions } from '../../../kernel/revisions.ts';
import { keepFirstVersions } from '../first-version.ts';
import { mayChangePlaces } from '../may-change.ts';
import type { Neighbourhood } from '../neighbourhood.ts';
import { rememberedStreetBook } from '../queries.ts';
import { allNeighbourhoods } from '../store.ts';
import type { StreetPlan } from '../street-file.ts';
import { planStreets, readStreetFile } from '../street-file.ts';
import { allStreets, writeStreets } from '../street-store.ts';

const SHOWN = 20;
const MOST_FAULTS = 200;

/**
 * Reads a file of streets and says what it would add and change; with `apply` it does so, all or nothing. Streets the file does not name
 * stay as they are. A faulty line stops the whole unless the person said to leave such lines out.
 * @throws reason-missing, input-invalid with the faulty lines
 */
export async function importStreets(tx: Tx, file: StreetFile): Promise<StreetFileAnswer> {
  mayChangePlaces(tx.actor);
  const { text, apply, withoutFaulty, reason = '' } = file;
  if (apply) await takeTurns(tx.db, 'streets from a file');
  const neighbourhoods = await allNeighbourhoods(tx.db);
  const read = readStreetFile(text, neighbourhoods);
  const plans = planStreets(read.streets, await allStreets(tx.db));
  const added = plans.filter(({ before }) => before === null).length;
  const answer = {
    lines: read.lines,
    added,
    changed: plans.length - added,
    same: read.streets.length - plans.length,
    faults: read.faults.slice(0, MOST_FAULTS),
    sample: plans.slice(0, SHOWN).map((plan) => shown(plan, neighbourhoods)),
  };
  if (!apply) return { ...answer, applied: false };
  if (reason.trim() === '') throw refuse('reason-missing');
  if (read.faults.length > 0 && !withoutFaulty) throw refuse('input-invalid', { lines: answer.faults });
  await write(tx, plans, reason);
  return { ...answer, applied: true };
}

async function write(tx: Tx, plans: readonly StreetPlan[], reason: string): Promise<void> {
  if (plans.length === 0) return;
  await keepFirstVersions(
    tx,
    'street',
    plans.flatMap(({ before }) => before ?? []),
  );
  const saved = await writeStreets(
    tx.db,
    plans.map(({ before, after }) => ({ ...after, id: before?.id ?? 0, version: (before?.version ?? 0) + 1 })),
  );
  const bodies = saved.map(({ id, version: _, ...body }) => ({ key: String(id), body }));
  await recordRevisions(tx, { kind: 'street', bodies, reason });
  await audit(tx, { act: 'streets-imported', subjectKind: 'street', reason, detail: { streets: saved.length } });
  rememberedStreetBook.forgetAfter(tx);
}

function shown({ line, before, after }: StreetPlan, neighbourhoods: readonly Neighbourhood[]) {
  return {
    line,
    neighbourhood: neighbourhoods.find(({ id }) => id === after.neighbourhoodId)?.name ?? '',
    name: after.name,
    before: before?.roadAuthority ?? null,
    after: after.roadAuthority,
    isNew: before === null,
  };
}
