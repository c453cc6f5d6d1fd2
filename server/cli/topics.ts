import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { buildTopicIndex, suggestTopics } from '../modules/catalogue/door.ts';
import type { SuggestableTopic } from '../modules/catalogue/door.ts';

/** `hemsehri topics suggest "…"`: the same suggestion the portal and the call screen make, over the shipped catalogue. */
export function registerTopics(program: Command): void {
  const topics = program.command('topics').description('the topics a citizen can ask about');
  topics
    .command('suggest')
    .description("the three likeliest topics for a citizen's own words, likeliest first")
    .argument('<words...>', 'what the citizen says, in any spelling')
    .option('--json', 'with scores and the words that decided')
    .action((words: string[], { json }: { json?: boolean }) => {
      const file = new URL('../../data/topics.json', import.meta.url);
      const catalogue = JSON.parse(readFileSync(file, 'utf8')) as { topics: SuggestableTopic[] };
      const found = suggestTopics(buildTopicIndex(catalogue.topics), words.join(' '));
      if (json) process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
      else process.stdout.write(found.map(({ code }) => `${code}\n`).join(''));
      if (found.length === 0) process.stderr.write('No topic fits these words.\n');
    });
}
