import pino from 'pino';

/** Structured log lines. They carry ids, codes and durations, never names, phones, texts or addresses (KVKK 6698 m.12). */
export type Log = pino.Logger;

export function makeLog(level: string): Log {
  return pino({
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describeError },
  });
}

/** An error's message may quote a citizen's words (PostgreSQL prints the offending value), so only its kind and place are kept. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { kind: typeof error };
  const code = (error as { code?: unknown }).code;
  const constraint = (error as { constraint?: unknown }).constraint;
  const place = error.stack
    ?.split('\n')
    .slice(1, 8)
    .map((line) => line.trim());
  return { kind: error.name, code, constraint, place };
}
