import { afterEach, describe, expect, test, vi } from 'vitest';
import { registerDeadline } from './deadline.ts';
import { runCommand } from './testing.ts';

afterEach(() => vi.restoreAllMocks());

const run = (...args: string[]) =>
  runCommand(
    (program) => registerDeadline(program, () => Promise.reject(new Error('the laws need no database'))),
    ['deadline', ...args],
  );

describe('hemsehri deadline', () => {
  const answers: [args: string, due: string][] = [
    ['--law 4982 --received 2026-03-13', '2026-04-06'],
    ['--law 4982 --received 2026-03-13 --extended', '2026-04-28'],
    ['--law foi --received 2026-03-13 --language en', '2026-04-06'],
    ['--law 3071 --received 2026-02-18', '2026-03-23'],
    ['--law kvkk --received 2026-02-18', '2026-03-23'],
    ['--law 6698 --received 2026-02-18', '2026-03-23'],
    ['--law cimer --received 2026-02-18', '2026-03-23'],
    ['--law 2577 --received 2026-02-18', '2026-03-23'],
    ['--law acik-kapi --received 2026-03-02', '2026-03-09'],
  ];
  test.each(answers)('%s → %s', async (args, due) => {
    const { out, exitCode } = await run(...args.split(' '));
    expect(out.split('\n')[0]).toBe(due);
    expect(exitCode).toBe(0);
  });

  test('--json gives the same day and every step', async () => {
    const { out } = await run('--law', '4982', '--received', '2026-03-13', '--json');
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({
      clock: 'foi',
      law: '4982',
      article: 'm.11',
      dueDay: '2026-04-06',
      dueAt: '2026-04-06T14:30:00.000Z',
    });
    expect(answer.days.filter((day: { counted: number | null }) => day.counted)).toHaveLength(15);
  });

  const mistakes: [args: string[], sentence: string][] = [
    [[], 'Which law?'],
    [['--law', '4982'], 'Received when? Give --received as YYYY-MM-DD.'],
    [['--law', '4982', '--received', '13.03.2026'], '"13.03.2026" is not a day.'],
    [['--law', '4982', '--received', '2026-02-30'], '"2026-02-30" is not a day.'],
    [['--law', '9999', '--received', '2026-03-13'], 'No period is known for "9999".'],
    [['--law', 'constructor', '--received', '2026-03-13'], 'No period is known for "constructor".'],
    [['--law', '3071', '--received', '2026-03-13', '--extended'], 'Only the period of law 4982 can be extended.'],
    [['--law', '4982', '--received', '2026-03-13', '--language', 'de'], '"de" is not a language of this command.'],
    [['--law', '4982', '--received', '2030-12-20'], 'the holidays of 2031 are not in the table.'],
  ];
  test.each(mistakes)('%j says so and exits 2', async (args, sentence) => {
    const { out, err, exitCode } = await run(...args);
    expect(err).toContain(sentence);
    expect(out).toBe('');
    expect(exitCode).toBe(2);
  });
});
