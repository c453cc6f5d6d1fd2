/** What was refused, for tests that want to know why. */
import { RefusalError } from '../kernel/refusals.ts';

/** The refusal; fails when nothing was refused, and lets a fault through. */
export async function refusedBy(work: Promise<unknown>): Promise<RefusalError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof RefusalError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

export async function codeOf(work: Promise<unknown>): Promise<string> {
  return (await refusedBy(work)).code;
}
