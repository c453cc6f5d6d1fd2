import { expect, test } from 'vitest';
import type { NearJob } from './what-callers-hear.ts';
import { whatCallersHear } from './what-callers-hear.ts';

const TODAY = '2026-02-16';
const job = (day: string, state: NearJob['state'] = 'due', planId = 'p'): NearJob => ({
  ...{ planId, title: 'İlaçlama', street: '', place: 'neighbourhood', day, insteadOf: null, state },
});

test.each([
  ['nothing', [], []],
  ['the nearest of those to come', [job('2026-03-02'), job('2026-02-23')], ['ahead 2026-02-23']],
  ['today counts as to come', [job(TODAY)], ['ahead 2026-02-16']],
  ['what its plan only foresees', [job('2026-03-16', 'foreseen')], ['ahead 2026-03-16']],
  ['too far ahead to wait for', [job('2026-04-15')], []],
  ['late', [job('2026-02-09')], ['late 2026-02-09']],
  ['the last of several late ones, and the next', [job('2026-02-02'), job('2026-02-09'), job('2026-02-23')], ['ahead 2026-02-23', 'late 2026-02-09']], // prettier-ignore
  [
    'done lately, and the next',
    [job('2026-02-13', 'done'), job('2026-02-23')],
    ['ahead 2026-02-23', 'done 2026-02-13'],
  ],
  ['done after the late one: that is made good for', [job('2026-02-09'), job('2026-02-13', 'done')], ['done 2026-02-13']], // prettier-ignore
  ['done before the late one: both', [job('2026-02-09', 'done'), job('2026-02-13')], ['late 2026-02-13', 'done 2026-02-09']], // prettier-ignore
  ['done too long ago to be an answer', [job('2026-02-01', 'done')], []],
  ['two plans, by day', [job('2026-02-25'), job('2026-02-20', 'due', 'q')], ['ahead 2026-02-20', 'ahead 2026-02-25']],
] as [string, NearJob[], string[]][])('%s', (_what, jobs, heard) => {
  expect(whatCallersHear(jobs, TODAY).map(({ kind, day }) => `${kind} ${day}`)).toEqual(heard);
});

test('of one that was put off: the day that holds, and which it stands for; once it is done, only that', () => {
  const putOff = (state: NearJob['state'], day = '2026-02-25') => ({ ...job(day, state), insteadOf: '2026-02-18' });
  const heard = (one: NearJob) => whatCallersHear([one], TODAY).map(({ kind, insteadOf }) => `${kind} ${insteadOf}`);
  expect(heard(putOff('due'))).toEqual(['ahead 2026-02-18']);
  expect(heard(putOff('due', '2026-02-13'))).toEqual(['late 2026-02-18']);
  expect(heard(putOff('done', '2026-02-13'))).toEqual(['done null']);
});
