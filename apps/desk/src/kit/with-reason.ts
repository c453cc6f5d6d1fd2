import { Refusal } from './refusal.ts';

/** An act that asks why: without an answer it is refused here in the server's own words, before anything is sent. */
export function withReason<Done>(act: (reason: string) => Promise<Done>): (reason: string) => Promise<Done> {
  return (reason) =>
    reason.trim() === '' ? Promise.reject(new Refusal({ code: 'reason-missing', status: 400 })) : act(reason.trim());
}
