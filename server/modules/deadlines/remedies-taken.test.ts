/** What citizens do against our answers: which body for which kind, what is recorded, and what a decision in their favour asks. */
import { beforeAll, describe, expect, test } from 'vitest';
import { rows, run, sql } from '../../kernel/db/database.ts';
import { calendarInForce } from '../calendar/door.ts';
import { NO_PLACE } from '../intake/door.ts';
import { answerAssignment, cancelRequest, reopenRequest } from '../requests/door.ts';
import { recordRemedy, recordRemedyDecision } from './door.ts';
import { presentClocks } from './present.ts';
import type { RemedyBody, RemedyResult } from './remedies-taken.ts';
import { bodiesFor, carryOutOf, isOwed, mayBeTaken } from './remedies-taken.ts';
import type { FoiWorld } from './testing.ts';
import { foiWorld, refusal } from './testing.ts';

let foi: FoiWorld;
beforeAll(async () => void (foi = await foiWorld()));

const refused = { outcome: 'refused', text: 'Açıklanamaz.', grounds: ['4982-21'] } as const;

async function refusedOn(day: string): Promise<string> {
  const id = await foi.file(day);
  const { id: assignmentId } = await foi.partOf(id);
  await foi.doAs(foi.supervisor, (tx) => answerAssignment(tx, { assignmentId, ...refused }));
  return id;
}

const take = (requestId: string, body: RemedyBody, takenOn: string, fileNumber?: string) =>
  foi.doAs(foi.supervisor, (tx) => recordRemedy(tx, { requestId, body, takenOn, fileNumber }));
const decide = (
  requestId: string,
  body: RemedyBody,
  [result, decidedOn, fileNumber]: [RemedyResult, string, string?],
) => foi.doAs(foi.supervisor, (tx) => recordRemedyDecision(tx, { requestId, body, result, decidedOn, fileNumber }));
const shown = async (id: string) => {
  const request = await foi.requestOf(id);
  return presentClocks(foi.house, foi.supervisor, { found: { request, assignments: [] }, language: 'tr' });
};

describe('which body', () => {
  test.each([
    ['foi', ['foi-board', 'court', 'ombudsman']],
    ['kvkk', ['kvkk-board', 'court', 'ombudsman']],
    ['petition', ['court', 'ombudsman']],
    ['complaint', ['court', 'ombudsman']],
  ] as const)('decides on a request of kind %s', (kind, bodies) => {
    expect(bodiesFor(kind)).toEqual(bodies);
    expect(bodies.every((body) => mayBeTaken({ kind, state: 'concluded' }, body))).toBe(true);
    expect(bodies.some((body) => mayBeTaken({ kind, state: 'cancelled' }, body))).toBe(false);
  });
});

describe('what a decision asks', () => {
  test.each<[RemedyBody, RemedyResult, { lastDay: string | null; law: string } | null]>([
    ['court', 'accepted', { lastDay: '2026-04-09', law: '2577 m.28' }],
    ['court', 'partly-accepted', { lastDay: '2026-04-09', law: '2577 m.28' }],
    ['kvkk-board', 'accepted', { lastDay: '2026-04-09', law: '6698 m.15' }],
    ['ombudsman', 'accepted', { lastDay: '2026-04-09', law: '6328 m.20' }],
    // The law names no day for what the board of 4982 decided.
    ['foi-board', 'accepted', { lastDay: null, law: '4982 m.13' }],
    ['court', 'rejected', null],
    ['court', 'not-examined', null],
    ['court', 'mistaken', null],
  ])('%s, %s', async (body, result, asked) => {
    const calendar = await calendarInForce(foi.house.db);
    expect(carryOutOf(calendar, { body, result, decidedOn: '2026-03-10' })).toEqual(asked);
  });

  test('is owed until the request is opened or answered', () => {
    const heard = { result: 'accepted', decisionRecordedAt: new Date('2026-03-10T09:00:00Z') } as const;
    const clock = (startedAt: string, endedAt: string | null, endReason: 'answered' | 'topic-changed' | null) => ({
      ...{ startedAt: new Date(startedAt), endedAt: endedAt === null ? null : new Date(endedAt), endReason },
    });
    const before = clock('2026-02-02T09:00:00Z', '2026-02-09T09:00:00Z', 'answered');
    expect(isOwed(heard, [before])).toBe(true);
    expect(isOwed(heard, [before, clock('2026-03-11T09:00:00Z', null, null)])).toBe(false);
    expect(isOwed(heard, [clock('2026-02-02T09:00:00Z', '2026-03-12T09:00:00Z', 'answered')])).toBe(false);
    expect(isOwed(heard, [clock('2026-02-02T09:00:00Z', '2026-03-12T09:00:00Z', 'topic-changed')])).toBe(true);
    expect(isOwed({ ...heard, result: 'rejected' }, [before])).toBe(false);
  });
});

