/** What the server answers when it says no; the words for people are in refusal-texts.ts. */
export class Refusal extends Error {
  override readonly name = 'Refusal';
  /** Closed code of the server, or 'offline' when no answer came, or 'fault'. */
  readonly code: string;
  readonly status: number;
  readonly details: Readonly<Record<string, unknown>>;
  /** For a fault: the id under which the log has it. */
  readonly fault: string | null;

  constructor(given: { code: string; status: number; details?: Record<string, unknown>; fault?: string | null }) {
    super(given.code);
    this.code = given.code;
    this.status = given.status;
    this.details = given.details ?? {};
    this.fault = given.fault ?? null;
  }
}

export function isRefusal(error: unknown, ...codes: string[]): error is Refusal {
  return error instanceof Refusal && (codes.length === 0 || codes.includes(error.code));
}
