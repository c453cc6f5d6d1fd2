import pino from 'pino';

/** Structured log lines. They carry ids, codes and durations, never names, phones, texts or addresses (KVKK 6698 m.12). */
export type Log = pino.Logger;

/** @param to where the lines go; standard output unless a test wants to read them. */
export function makeLog(level: string, to?: pino.DestinationStream): Log {
  const options: pino.LoggerOptions = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describeError },
  };
  return to ? pino(options, to) : pino(options);
}

/** An error's message may quote a citizen's words (PostgreSQL prints the offending value), so only its kind and place are kept. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = (error as { code?: unknown }).code;
  const constraint = (error as { constraint?: unknown }).constraint;
  // The message stands at the head of the stack, and may have lines of its own.
  const stack = error.stack ?? '';
  const afterMessage = stack.slice(stack.indexOf(error.message) + error.message.length);
  const place = afterMessage
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line.startsWith('at '))
    .slice(0, 7);
  return { kind: error.name, code, constraint, place };
}
