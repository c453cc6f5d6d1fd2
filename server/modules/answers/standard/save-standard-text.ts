import { readFile } from 'node:fs/promises';
import type { StandardText, StandardTextGiven } from '../../../../contract/standard-texts.ts';
import { audit } from '../../../kernel/audit.ts';
import { takeTurns } from '../../../kernel/db/take-turns.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { recordRevision } from '../../../kernel/revisions.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import { listGroups, listSeasons, topicInForce } from '../../catalogue/door.ts';
import { directorateByCode, may } from '../../staff/door.ts';
import { problemsOfBody } from './merge-fields.ts';
import { allStandardTexts, standardTextById, writeStandardText } from './standard-text-store.ts';

/**
 * Writes a standard text, new (version 0) or changed; every version stays. A manager's are those of their own directorate, the solution
 * centre's are its supervisor's. Refuses 'not-allowed', 'changed-meanwhile', 'setting-broken' with what is wrong, 'input-invalid'.
 */
export async function saveStandardText(
  tx: Tx,
  { id = newId(tx.now), reason, ...given }: StandardTextGiven & { id?: string },
): Promise<StandardText> {
  await takeTurns(tx.db, `standard-text ${id}`);
  const before = await standardTextById(tx.db, id);
  if ((before?.version ?? 0) !== given.version) throw refuse('changed-meanwhile', { current: before ?? null });
  // Both: nobody gives a text away to a directorate that is not theirs, nor takes one.
  for (const owner of new Set([given.directorate, before === undefined ? given.directorate : before.directorate]))
    if (!mayOwn(tx, owner)) throw refuse('not-allowed');
  await checkAgainstHouse(tx, given);
  const body = normaliseInput(given.body);
  const problems = problemsOfBody(body);
  if (problems.length > 0) throw refuse('setting-broken', { problems });
  const kept = { ...given, title: normaliseInput(given.title), body };
  const version = await recordRevision(tx, { kind: 'standard-text', key: id, body: kept, reason });
  const saved = { ...kept, id, version, uses: before?.uses ?? 0 };
  await writeStandardText(tx, saved);
  await audit(tx, {
    act: 'standard-text-changed',
    subjectKind: 'standard-text',
    subjectId: id,
    reason,
    detail: { version },
  });
  return saved;
}

function mayOwn({ actor }: Tx, directorate: string | null): boolean {
  return may(actor, 'standard-text-change', { directorates: directorate === null ? [] : [directorate] });
}

async function checkAgainstHouse(
  tx: Tx,
  { topic, group, directorate, title, season }: StandardTextGiven,
): Promise<void> {
  const bad = (field: string) => refuse('input-invalid', { field });
  if (normaliseInput(title) === '') throw bad('title');
  if (topic !== null && group !== null) throw bad('group');
  if (topic !== null && !(await topicInForce(tx.db, topic))) throw bad('topic');
  if (group !== null && !(await listGroups(tx.db)).some(({ code }) => code === group)) throw bad('group');
  if (season != null && !(await listSeasons(tx.db)).some(({ code }) => code === season)) throw bad('season');
  if (directorate !== null && !(await directorateByCode(tx.db, directorate))) throw bad('directorate');
}

/** The first ones of a new municipality; where there are any, nothing is added. */
export async function seedStandardTexts(tx: Tx): Promise<void> {
  if ((await allStandardTexts(tx.db)).length > 0) return;
  const file = new URL('../../../../data/standard-texts.json', import.meta.url);
  const { texts } = JSON.parse(await readFile(file, 'utf8')) as { texts: Partial<StandardTextGiven>[] };
  const any = { topic: null, group: null, kind: null, outcome: null, directorate: null, active: true, version: 0 };
  for (const text of texts)
    await saveStandardText(tx, {
      ...any,
      ...(text as Pick<StandardTextGiven, 'title' | 'body' | 'language'>),
      reason: 'seed',
    });
}
