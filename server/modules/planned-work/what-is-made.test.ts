import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { JobState } from '../../../contract/planned-work.ts';
import { shiftDay } from '../calendar/door.ts';
import type { Circumstances } from './rhythm.ts';
import type { JobThere } from './what-is-made.ts';
import { firstDayOf, whatIsMade } from './what-is-made.ts';
import type { WorkPlan } from './work-plan.ts';

const open: Circumstances = { shut: () => null, inSeason: () => true };
/** Mondays, in two neighbourhoods, seen a week ahead. */
const plan: WorkPlan = {
  ...{ id: 'p', title: 'İlaçlama', todo: 'Larva', topic: 'HAY-07', directorate: 'VET', unit: null, person: null },
  ...{ neighbourhoods: [1, 2], areas: [], street: '', season: null, onHoliday: 'same-day', daysAhead: 7 },
  ...{ lastDay: null, madeTo: '2026-02-15', version: 2 },
  rhythm: { kind: 'weeks', from: '2026-01-01', every: 1, weekdays: [1], monthDay: 1, within: null },
};
const TODAY = '2026-02-16';
const job = (day: string, neighbourhoodId: number, state: JobState = 'due', planVersion = 2): JobThere => ({
  ...{ id: `${day} ${neighbourhoodId}`, day, neighbourhoodId, areaCode: null, state, planVersion },
});
const madeOf = (there: JobThere[], change: Partial<WorkPlan> = {}) => {
  const { make, takeBack, madeTo } = whatIsMade({ ...plan, ...change }, TODAY, there, open);
  return { make: make.map(({ day, neighbourhoodId }) => `${day} ${neighbourhoodId}`), takeBack, madeTo };
};

test.each([
  [
    'a new plan: each place on each day',
    [],
    {},
    [['2026-02-16 1', '2026-02-16 2', '2026-02-23 1', '2026-02-23 2'], []],
  ],
  ['asked again: nothing', [job('2026-02-16', 1), job('2026-02-16', 2), job('2026-02-23', 1), job('2026-02-23', 2)], {}, [[], []]], // prettier-ignore
  ['done and skipped stay', [job('2026-02-16', 1, 'done', 1), job('2026-02-16', 2, 'skipped', 1)], {}, [['2026-02-23 1', '2026-02-23 2'], []]], // prettier-ignore
  ['what was taken back comes again', [job('2026-02-16', 1, 'taken-back')], { neighbourhoods: [1], daysAhead: 0 }, [['2026-02-16 1'], []]], // prettier-ignore
  ['a changed plan says those to come anew', [job('2026-02-16', 1, 'due', 1)], { neighbourhoods: [1], daysAhead: 0 }, [['2026-02-16 1'], []]], // prettier-ignore
  ['a place less: its job is taken back', [job('2026-02-16', 1), job('2026-02-16', 2)], { neighbourhoods: [1], daysAhead: 0 }, [[], ['2026-02-16 2']]], // prettier-ignore
  ['seen less far ahead: what is beyond waits', [job('2026-02-16', 1), job('2026-02-23', 1)], { neighbourhoods: [1], daysAhead: 0 }, [[], ['2026-02-23 1']]], // prettier-ignore
  ['what is over stays, also under an older plan', [job('2026-02-09', 1, 'due', 1)], { neighbourhoods: [1], daysAhead: 0 }, [['2026-02-16 1'], []]], // prettier-ignore
  ['what was missed while nobody ran is made', [job('2026-02-02', 1)], { neighbourhoods: [1], daysAhead: 0, madeTo: '2026-02-05' }, [['2026-02-09 1', '2026-02-16 1'], []]], // prettier-ignore
  ['ended: nothing is left to come', [job('2026-02-16', 1), job('2026-02-16', 2, 'done')], { lastDay: '2026-02-15' }, [[], ['2026-02-16 1']]], // prettier-ignore
] as [string, JobThere[], Partial<WorkPlan>, [string[], string[]]][])(
  '%s',
  (_what, there, change, [make, takeBack]) => {
    expect(madeOf(there, change)).toMatchObject({ make, takeBack });
  },
);

test('whenever it runs, and however often, the same jobs are there at the end, each once', () => {
  const runs = fc.uniqueArray(fc.integer({ min: 0, max: 120 }), { minLength: 1, maxLength: 25 });
  fc.assert(
    fc.property(runs, fc.integer({ min: 0, max: 30 }), (offsets, daysAhead) => {
      const last = Math.max(...offsets);
      expect(runAt(offsets, daysAhead)).toEqual(runAt([last], daysAhead));
      expect(runAt([...offsets, ...offsets], daysAhead)).toEqual(runAt(offsets, daysAhead));
    }),
  );
});

/** What stands in the table after runs on these days. */
function runAt(offsets: readonly number[], daysAhead: number): string[] {
  const jobs = new Map<string, JobThere>();
  let madeTo = plan.madeTo;
  for (const offset of offsets.toSorted((one, other) => one - other)) {
    const now = { ...plan, daysAhead, madeTo };
    const today = shiftDay(TODAY, offset);
    const there = [...jobs.values()].filter(({ day }) => day >= firstDayOf(now, today));
    const made = whatIsMade(now, today, there, open);
    expect(made.takeBack).toEqual([]);
    for (const { day, neighbourhoodId } of made.make) {
      expect(jobs.has(`${day} ${neighbourhoodId}`), 'made twice').toBe(false);
      jobs.set(`${day} ${neighbourhoodId}`, job(day, neighbourhoodId!));
    }
    madeTo = made.madeTo;
  }
  return [...jobs.keys()].sort();
}
