import { audit } from '../../../kernel/audit.ts';
import { takeTurns } from '../../../kernel/db/take-turns.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { recordRevision } from '../../../kernel/revisions.ts';
import type { Texts } from '../../../../text/language.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import { directorateByCode, may, unitByCode } from '../../staff/door.ts';
import { rememberedTopics } from '../queries.ts';
import { groupRow, topicRow, writeTopic } from '../store.ts';
import { faultsInTopic } from '../topic-faults.ts';
import type { Topic } from '../topic.ts';
import { keptTo } from '../topic.ts';

/**
 * Writes a topic, new (version 0) or changed, with the reason. Requests already made keep the version that was in force.
 * A topic is never deleted, because old requests name it; it is made inactive.
 * @throws input-invalid with all faults, changed-meanwhile
 */
export async function saveTopic(tx: Tx, given: Topic, reason: string): Promise<Topic> {
  if (!may(tx.actor, 'settings-change')) throw refuse('not-allowed');
  if (reason.trim() === '') throw refuse('reason-missing');
  await takeTurns(tx.db, `topic ${given.code}`);
  // A group must not close while a topic is put into it.
  await takeTurns(tx.db, `topic-group ${given.group}`);
  const before = await topicRow(tx.db, given.code);
  if ((before?.version ?? 0) !== given.version) throw refuse('changed-meanwhile', { current: before ?? null });
  const topic = tidied(given);
  const faults = [...faultsInTopic(topic), ...(await faultsInReferences(tx, topic))];
  if (faults.length > 0) throw refuse('input-invalid', { faults });
  const { version: _, ...body } = topic;
  const version = await recordRevision(tx, { kind: 'topic', key: given.code, body, reason });
  const saved = { ...body, version };
  await writeTopic(tx.db, saved);
  await audit(tx, { act: 'topic-changed', subjectKind: 'topic', subjectId: given.code, reason, detail: { version } });
  rememberedTopics.forgetAfter(tx);
  return saved;
}

async function faultsInReferences(tx: Tx, topic: Topic) {
  const { active, group, directorate, otherDirectorates } = topic;
  const faults: { where: string; problem: string }[] = [];
  const named = await groupRow(tx.db, group);
  if (named === undefined) faults.push({ where: 'group', problem: 'unknown' });
  else if (active && !named.active) faults.push({ where: 'group', problem: 'not-active' });
  for (const code of [directorate, ...otherDirectorates]) {
    const found = await directorateByCode(tx.db, code);
    const where = code === directorate ? 'directorate' : 'otherDirectorates';
    if (found === undefined) faults.push({ where, problem: 'unknown' });
    // A topic that is no longer offered may stay with a directorate that is no longer there.
    else if (active && !found.active) faults.push({ where, problem: 'not-active' });
  }
  return [...faults, ...(await faultsInKeptTo(tx, topic))];
}

/** A topic kept to nobody who is there, or to nobody of its own directorate, would be seen by the supervisor alone. */
async function faultsInKeptTo(tx: Tx, topic: Topic): Promise<{ where: string; problem: string }[]> {
  const codes = keptTo(topic);
  if (codes.length === 0) return [];
  const where = 'restrictedTo';
  const faults: { where: string; problem: string }[] = [];
  for (const code of codes) {
    const found = code.includes('-') ? await unitByCode(tx.db, code) : await directorateByCode(tx.db, code);
    if (found === undefined) faults.push({ where, problem: 'unknown' });
    else if (!found.active) faults.push({ where, problem: 'not-active' });
  }
  const isOwn = codes.some((code) => code === topic.directorate || code.startsWith(`${topic.directorate}-`));
  return isOwn ? faults : [...faults, { where, problem: 'not-of-directorate' }];
}

function tidied(topic: Topic): Topic {
  const keywords = [...new Set(topic.keywords.map(normaliseInput).filter((word) => word !== ''))];
  // Who is kept out is not remembered for a day on which the topic may become restricted again.
  const { restrictedTo: _, ownerNote, seasonal, ...open } = topic;
  return {
    ...open,
    ...(topic.restricted && { restrictedTo: [...new Set(keptTo(topic))] }),
    ...(ownerNote && !isBlank(ownerNote) && { ownerNote: inBoth(ownerNote) }),
    ...(seasonal && monthsOf(seasonal)),
    keywords,
    name: inBoth(topic.name),
  };
}

function inBoth({ tr, en }: Texts): Texts {
  return { tr: normaliseInput(tr), en: normaliseInput(en) };
}

function isBlank({ tr, en }: Texts): boolean {
  return normaliseInput(tr + en) === '';
}

/** Work of every month is not seasonal. */
function monthsOf({ months }: NonNullable<Topic['seasonal']>): Pick<Topic, 'seasonal'> {
  const named = [...new Set(months)].sort((left, right) => left - right);
  return named.length === 12 ? {} : { seasonal: { months: named } };
}
