/** `hemsehri topics`: what is suggested for a citizen's words, and how often it is right. */
import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import type { House } from '../kernel/house.ts';
import type { LearnedIndex, SuggestableTopic, Training } from '../modules/catalogue/door.ts';
import { buildTopicIndex, suggestTopics, topicIndex, trainingsNewestFirst } from '../modules/catalogue/door.ts';
import { learnTopics } from '../modules/routing/door.ts';

/** Null where there is no database yet. */
type OpenIfThere = () => Promise<House | null>;

export function registerTopics(program: Command, open: OpenIfThere): void {
  const topics = program.command('topics').description('the topics a citizen can ask about');
  topics
    .command('suggest')
    .description(
      "the three likeliest topics for a citizen's own words, likeliest first: as the portal and the call screen suggest them",
    )
    .argument('<words...>', 'what the citizen says, in any spelling')
    .option('--json', 'with scores and the words that decided')
    .option('--shipped', 'by the shipped catalogue alone, without what this municipality changed and learned')
    .action(async (words: string[], { json, shipped }: { json?: boolean; shipped?: boolean }) => {
      const found = suggestTopics(await indexOf(shipped ? null : await open()), words.join(' '));
      if (json) process.stdout.write(`${JSON.stringify(found, null, 2)}\n`);
      else process.stdout.write(found.map(({ code }) => `${code}\n`).join(''));
      if (found.length === 0) process.stderr.write('No topic fits these words.\n');
    });
  topics
    .command('accuracy')
    .description('how often the right topic is suggested, measured on requests nothing was learned from')
    .option('--train', 'learns now from what was corrected and confirmed, instead of tonight')
    .option('--json', 'the trainings as JSON')
    .action(async ({ train, json }: { train?: boolean; json?: boolean }) => {
      const house = await open();
      if (house === null) return void process.stderr.write('There is no database yet, so nothing was learned.\n');
      if (train) await learnTopics(house);
      const trainings = await trainingsNewestFirst(house.db, 12);
      if (json) return void process.stdout.write(`${JSON.stringify(trainings, null, 2)}\n`);
      if (trainings.length === 0)
        process.stderr.write('Nothing was learned yet: no topic was corrected or confirmed.\n');
      for (const training of trainings) process.stdout.write(`${inWords(training)}\n`);
    });
}

/** The municipality's own topics and what was learned, where there are any; else the shipped catalogue. */
async function indexOf(house: House | null): Promise<LearnedIndex> {
  const own = house === null ? null : await topicIndex(house.db);
  if (own !== null && own.codes.length > 0) return own;
  const file = new URL('../../data/topics.json', import.meta.url);
  const catalogue = JSON.parse(readFileSync(file, 'utf8')) as { topics: SuggestableTopic[] };
  return buildTopicIndex(catalogue.topics);
}

function inWords(training: Training): string {
  const percent = (share: number) => `${(share * 100).toFixed(1)} %`;
  const { trainedAt, lessons, measuredOn, taken } = training;
  return [
    `${trainedAt.toISOString().slice(0, 16).replace('T', ' ')}  ${lessons} lessons, measured on ${measuredOn} held back`,
    `  first:       ${percent(training.firstBefore)} before, ${percent(training.firstAfter)} after`,
    `  first three: ${percent(training.firstThreeBefore)} before, ${percent(training.firstThreeAfter)} after`,
    taken ? `  taken into use, weight ${training.weight.toFixed(1)}` : '  not taken into use',
  ].join('\n');
}
