/** Another legal basis: never in silence, with its own clocks from the original receipt, and what was late stays late. */
import { beforeAll, describe, expect, test } from 'vitest';
import { NO_PLACE } from '../intake/door.ts';
import { istanbulDay } from '../calendar/door.ts';
import { changeKind, changeTopic, giveInterimAnswer } from '../requests/door.ts';
import type { RequestKind } from '../requests/door.ts';
import { clocksOfRequest } from './door.ts';
import type { FoiWorld } from './testing.ts';
import { foiWorld, refusal } from './testing.ts';

let foi: FoiWorld;

beforeAll(async () => void (foi = await foiWorld()));

const change = (id: string, kind: RequestKind, reason = 'Başvuru 4982 kapsamında değil.') =>
  foi.doAs(foi.supervisor, (tx) => changeKind(tx, { requestId: id, kind, reason }));

describe('the legal basis', () => {
  test('put down ends the old clocks on that ground, starts the new from the receipt, and is told', async () => {
    const id = await foi.file('2026-03-02');
    foi.at('2026-03-10');
    await change(id, 'request');
    expect(await foi.clocksOf(id)).toMatchObject({
      foi: '2026-03-24 kind-changed',
      'foi-silence': '2026-04-01 kind-changed',
      'thirty-day-cap': '2026-04-01 running',
      conclusion: '2026-03-24 running',
    });
    expect((await foi.historyOf(id)).find(({ what }) => what === 'kind-changed')).toMatchObject({
      fromValue: 'foi',
      toValue: 'request',
      why: 'Başvuru 4982 kapsamında değil.',
      data: { weaker: true },
      actorId: foi.supervisor.id,
    });
    expect((await foi.toldOf(id)).at(-1)).toBe('kind-changed');
    expect((await foi.requestOf(id)).kind).toBe('request');
  });

  test('put up counts its shorter period from the receipt too, even if it has run out by now', async () => {
    const id = await foi.file('2026-03-02', { kind: 'petition', topicCode: 'KUR-05' });
    foi.at('2026-03-27');
    await change(id, 'foi', 'Bilgi istiyor.');
    expect(await foi.clocksOf(id)).toMatchObject({
      petition: '2026-04-01 kind-changed',
      'admin-silence': '2026-04-01 kind-changed',
      foi: '2026-03-24 running',
      'foi-silence': '2026-04-01 running',
    });
    expect(await foi.promiseOf(id)).toBe('2026-03-24');
  });

  test('left late stays late', async () => {
    const id = await foi.file('2026-03-02');
    foi.at('2026-03-27');
    await change(id, 'petition');
    const old = (await clocksOfRequest(foi.house.db, id)).find(({ rule }) => rule === 'foi')!;
    expect(old.endedAt! > old.dueAt!).toBe(true);
  });

  test('of an information request whose fee is awaited takes the fee with it', async () => {
    const id = await foi.file('2026-03-02');
    foi.at('2026-03-04');
    await foi.askFee(id);
    foi.at('2026-03-06');
    await change(id, 'petition');
    expect(await foi.clocksOf(id)).toMatchObject({
      'foi-fee': '2026-03-26 kind-changed',
      petition: '2026-04-01 running',
      // Two business days stood still: 4 and 5 March.
      conclusion: '2026-03-26 running',
    });
    expect(await foi.promiseOf(id)).toBe('2026-03-26');
  });

  test('changed after an interim answer leaves the citizen the four months', async () => {
    const id = await foi.file('2026-03-02', { kind: 'petition', topicCode: 'KUR-05' });
    foi.at('2026-03-10');
    const { id: assignmentId } = await foi.partOf(id);
    await foi.doAs(foi.supervisor, (tx) => giveInterimAnswer(tx, { assignmentId, text: 'İnceleniyor.' }));
    await change(id, 'foi', 'Bilgi istiyor.');
    expect(await foi.clocksOf(id)).toMatchObject({ 'interim-wait': '2026-07-02 running', foi: '2026-03-24 running' });
    expect(await foi.clocksOf(id)).not.toHaveProperty('foi-silence');
  });

  test('between kinds without a law of their own changes no clock and tells nobody', async () => {
    const id = await foi.file('2026-03-02', { kind: 'complaint', topicCode: 'KUR-09' });
    const before = await foi.clocksOf(id);
    await change(id, 'suggestion', 'Öneri.');
    expect(await foi.clocksOf(id)).toEqual(before);
    expect(await foi.toldOf(id)).toEqual(['recorded']);
    expect((await foi.historyOf(id)).at(-1)).toMatchObject({ what: 'kind-changed', toValue: 'suggestion' });
  });

  test('is not changed without a reason, without the right, to itself, or by telephone', async () => {
    const id = await foi.file('2026-03-02');
    expect(await refusal(change(id, 'request', '  '))).toMatchObject({ code: 'reason-missing' });
    expect(await refusal(change(id, 'foi'))).toMatchObject({ code: 'already-exists' });
    const asClerk = foi.doAs(foi.clerk, (tx) => changeKind(tx, { requestId: id, kind: 'request', reason: 'x' }));
    expect(await refusal(asClerk)).toMatchObject({ code: 'not-allowed' });
    const called = await foi.file('2026-03-02', { channel: 'phone', kind: 'complaint', topicCode: 'KUR-09' });
    expect(await refusal(change(called, 'foi'))).toMatchObject({ code: 'kind-not-by-phone' });
    const nobody = await foi.file('2026-03-02', {
      kind: 'complaint',
      topicCode: 'YOL-01',
      place: { ...NO_PLACE, description: 'Okulun önü' },
      person: null,
    });
    expect(await refusal(change(nobody, 'petition'))).toMatchObject({ code: 'anonymous-not-allowed' });
  });

  test('is never changed by a topic, whichever way', async () => {
    const id = await foi.file('2026-03-02');
    const topic = { code: 'KUR-06', version: 1, restricted: false, restrictedTo: [] };
    await foi.doAs(foi.supervisor, (tx) =>
      changeTopic(tx, { requestId: id, topic, reason: 'Teşekkür de var.', reroute: false }),
    );
    expect((await foi.requestOf(id)).kind).toBe('foi');
    expect(await foi.clocksOf(id)).toMatchObject({ foi: '2026-03-24 running' });
    expect(istanbulDay((await foi.requestOf(id)).receivedAt)).toBe('2026-03-02');
  });

  test('comes before the topic of its procedure: nobody’s information request waits thirty days under that name', async () => {
    const place = { ...NO_PLACE, description: 'Okulun önü' };
    const id = await foi.file('2026-03-02', { kind: 'complaint', topicCode: 'YOL-01', place });
    const topic = { code: 'KUR-07', version: 1, restricted: false, restrictedTo: [] };
    const correct = () =>
      foi.doAs(foi.supervisor, (tx) =>
        changeTopic(tx, { requestId: id, topic, reason: 'Bilgi istiyor.', reroute: false }),
      );
    expect(await refusal(correct())).toMatchObject({ code: 'kind-first', kind: 'foi' });
    expect(await foi.clocksOf(id)).not.toHaveProperty('foi');
    await change(id, 'foi');
    await correct();
    expect(await foi.requestOf(id)).toMatchObject({ kind: 'foi', topicCode: 'KUR-07' });
    expect(await foi.clocksOf(id)).toMatchObject({ foi: '2026-03-24 running' });
  });
});
