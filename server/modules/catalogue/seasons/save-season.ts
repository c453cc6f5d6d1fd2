/** A season is written by who may change settings, and switched by who may switch seasons; both are versions of it, with who, when and why. */
import type { Season, SeasonGiven, Switched } from '../../../../contract/seasons.ts';
import { audit } from '../../../kernel/audit.ts';
import { takeTurns } from '../../../kernel/db/take-turns.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { recordRevision } from '../../../kernel/revisions.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import { may } from '../../staff/door.ts';
import { allTopics } from '../store.ts';
import { faultsInSeason } from './season-in-force.ts';
import { rememberedSeasons } from './season-queries.ts';
import { seasonRow, writeSeason } from './season-store.ts';

/**
 * Writes a season, new (version 0: it is off) or changed; how it is switched stays. It is never deleted, because requests came in it; it is made
 * inactive. @throws input-invalid with all faults, changed-meanwhile, reason-missing
 */
export async function saveSeason(tx: Tx, given: SeasonGiven, reason: string): Promise<Season> {
  if (!may(tx.actor, 'settings-change')) throw refuse('not-allowed');
  const before = await beginChange(tx, { code: given.code, version: given.version, reason });
  const known = new Set((await allTopics(tx.db)).map(({ code }) => code));
  const faults = faultsInSeason(given, (topic) => known.has(topic));
  if (faults.length > 0) throw refuse('input-invalid', { faults });
  const switched = before?.switched ?? 'off';
  // Its dates are gone: it cannot go by them.
  const isWithoutDates = switched === 'dates' && given.from === null;
  return write(tx, { ...given, switched: isWithoutDates ? 'off' : switched }, { act: 'season-changed', reason });
}

/** @throws not-found, input-invalid for dates it does not have, changed-meanwhile, reason-missing, already-exists: it is so already */
export async function switchSeason(
  tx: Tx,
  { code, to, version, reason }: { code: string; to: Switched; version: number; reason: string },
): Promise<Season> {
  if (!may(tx.actor, 'season-switch')) throw refuse('not-allowed');
  const before = await beginChange(tx, { code, version, reason });
  if (before === undefined || !before.active) throw refuse('not-found');
  if (before.switched === to) throw refuse('already-exists', { field: 'to' });
  if (to === 'dates' && before.from === null) throw refuse('input-invalid', { field: 'to', problem: 'no-dates' });
  return write(tx, { ...before, switched: to }, { act: 'season-switched', reason });
}

async function beginChange(
  tx: Tx,
  { code, version, reason }: { code: string; version: number; reason: string },
): Promise<Season | undefined> {
  if (normaliseInput(reason) === '') throw refuse('reason-missing');
  await takeTurns(tx.db, `season ${code}`);
  const before = await seasonRow(tx.db, code);
  if ((before?.version ?? 0) !== version) throw refuse('changed-meanwhile', { current: before ?? null });
  return before;
}

async function write(
  tx: Tx,
  { version: _, ...body }: Season,
  { act, reason }: { act: 'season-changed' | 'season-switched'; reason: string },
): Promise<Season> {
  const version = await recordRevision(tx, { kind: 'season', key: body.code, body, reason });
  const saved = { ...body, version };
  await writeSeason(tx.db, saved);
  const detail = { version, switched: body.switched };
  await audit(tx, { act, subjectKind: 'season', subjectId: body.code, reason, detail });
  rememberedSeasons.forgetAfter(tx);
  return saved;
}
