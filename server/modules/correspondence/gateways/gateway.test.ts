import fc from 'fast-check';
import { expect, it } from 'vitest';
import { furtherState, type ReceiptState } from './gateway.ts';

const state = fc.constantFrom<ReceiptState>('accepted', 'sent', 'delivered', 'failed', 'expired');

it('ends the same however receipts are repeated and ordered', () => {
  const heardAndShuffled = fc
    .array(state)
    .chain((heard) =>
      fc.tuple(fc.constant(heard), fc.shuffledSubarray([...heard, ...heard], { minLength: 2 * heard.length })),
    );
  fc.assert(
    fc.property(
      heardAndShuffled,
      ([heard, shuffled]) =>
        heard.reduce(furtherState, 'accepted' as const) === shuffled.reduce(furtherState, 'accepted' as const),
    ),
  );
});

it('never takes back that a text was read', () => {
  expect(furtherState('delivered', 'failed')).toBe('delivered');
  expect(furtherState('failed', 'delivered')).toBe('delivered');
  expect(furtherState('failed', 'sent')).toBe('failed');
});
