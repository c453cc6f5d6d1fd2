// `hemsehri replay`: plays a municipality's past year through the product, and holds the figures that come out against the document.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command } from 'commander';
import { Argument, InvalidArgumentError, Option } from 'commander';
import type { House } from '../kernel/house.ts';
import { figures } from '../modules/reporting/door.ts';
import { ROOT } from '../open-server.ts';
import { check } from '../replay/check.ts';
import type { ReplayName } from '../replay/margins.ts';
import { REPLAYS } from '../replay/margins.ts';
import { startProgress } from '../replay/progress.ts';
import type { ReplayAsked, Replayed } from '../replay/replay.ts';
import { ReplayRefused, replay } from '../replay/replay.ts';
import type { Asked } from '../replay/setting.ts';
import { marginsFor } from '../replay/setting.ts';

interface Options extends Omit<ReplayAsked, 'name'> {
  check?: boolean;
  checkOnly?: boolean;
}

export function registerReplay(program: Command, open: () => Promise<House>): void {
  program
    .command('replay')
    .description("play a past year as individual citizens, calls and requests, through the product's own actions")
    .addArgument(new Argument('<year>', 'whose year').choices(REPLAYS))
    .option('--sample <share>', 'play only this share of the year, 0.01 for a hundredth', share, 1)
    .option('--seed <number>', 'what is not in the document is drawn from it', wholeNumber, 1)
    .option('--concurrency <number>', 'lives that go on at once', wholeNumber, 8)
    .addOption(
      new Option('--gateway <gateway>', 'who is handed the messages')
        .choices(['simulator', 'none'])
        .default('simulator'),
    )
    .option('--into-demo', 'play also where somebody has recorded requests of their own', false)
    .option('--check', 'afterwards hold the report against the document; exit code 1 if a cell differs')
    .option('--check-only', 'play nothing, only check')
    .addHelpText(
      'after',
      '\nInterrupted, the same command goes on where it stopped; run twice, it changes nothing.\n\nExample:\n  hemsehri replay umraniye-2022 --sample 0.01 --check',
    )
    .action((name: ReplayName, options: Options) => run({ ...options, name }, open));
}

async function run(asked: Options & { name: ReplayName }, open: () => Promise<House>): Promise<void> {
  const house = await open();
  try {
    if (!asked.checkOnly) await play(house, asked);
    if (asked.check || asked.checkOnly) await compare(house, asked);
  } catch (error) {
    if (!(error instanceof ReplayRefused) && !(error instanceof RangeError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

async function play(house: House, asked: ReplayAsked): Promise<void> {
  const played = await replay(house, asked, (total) => startProgress(total, process.stderr));
  process.stdout.write(`${inWords(played)}\n`);
  // A run that only finished what another began would print a rate that means nothing.
  if (played.daysBefore > 0 || asked.sample < 1) return;
  const folder = join(ROOT, 'bench', 'results');
  await mkdir(folder, { recursive: true });
  const { concurrency, gateway } = asked;
  await writeFile(
    join(folder, `replay-${asked.name}.json`),
    `${JSON.stringify({ ...played, concurrency, gateway }, null, 2)}\n`,
  );
}

function inWords({
  plan,
  lifecycles,
  calls,
  messages,
  seconds,
  lifecyclesPerSecond,
  life,
  create,
  daysBefore,
}: Replayed): string {
  const line = (name: string, { p50, p95, p99 }: Replayed['life']) =>
    `${name}: p50 ${p50} ms, p95 ${p95} ms, p99 ${p99} ms`;
  return [
    `${plan}: ${lifecycles} requests lived to their end, ${calls} other calls, ${messages} messages handed over, in ${seconds} s.`,
    ...(daysBefore > 0 ? [`${daysBefore} days had been played before.`] : []),
    `${lifecyclesPerSecond} lifecycles/s.`,
    line('A life', life),
    line('Its recording', create),
  ].join('\n');
}

async function compare(house: House, asked: Asked): Promise<void> {
  const margins = await marginsFor(house, asked);
  const report = await figures(house.db, { period: { year: margins.year }, now: house.clock.now() });
  const { cells, differences } = check(report, margins);
  for (const { cell, document, report: found } of differences) {
    process.stdout.write(`${cell}: document ${document}, report ${found ?? 'no such cell'}\n`);
  }
  for (const { sentence, holds } of report.checks) process.stdout.write(`${sentence.en} ${holds ? '✓' : '✗'}\n`);
  process.stdout.write(`${cells} cells compared, ${differences.length} differ.\n`);
  if (differences.length > 0 || report.checks.some(({ holds }) => !holds)) process.exitCode = 1;
}

function share(text: string): number {
  const value = Number(text);
  if (value > 0 && value <= 1) return value;
  throw new InvalidArgumentError('It must be above 0 and at most 1.');
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (Number.isSafeInteger(value) && value >= 1) return value;
  throw new InvalidArgumentError('It must be a whole number from 1 on.');
}
