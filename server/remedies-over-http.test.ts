/** A remedy through the whole house: who records it, who is told of a decision for the citizen, and what stands still until it is carried out. */
import { beforeEach, describe, expect, test } from 'vitest';
import type { ClocksAnswer } from '../contract/clocks.ts';
import type { Findings } from '../contract/oversight.ts';
import { inTransaction } from './kernel/db/transaction.ts';
import { lookForWhatStandsStill } from './modules/oversight/door.ts';
import { answerAssignment, reopenRequest } from './modules/requests/door.ts';
import { furnishedHouse, MONDAY_MORNING } from './testing/furnished-house.ts';
import { oversightStage } from './testing/oversight-stage.ts';

const world = await furnishedHouse();
const { house, clock } = world;
const { callers, doAs, onMonday, people, record, unread, clearBells } = oversightStage(world);

beforeEach(() => clock.set(MONDAY_MORNING));

const TODAY = '2026-02-16';

async function answered(): Promise<string> {
  const { id, part } = await record();
  await doAs('fatih', (tx) => answerAssignment(tx, { assignmentId: part, outcome: 'done', text: 'Çukuru kapattık.' }));
  return id;
}

const clocksOf = async (id: string, who: 'sibel' | 'mustafa' | 'fatih' = 'sibel') =>
  (await onMonday(() => callers[who].get<ClocksAnswer>(`/api/v1/requests/${id}/clocks?language=tr`))).body;
const post = (who: 'sibel' | 'mustafa' | 'fatih' | 'tulay', path: string, body: object) =>
  onMonday(() => callers[who].post(path, body));

async function found(id: string, at: string): Promise<string[]> {
  clock.set(new Date(`${at}+03:00`));
  await lookForWhatStandsStill(house);
  const { findings } = (await onMonday(() => callers.sibel.get<Findings>('/api/v1/findings'))).body;
  return findings.filter(({ requestId }) => requestId === id).map(({ kind }) => kind);
}

describe('over HTTP', () => {
  test('the manager of the directorate records it; a clerk may not, and to another directorate it is not there', async () => {
    const id = await answered();
    const path = `/api/v1/requests/${id}/remedies`;
    const body = { body: 'court', takenOn: TODAY, fileNumber: '2026/123 E.' };
    expect((await clocksOf(id, 'mustafa')).may).toMatchObject({ remedy: 'open', decision: 'not-yours' });
    expect((await clocksOf(id, 'fatih')).may).toMatchObject({ remedy: 'not-yours', decision: 'not-yours' });
    expect((await post('fatih', path, body)).status).toBe(403);
    expect((await post('tulay', path, body)).status).not.toBe(200);
    expect((await post('mustafa', path, { ...body, body: 'foi-board' })).status).not.toBe(200);
    expect((await post('mustafa', path, { ...body, judge: 'x' })).status).toBe(400);
    expect((await post('mustafa', path, body)).status).toBe(200);
    const { taken, mayTake, may } = await clocksOf(id, 'mustafa');
    expect(taken).toEqual([
      { body: 'court', takenOn: TODAY, fileNumber: '2026/123 E.', result: null, decidedOn: null, carryOut: null },
    ]);
    expect([mayTake, may.decision]).toEqual([['ombudsman'], 'open']);
  });

  test('a decision for the citizen rings at the supervisor until the request is opened again', async () => {
    const id = await answered();
    await post('sibel', `/api/v1/requests/${id}/remedies`, { body: 'court', takenOn: TODAY });
    await clearBells();
    await post('mustafa', `/api/v1/requests/${id}/remedy-decision`, {
      ...{ body: 'court', result: 'accepted', decidedOn: TODAY },
    });
    expect(await unread('sibel')).toContain('decided-for-citizen');
    clock.advance(60_000);
    await inTransaction(house, { actor: people.sibel }, (tx) =>
      reopenRequest(tx, { requestId: id, reason: 'Mahkeme kararı gereği.' }),
    );
    expect(await unread('sibel')).not.toContain('decided-for-citizen');
  });

  test('it is found standing still after two working days, and no more once the request is opened', async () => {
    const id = await answered();
    await post('sibel', `/api/v1/requests/${id}/remedies`, { body: 'ombudsman', takenOn: TODAY });
    const decision = { body: 'ombudsman', result: 'partly-accepted', decidedOn: TODAY };
    expect((await post('sibel', `/api/v1/requests/${id}/remedy-decision`, decision)).status).toBe(200);
    expect(await found(id, '2026-02-17T12:00:00')).toEqual([]);
    expect(await found(id, '2026-02-19T12:00:00')).toEqual(['decision-waits']);
    await doAs('sibel', (tx) => reopenRequest(tx, { requestId: id, reason: 'Tavsiye kararı gereği.' }));
    expect(await found(id, '2026-02-19T12:05:00')).not.toContain('decision-waits');
  });

  test('a decision against the citizen rings nowhere and stands nowhere', async () => {
    const id = await answered();
    await clearBells();
    await post('sibel', `/api/v1/requests/${id}/remedies`, { body: 'court', takenOn: TODAY });
    await post('mustafa', `/api/v1/requests/${id}/remedy-decision`, {
      ...{ body: 'court', result: 'rejected', decidedOn: TODAY },
    });
    expect(await unread('sibel')).not.toContain('decided-for-citizen');
    expect(await found(id, '2026-02-20T12:00:00')).toEqual([]);
  });
});
