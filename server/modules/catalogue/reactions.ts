import type { Reaction } from '../../kernel/facts.ts';
import { on } from '../../kernel/facts.ts';
import { refuse } from '../../kernel/refusals.ts';
import { revisionAt, SettingChanged } from '../../kernel/revisions.ts';
import { allTopics } from './store.ts';
import { keptTo } from './topic.ts';

export const catalogueReactions: Reaction[] = [
  on(
    SettingChanged,
    'keeps a unit or directorate from closing while a restricted topic is kept to it',
    async (tx, { data }) => {
      if (data.kind !== 'unit' && data.kind !== 'directorate') return;
      const saved = await revisionAt<{ active: boolean }>(tx.db, data.kind, data.key, data.version);
      if (saved?.body.active !== false) return;
      const topics = (await allTopics(tx.db)).filter((topic) => topic.active && keptTo(topic).includes(data.key));
      // Closed, nobody would be left to see such a request.
      if (topics.length > 0)
        throw refuse('step-not-allowed', { because: 'topic-kept-to-it', topics: topics.map(({ code }) => code) });
    },
  ),
];
