/** A long act on many requests by a worker that is killed half way: nothing is done twice, nothing is left out, and undoing it is as exact. */
import { expect, test } from 'vitest';
import { runBulkDrill } from './testing/drills/bulk-act.ts';
import { furnishedHouse } from './testing/furnished-house.ts';

const ROWS = 240;

test(
  'is carried on where the killed worker was, to the last row, and undone the same way',
  { timeout: 120_000 },
  async () => {
    const { house, clock, databaseUrl, as } = await furnishedHouse();
    const report = await runBulkDrill({
      ...{ house, clock, databaseUrl, supervisor: await as('sibel') },
      ...{ rows: ROWS, killAt: 60, pauseMs: 8, say: () => {} },
    });
    expect(report.broken).toEqual([]);
    for (const phase of [report.act, report.undo]) {
      expect(phase).toMatchObject({ done: ROWS, refused: 0 });
      expect(phase.doneAtKill).toBeGreaterThanOrEqual(60);
      expect(phase.doneAtKill, 'it was really in the middle').toBeLessThan(ROWS);
    }
  },
);
