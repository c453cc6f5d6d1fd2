import type { Command } from 'commander';
import type { House } from '../kernel/house.ts';

/** `hemsehri migrate`: opening the house migrates, so this only says that it is done. */
export function registerMigrate(program: Command, open: () => Promise<House>): void {
  program
    .command('migrate')
    .description('bring the database to the newest schema')
    .action(async () => {
      await open();
      process.stdout.write('The database has the newest schema.\n');
    });
}
