import { systemActor } from '../../kernel/actor.ts';
import type { Tx } from '../../kernel/db/transaction.ts';
import type { Reaction } from '../../kernel/facts.ts';
import { on } from '../../kernel/facts.ts';
import { askForWork } from '../../kernel/long-works/ask.ts';
import { revisionAt, SettingChanged } from '../../kernel/revisions.ts';
import type { Topic } from '../catalogue/door.ts';
import { keptTo } from '../catalogue/door.ts';
import { RESTRICTION, confidenceOf } from './restriction-work.ts';
import { requestsKeptOtherwise } from './key-store.ts';

/** Asks for it where the change of a topic keeps its requests from somebody who may see them now. */
export const requestReactions: Reaction[] = [
  on(SettingChanged, 'takes the requests of a topic along when it is kept to others', async (tx, { data }) => {
    if (data.kind !== 'topic' || data.version < 2) return;
    const [after, before] = await Promise.all([
      bodyAt(tx, data.key, data.version),
      bodyAt(tx, data.key, data.version - 1),
    ]);
    if (!after || !keepsMore(after, before)) return;
    const kept = { topic: data.key, ...confidenceOf(after), after: null, limit: 1 };
    if ((await requestsKeptOtherwise(tx.db, kept)).length === 0) return;
    await askForWork({ ...tx, actor: systemActor('restriction') }, { kind: RESTRICTION, input: { topic: data.key } });
  }),
];

async function bodyAt(tx: Tx, code: string, version: number): Promise<Topic | undefined> {
  return (await revisionAt<Topic>(tx.db, 'topic', code, version))?.body;
}

/** Or others. What is kept less than before changes nothing of what was said. */
function keepsMore(after: Topic, before: Topic | undefined): boolean {
  if (after.identitySecret && !before?.identitySecret) return true;
  return after.restricted && !(before?.restricted && sameCodes(keptTo(before), keptTo(after)));
}

function sameCodes(left: readonly string[], right: readonly string[]): boolean {
  return [...left].sort().join() === [...right].sort().join();
}
