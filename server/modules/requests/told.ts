/** Whether a message of ours reaches the citizen of a request, and if not, why. Pure; who is told what is correspondence's table. */
import type { ServiceRequest } from './request.ts';

type Told = Pick<ServiceRequest, 'notifyBy' | 'channel' | 'restricted' | 'danger'>;

export const NOT_TOLD = {
  /** Anonymous, or the citizen wanted no message. */
  'nobody-to-tell': ({ notifyBy }: Told) => notifyBy === 'none',
  /** CİMER writes to the applicant itself; a second message from us would be a second answer. */
  'partner-tells': ({ channel }: Told) => channel === 'cimer',
  /** A phone is shared: a message may reach the person somebody asked to be protected from. */
  'danger-at-home': ({ restricted, danger }: Told) => restricted && danger,
} as const;

/** False: what the law wants said must go another way, on paper or through the partner. */
export function isReachable(request: Told): boolean {
  return !Object.values(NOT_TOLD).some((holds) => holds(request));
}

/** How the citizen will hear in truth: the way they chose, or not at all. Whatever tells somebody "by SMS" asks this. */
export function toldBy(request: Told): Told['notifyBy'] {
  return isReachable(request) ? request.notifyBy : 'none';
}
