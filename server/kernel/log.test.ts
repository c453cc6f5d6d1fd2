import { expect, test } from 'vitest';
import { emptyHouse } from '../testing/empty-house.ts';
import { sql } from './db/database.ts';
import { makeLog } from './log.ts';

const house = await emptyHouse();
const SAID = 'Komşum Işıl Örnek,\n    at 0555 123 45 67 ulaşılır';

function logged(act: (log: ReturnType<typeof makeLog>) => void): Record<string, unknown> {
  const lines: string[] = [];
  act(makeLog('info', { write: (line) => void lines.push(line) }));
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toMatch(/Işıl|Komşum|0555/);
  return JSON.parse(lines[0]!) as Record<string, unknown>;
}

test('a line says when, how bad and what, and nothing of the machine', () => {
  expect(logged((log) => log.warn({ id: 'a1' }, 'provider could not be asked'))).toEqual({
    level: 'warn',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    id: 'a1',
    msg: 'provider could not be asked',
  });
});

test('an error of the database leaves its code and place, not the words it quotes', async () => {
  const error: unknown = await sql`select ${SAID}::int`.execute(house.db).catch((caught: unknown) => caught);
  expect((error as Error).message).toContain('Işıl');
  const { err } = logged((log) => log.error({ err: error }, 'fault')) as { err: Record<string, unknown> };
  expect(err).toMatchObject({ kind: 'error', code: '22P02' });
  expect((err.place as string[])[0]).toMatch(/^at /);
});

test('an error whose message has lines of its own leaves none of them', () => {
  const { err } = logged((log) => log.error({ err: new RangeError(SAID) }, 'fault')) as {
    err: Record<string, unknown>;
  };
  expect(err).toMatchObject({ kind: 'RangeError' });
  expect((err.place as string[])[0]).toContain('log.test.ts');
});

test('what is thrown and is no error leaves only what it is', () => {
  expect(logged((log) => log.error({ err: SAID }, 'fault')).err).toEqual({ kind: 'string' });
});