describe('a remedy', () => {
  test('is recorded with its number, one of each body at a time, several bodies side by side', async () => {
    const id = await refusedOn('2026-03-02');
    foi.at('2026-03-20');
    expect(await refusal(decide(id, 'foi-board', ['accepted', '2026-03-20']))).toMatchObject({
      code: 'step-not-allowed',
    });
    for (const day of ['2026-03-01', '2026-03-21', '2026-02-30'])
      expect(await refusal(take(id, 'foi-board', day))).toMatchObject({ code: 'date-invalid', field: 'takenOn' });
    await take(id, 'foi-board', '2026-03-10', ' BEDK 2026/1 ');
    expect(await refusal(take(id, 'foi-board', '2026-03-11'))).toMatchObject({ code: 'already-exists' });
    await take(id, 'court', '2026-03-12');
    expect((await shown(id)).mayTake).toEqual(['ombudsman']);
    expect(await refusal(decide(id, 'foi-board', ['accepted', '2026-03-09']))).toMatchObject({ code: 'date-invalid' });
    await decide(id, 'foi-board', ['partly-accepted', '2026-03-19', 'another']);
    await decide(id, 'court', ['not-examined', '2026-03-20', '2026/411 E.']);
    const lines = (await foi.historyOf(id)).slice(-4);
    expect(lines.map(({ what, fromValue, toValue, data }) => [what, fromValue, toValue, data.body])).toEqual([
      ['remedy-taken', null, '2026-03-10', 'foi-board'],
      ['remedy-taken', null, '2026-03-12', 'court'],
      ['remedy-decided', '2026-03-10', 'partly-accepted', 'foi-board'],
      ['remedy-decided', '2026-03-12', 'not-examined', 'court'],
    ]);
    const audited = sql`select act, detail ->> 'body' as body from audit_entries where subject_id = ${id} order by id`;
    expect(await rows(foi.house.db, audited)).toEqual([
      { act: 'remedy-recorded', body: 'foi-board' },
      { act: 'remedy-recorded', body: 'court' },
      { act: 'remedy-decided', body: 'foi-board' },
      { act: 'remedy-decided', body: 'court' },
    ]);
    expect((await shown(id)).taken).toMatchObject([
      { body: 'foi-board', fileNumber: 'BEDK 2026/1', carryOut: { lastDay: null, isOwed: true } },
      { body: 'court', fileNumber: '2026/411 E.', carryOut: null },
    ]);
  });

  test('reopens nothing by itself; what was decided is owed until somebody opens the request', async () => {
    const id = await refusedOn('2026-03-02');
    foi.at('2026-03-20');
    await take(id, 'court', '2026-03-12');
    const before = await foi.clocksOf(id);
    await decide(id, 'court', ['accepted', '2026-03-18']);
    expect((await foi.requestOf(id)).state).toBe('concluded');
    expect(await foi.clocksOf(id)).toEqual(before);
    const [asked] = (await shown(id)).taken;
    expect(asked!.carryOut).toEqual({ lastDay: '2026-04-17', law: '2577 m.28', isOwed: true });
    foi.at('2026-03-23');
    await foi.doAs(foi.supervisor, (tx) => reopenRequest(tx, { requestId: id, reason: 'Mahkeme kararı gereği.' }));
    expect((await shown(id)).taken[0]!.carryOut).toMatchObject({ isOwed: false });
  });

  test('is refused for a body that decides nothing of the kind, and for a record that was a mistake', async () => {
    const id = await foi.file('2026-03-02', {
      ...{ kind: 'complaint', topicCode: 'TEM-05', place: { ...NO_PLACE, description: 'Park' } },
    });
    expect((await shown(id)).may.remedy).toBe('not-now');
    expect(await refusal(take(id, 'foi-board', '2026-03-02'))).toMatchObject({ code: 'step-not-allowed' });
    expect(await refusal(take(id, 'kvkk-board', '2026-03-02'))).toMatchObject({ code: 'step-not-allowed' });
    await foi.doAs(foi.supervisor, (tx) => cancelRequest(tx, { requestId: id, reason: 'Deneme kaydı.' }));
    expect(await refusal(take(id, 'court', '2026-03-02'))).toMatchObject({ code: 'step-not-allowed' });
  });

  test('is not the clerk’s to record', async () => {
    const id = await refusedOn('2026-03-02');
    const asClerk = foi.doAs(foi.clerk, (tx) =>
      recordRemedy(tx, { requestId: id, body: 'court', takenOn: '2026-03-02' }),
    );
    expect(await refusal(asClerk)).toMatchObject({ code: 'not-allowed' });
  });

  test('is decided once and never edited, also past the program', async () => {
    const id = await refusedOn('2026-03-02');
    await take(id, 'court', '2026-03-02');
    const { db } = foi.house;
    const moved = run(db, sql`update remedies_taken set taken_on = '2026-03-01' where request_id = ${id}`);
    await expect(moved).rejects.toThrow(/never edited/);
    await decide(id, 'court', ['rejected', '2026-03-02']);
    const turned = run(db, sql`update remedies_taken set result = 'accepted' where request_id = ${id}`);
    await expect(turned).rejects.toThrow(/never edited/);
    await expect(run(db, sql`delete from remedies_taken where request_id = ${id}`)).rejects.toThrow(/never edited/);
  });
});
