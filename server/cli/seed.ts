import type { Command } from 'commander';
import type { House } from '../kernel/house.ts';
import { seedIfEmpty } from '../seed/seed.ts';

/** `hemsehri seed`: what a start does with an empty database, on its own. The profile is HEMSEHRI_MUNICIPALITY's. */
export function registerSeed(program: Command, open: () => Promise<House>): void {
  program
    .command('seed')
    .description(
      'load a ready municipality into an empty database (HEMSEHRI_MUNICIPALITY=umraniye or cigli; HEMSEHRI_DEMO=0 leaves out all invented people)',
    )
    .action(async () => {
      const done = await seedIfEmpty(await open());
      process.stdout.write(`${done ?? 'There is a municipality in this database already; nothing was changed.'}\n`);
    });
}
