import { audit } from '../../../kernel/audit.ts';
import { takeTurns } from '../../../kernel/db/take-turns.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { recordRevision } from '../../../kernel/revisions.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import { faultsInArea } from '../area.ts';
import { mayChangePlaces } from '../may-change.ts';
import type { Area } from '../neighbourhood.ts';
import { rememberedAreas } from '../queries.ts';
import { allNeighbourhoods, areaRow, writeArea } from '../store.ts';

/**
 * Writes an area, new (version 0) or changed. It is never deleted, because rules and reasons name it; one that is no longer wanted is closed
 * (not active), and whoever built on it hears of it in the same transaction.
 * @throws input-invalid with all faults, changed-meanwhile, reason-missing
 */
export async function saveArea(tx: Tx, given: Area, reason: string): Promise<Area> {
  mayChangePlaces(tx.actor);
  if (reason.trim() === '') throw refuse('reason-missing');
  await takeTurns(tx.db, `area ${given.code}`);
  const before = await areaRow(tx.db, given.code);
  if ((before?.version ?? 0) !== given.version) throw refuse('changed-meanwhile', { current: before ?? null });
  const { version: _, ...body } = tidied(given);
  const faults = [...faultsInNames(body), ...faultsInArea(given, await allNeighbourhoods(tx.db))];
  if (faults.length > 0) throw refuse('input-invalid', { faults });
  const version = await recordRevision(tx, { kind: 'area', key: given.code, body, reason });
  const saved = { ...body, version };
  await writeArea(tx.db, saved);
  await audit(tx, { act: 'area-changed', subjectKind: 'area', subjectId: given.code, reason, detail: { version } });
  rememberedAreas.forgetAfter(tx);
  return saved;
}

/** A height is nothing to us, and a nineteenth digit of a degree is smaller than an atom. */
function tidied(area: Area): Area {
  const short = (position: number[]) => [rounded(position[0]!), rounded(position[1]!)];
  const rings = (list: number[][][]) => list.map((ring) => ring.map(short));
  const { shape } = area;
  return {
    ...area,
    name: { tr: normaliseInput(area.name.tr), en: normaliseInput(area.name.en) },
    neighbourhoods: [...area.neighbourhoods].sort((left, right) => left - right),
    shape:
      shape?.type === 'Polygon'
        ? { type: 'Polygon', coordinates: rings(shape.coordinates) }
        : shape && { type: 'MultiPolygon', coordinates: shape.coordinates.map(rings) },
  };
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}

function faultsInNames({ name }: Pick<Area, 'name'>) {
  return (['tr', 'en'] as const)
    .filter((language) => name[language] === '')
    .map((language) => ({ where: `name.${language}`, problem: 'text-missing' }));
}
