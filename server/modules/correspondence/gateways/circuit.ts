/**
 * One provider's circuit: after a run of failures we stop asking for a while instead of burning every message's
 * attempts against a closed door. Pure and plain data, because workers share it as one row: read it for update,
 * apply `ask` or `report`, write it back.
 */
import type { SendResult } from './gateway.ts';

/** Instants in milliseconds since the epoch, so that the state survives JSON. */
export type Circuit =
  | { state: 'closed'; failures: number }
  | { state: 'open'; until: number; openings: number; cause: CircuitCause }
  /** One worker is trying; if it dies, another may try after `probeUntil`. */
  | { state: 'half-open'; probeUntil: number; openings: number; cause: CircuitCause };

/** `account`: the provider refuses us, not the message (credit, password, title): a person must act. */
export type CircuitCause = 'failures' | 'account';

export const CLOSED: Circuit = { state: 'closed', failures: 0 };

/** Asking changes nothing then, nor does a batch that goes well. */
export function isUnbroken(circuit: Circuit): boolean {
  return circuit.state === 'closed' && circuit.failures === 0;
}

const FAILURES_TO_OPEN = 5;
const FIRST_PAUSE = 30_000;
const LONGEST_PAUSE = 10 * 60_000;
/** Longer than any adapter's total time-out. */
const PROBE_LEASE = 60_000;

/** May a batch be sent now? When the pause is over exactly one asker gets a yes, and its batch is the probe. */
export function ask(circuit: Circuit, now: number): { allowed: boolean; circuit: Circuit } {
  if (circuit.state === 'closed') return { allowed: true, circuit };
  const readyAt = circuit.state === 'open' ? circuit.until : circuit.probeUntil;
  if (now < readyAt) return { allowed: false, circuit };
  const { openings, cause } = circuit;
  return { allowed: true, circuit: { state: 'half-open', probeUntil: now + PROBE_LEASE, openings, cause } };
}

/** The circuit after a batch came back. */
export function report(circuit: Circuit, outcome: BatchOutcome, now: number): Circuit {
  if (outcome === 'healthy') return CLOSED;
  if (circuit.state === 'open') return circuit;
  const cause: CircuitCause = outcome === 'account' ? 'account' : 'failures';
  if (circuit.state === 'half-open') return opened(circuit.openings + 1, cause, now);
  const failures = circuit.failures + 1;
  return cause === 'account' || failures >= FAILURES_TO_OPEN ? opened(1, cause, now) : { state: 'closed', failures };
}

function opened(openings: number, cause: CircuitCause, now: number): Circuit {
  const pause = Math.min(FIRST_PAUSE * 2 ** Math.min(openings - 1, 10), LONGEST_PAUSE);
  return { state: 'open', until: now + pause, openings, cause };
}

export type BatchOutcome = 'healthy' | 'failing' | 'account';

// Answers about a message show a provider that works, though the message didn't go.
const MESSAGE_CODES = new Set<string>(['same-number-in-batch', 'not-a-mobile', 'empty-text', 'text-too-long']);

/** What a batch's results say about the provider; null when nothing reached it. */
export function outcomeOf(results: readonly SendResult[]): BatchOutcome | null {
  const asked = results.filter((result) => !MESSAGE_CODES.has(result.code ?? ''));
  if (asked.length === 0) return null;
  if (asked.some((result) => result.account)) return 'account';
  return asked.some((result) => result.state === 'accepted' || result.state === 'rejected-permanent')
    ? 'healthy'
    : 'failing';
}
