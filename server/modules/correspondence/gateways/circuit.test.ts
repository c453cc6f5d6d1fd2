import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, CLOSED, outcomeOf, report, type BatchOutcome, type Circuit } from './circuit.ts';

const T = Date.parse('2026-03-13T10:00:00+03:00');
const failing = (circuit: Circuit, times: number, now = T): Circuit =>
  times === 0 ? circuit : failing(report(circuit, 'failing', now), times - 1, now);

describe('the circuit', () => {
  it('opens at the fifth failure in a row', () => {
    expect(failing(CLOSED, 4).state).toBe('closed');
    expect(failing(report(failing(CLOSED, 4), 'healthy', T), 4).state).toBe('closed');
    expect(failing(CLOSED, 5)).toEqual({ state: 'open', until: T + 30_000, openings: 1, cause: 'failures' });
  });

  it('opens at once when the account is refused', () => {
    expect(report(CLOSED, 'account', T)).toMatchObject({ state: 'open', cause: 'account' });
  });

  it('lets exactly one asker probe when the pause is over, and another when that one died', () => {
    const open = failing(CLOSED, 5);
    expect(ask(open, T + 29_999).allowed).toBe(false);
    const probe = ask(open, T + 30_000);
    expect(probe).toMatchObject({ allowed: true, circuit: { state: 'half-open' } });
    expect(ask(probe.circuit, T + 30_001).allowed).toBe(false);
    expect(ask(probe.circuit, T + 30_000 + 60_000).allowed).toBe(true);
  });

  it('pauses twice as long after each failed probe, ten minutes at most', () => {
    let circuit = failing(CLOSED, 5);
    const pauses: number[] = [];
    for (let now = T, probe = 0; probe < 8; probe += 1) {
      now = circuit.state === 'open' ? circuit.until : now;
      circuit = report(ask(circuit, now).circuit, 'failing', now);
      if (circuit.state === 'open') pauses.push((circuit.until - now) / 1_000);
    }
    expect(pauses).toEqual([60, 120, 240, 480, 600, 600, 600, 600]);
  });

  it('closes with the first success', () => {
    const probe = ask(failing(CLOSED, 5), T + 30_000).circuit;
    expect(report(probe, 'healthy', T + 31_000)).toEqual(CLOSED);
  });

  it('is plain data, and never stays shut for ever', () => {
    const step = fc.tuple(fc.constantFrom<BatchOutcome>('healthy', 'failing', 'account'), fc.nat({ max: 3_600_000 }));
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let circuit: Circuit = CLOSED;
        let now = T;
        for (const [outcome, later] of steps) {
          now += later;
          const answer = ask(circuit, now);
          circuit = answer.allowed ? report(answer.circuit, outcome, now) : answer.circuit;
          expect(JSON.parse(JSON.stringify(circuit))).toEqual(circuit);
        }
        expect(ask(circuit, now + 11 * 60_000).allowed).toBe(true);
      }),
    );
  });
});

describe('outcomeOf', () => {
  it.each([
    ['accepted', [{ id: '1', state: 'accepted' as const }], 'healthy'],
    [
      'a refused number',
      [{ id: '1', state: 'rejected-permanent' as const, code: 'INVALID_DESTINATION_ADDRESS' }],
      'healthy',
    ],
    ['a time-out', [{ id: '1', state: 'unknown' as const, code: 'timeout' }], 'failing'],
    [
      'no credit',
      [{ id: '1', state: 'rejected-temporary' as const, code: 'INSUFFICIENT_CREDITS', account: true }],
      'account',
    ],
    ['nothing sent', [{ id: '1', state: 'rejected-permanent' as const, code: 'not-a-mobile' }], null],
  ])('%s', (_, results, outcome) => expect(outcomeOf(results)).toBe(outcome));
});
