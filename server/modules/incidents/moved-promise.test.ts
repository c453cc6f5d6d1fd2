/** The day a person gives the lead is the day of all who reported the same: each is told once, keeps it when they leave, and loses nothing. */
import { beforeEach, describe, expect, test } from 'vitest';
import { MONDAY_MORNING } from '../../testing/furnished-house.ts';
import { istanbulDay, shiftDay } from '../calendar/door.ts';
import { messagesOfRequest } from '../correspondence/door.ts';
import { clocksOfRequest, movePromise } from '../deadlines/door.ts';
import { potholes } from './testing-potholes.ts';

const { world, supervisor, as, file, caseOf, share, merge, release, openPart, told, three } = await potholes();

describe('a promise moved at the lead', () => {
  const reason = 'Asfalt plenti arızalı.';
  const dayOf = async (id: string) => istanbulDay((await caseOf(id)).request.promisedAt!);
  const later = async (id: string, days: number) => shiftDay(await dayOf(id), days);
  const move = (requestId: string, day: string) => as(supervisor, (tx) => movePromise(tx, { requestId, day, reason }));
  const runs = async (id: string) =>
    (await clocksOfRequest(world.house.db, id)).filter(({ endedAt }) => endedAt === null).map(({ rule }) => rule);
  beforeEach(() => world.clock.set(MONDAY_MORNING));

  test('moves theirs, with the reason in each history, and each hears of it once in their own channel', async () => {
    const lead = await file();
    const [english, byMail, nameless] = [
      await file({ language: 'en' }),
      await file({
        ...{ channel: 'web', person: { name: 'Can Örnek', email: 'can@ornek.org', notifyBy: 'email' } },
      }),
      await file({ person: null }),
    ];
    await merge(lead, english, byMail, nameless);
    const [before, day] = [await dayOf(english), '2026-02-25'];
    await move(lead, day);
    await share();
    for (const id of [lead, english, byMail, nameless]) {
      expect(await dayOf(id)).toBe(day);
      expect(await runs(id)).toContain('revised-promise');
      const line = (await caseOf(id)).history.findLast(({ what }) => what === 'promise-moved')!;
      expect(line).toMatchObject({ why: reason, data: { because: 'person' } });
      expect(istanbulDay(new Date(line.fromValue!))).toBe(before);
    }
    expect((await messagesOfRequest(world.house.db, english)).at(-1)).toMatchObject({
      ...{ channel: 'sms', language: 'en', textKey: 'promise-moved' },
      body: expect.stringContaining('25') as string,
    });
    expect((await messagesOfRequest(world.house.db, byMail)).at(-1)).toMatchObject({
      ...{ channel: 'email', textKey: 'promise-moved' },
    });
    expect(await told(nameless)).toEqual([]);
    await move(lead, '2026-02-27');
    await share();
    expect(await told(english)).toEqual(['recorded', 'promise-moved', 'promise-moved']);
    expect(await told(lead)).toEqual(['recorded', 'promise-moved', 'promise-moved']);
    expect(await dayOf(english)).toBe('2026-02-27');
  });

  test('promises nobody an earlier day than they have, nor one past their own law', async () => {
    const early = await file({ receivedAt: new Date('2026-01-26T09:00:00+03:00'), channel: 'desk' });
    const lead = await file();
    const promised = await file();
    await move(promised, '2026-03-06');
    await merge(lead, promised, early);
    await move(lead, '2026-03-04');
    await share();
    expect([await dayOf(promised), await dayOf(lead)]).toEqual(['2026-03-06', '2026-03-04']);
    expect(await told(promised)).toEqual(['recorded', 'promise-moved']);
    // Thirty days from the 26th of January.
    expect(await dayOf(early)).toBe('2026-02-25');
    expect(await told(early)).toEqual(['recorded', 'promise-moved']);
  });

  test('stays moved and told for one whose merge is undone, and is not of one who left before', async () => {
    const [lead, one, other] = await three();
    await merge(lead, one, other);
    const before = await dayOf(other);
    await move(lead, '2026-02-25');
    await release(other);
    await share();
    await release(one);
    await share();
    expect([await dayOf(one), await dayOf(other)]).toEqual(['2026-02-25', before]);
    expect((await openPart(one)).dueAt).toEqual((await caseOf(one)).request.promisedAt);
    expect([await told(one), await told(other)]).toEqual([['recorded', 'promise-moved'], ['recorded']]);
    await move(lead, await later(lead, 2));
    await share();
    expect(await dayOf(one)).toBe('2026-02-25');
  });
});
