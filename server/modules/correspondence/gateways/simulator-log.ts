/**
 * What a simulated provider has accepted. The file is the evidence of the kill drills: a line is in it before the
 * sender gets its answer. Memory stays bounded however much is sent: the newest in full, the rest as a count.
 */
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';

export interface AcceptedMessage {
  /** Our delivery id, where the provider's format carries one; otherwise the request's reference. */
  id: string;
  reference: string;
  to: string;
  from: string;
  text: string;
  /** Set for mail. */
  subject?: string;
  /** ISO 8601. */
  at: string;
  /** Blocked as a repeat: accepted, but no second SMS went out. */
  duplicate?: boolean;
}

export interface AcceptedLog {
  /** Durable against the death of this process's clients when it returns. */
  add(messages: readonly AcceptedMessage[]): void;
  /** Newest last. */
  recent(): AcceptedMessage[];
  /** Everything ever accepted, beyond what `recent` still holds. */
  count(): number;
  close(): void;
}

const KEPT = 2_000;

export function acceptedLog(file?: string): AcceptedLog {
  if (file) mkdirSync(dirname(file), { recursive: true });
  const descriptor = file === undefined ? null : openSync(file, 'a');
  let recent: AcceptedMessage[] = [];
  let count = 0;
  return {
    add(messages) {
      if (messages.length === 0) return;
      if (descriptor !== null) writeSync(descriptor, messages.map((line) => `${JSON.stringify(line)}\n`).join(''));
      count += messages.length;
      recent.push(...messages);
      if (recent.length > 2 * KEPT) recent = recent.slice(-KEPT);
    },
    recent: () => recent.slice(-KEPT),
    count: () => count,
    close: () => void (descriptor !== null && closeSync(descriptor)),
  };
}
