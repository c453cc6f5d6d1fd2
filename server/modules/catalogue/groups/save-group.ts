/** The groups topics stand in: what they are called, in which order they stand, and that a closed one has nothing in it. */
import { audit } from '../../../kernel/audit.ts';
import { takeTurns } from '../../../kernel/db/take-turns.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { recordRevision } from '../../../kernel/revisions.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import { may } from '../../staff/door.ts';
import { rememberedGroups } from '../queries.ts';
import { allTopics, groupRow, writeGroup } from '../store.ts';
import type { TopicGroup } from '../topic.ts';

/**
 * Writes a group, new (version 0) or changed, with the reason. It is never deleted, because rules, ladders and old versions of topics name it; it
 * is closed once nothing that is offered stands in it. @throws input-invalid with all faults, changed-meanwhile, reason-missing
 */
export async function saveTopicGroup(tx: Tx, given: TopicGroup, reason: string): Promise<TopicGroup> {
  if (!may(tx.actor, 'settings-change')) throw refuse('not-allowed');
  if (normaliseInput(reason) === '') throw refuse('reason-missing');
  await takeTurns(tx.db, `topic-group ${given.code}`);
  const before = await groupRow(tx.db, given.code);
  if ((before?.version ?? 0) !== given.version) throw refuse('changed-meanwhile', { current: before ?? null });
  const { version: _, name, ...rest } = given;
  const body = { ...rest, name: { tr: normaliseInput(name.tr), en: normaliseInput(name.en) } };
  const faults = await faultsIn(tx, body);
  if (faults.length > 0) throw refuse('input-invalid', { faults });
  const version = await recordRevision(tx, { kind: 'topic-group', key: body.code, body, reason });
  const saved = { ...body, version };
  await writeGroup(tx.db, saved);
  const detail = { version };
  await audit(tx, { act: 'topic-group-changed', subjectKind: 'topic-group', subjectId: body.code, reason, detail });
  rememberedGroups.forgetAfter(tx);
  return saved;
}

async function faultsIn(tx: Tx, { code, name, active }: Omit<TopicGroup, 'version'>) {
  const faults: { where: string; problem: string }[] = [];
  for (const language of ['tr', 'en'] as const)
    if (name[language] === '') faults.push({ where: `name.${language}`, problem: 'text-missing' });
  const isInUse = !active && (await allTopics(tx.db)).some((topic) => topic.active && topic.group === code);
  if (isInUse) faults.push({ where: 'active', problem: 'topics-in-it' });
  return faults;
}
