import type { Command } from 'commander';
import { systemActor } from '../kernel/actor.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import type { House } from '../kernel/house.ts';
import type { LongWork } from '../kernel/long-works/long-work.ts';
import { longWorkRound } from '../kernel/long-works/run.ts';
import { workById } from '../kernel/long-works/work-store.ts';
import { askForRebuild, rebuildWork } from '../modules/search/door.ts';

/** `hemsehri search rebuild`: makes the index of what is found by what anew. It helps the workers of a running server; alone it does all. */
export function registerSearch(program: Command, open: () => Promise<House>): void {
  const search = program.command('search').description('the index of what is found by what');
  search
    .command('rebuild')
    .description('makes the index anew from the cases; interrupted, it goes on with the next worker')
    .action(async () => {
      const house = await open();
      const id = await inTransaction(house, { actor: systemActor('search-rebuild') }, askForRebuild);
      const work = await carryOut(house, id, ({ done, total }) =>
        process.stderr.write(`\r${done} of ${total ?? '?'} `),
      );
      process.stderr.write('\n');
      if (work.state !== 'done')
        throw new Error(`The index was not finished: ${work.state} ${work.failure ?? ''}`.trim());
      process.stdout.write(`The index holds ${work.done} requests.\n`);
    });
}

const PAUSE_MS = 500;

async function carryOut(house: House, id: string, tell: (work: LongWork) => void): Promise<LongWork> {
  const ours: House = { ...house, works: [rebuildWork] };
  for (;;) {
    let begun = false;
    // One step, so that there is something to tell.
    await longWorkRound(
      ours,
      async () => null,
      () => begun || !(begun = true),
    );
    const work = (await workById(house.db, id))!;
    tell(work);
    if (work.endedAt !== null) return work;
    // A worker of the running server has it in hand at this moment.
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
}
