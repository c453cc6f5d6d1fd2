/**
 * HEART FILE. What a request is in law, which duty each basis brings, and what may never happen to it in silence: a citizen who asked under
 * a law is not answered under a weaker one without being told, and nobody loses a right by the topic that was picked.
 */
import { refuse } from '../../kernel/refusals.ts';
import type { RequestKind } from '../../../contract/requests.ts';

interface LegalBasis {
  law: string;
  /** Higher asks more of the municipality. Two of the same height each ask something that the other does not. */
  duty: 1 | 2;
  why: string;
}

/** Kinds that are not here are in no law of their own: a complaint, a wish, a suggestion, thanks, a tip-off. */
export const LEGAL_KINDS: Partial<Record<RequestKind, LegalBasis>> = {
  petition: { law: '3071', duty: 1, why: 'A reasoned answer within 30 days; silence counts as refusal (2577 m.10).' },
  kvkk: {
    law: '6698',
    duty: 2,
    why: 'An answer within 30 days, free, and a complaint to the board against it (m.13–14).',
  },
  foi: {
    law: '4982',
    duty: 2,
    why: 'Information within 15 business days; refused only on a listed ground, with an objection to the board (m.11–13).',
  },
};

export function isLegalKind(kind: RequestKind): boolean {
  return LEGAL_KINDS[kind] !== undefined;
}

/** True when a change takes something from the citizen: a basis in law is left for anything that does not ask more. */
export function isWeaker({ from, to }: { from: RequestKind; to: RequestKind }): boolean {
  return from !== to && isLegalKind(from) && (LEGAL_KINDS[to]?.duty ?? 0) <= LEGAL_KINDS[from]!.duty;
}

/**
 * What a new request is: the citizen's word, unless the topic is itself a legal procedure (an application that names no other law counts as one under
 * 4982, Yön. m.9) or names its ordinary kind. A topic never takes a basis in law away.
 */
export function kindAtIntake(asked: RequestKind, ofTopic: RequestKind | undefined): RequestKind {
  if (ofTopic === undefined) return asked;
  if (isLegalKind(ofTopic)) return isWeaker({ from: asked, to: ofTopic }) ? asked : ofTopic;
  return isLegalKind(asked) ? asked : ofTopic;
}

/**
 * A topic that is itself a procedure of a law holds only requests under that law: else somebody who asked for information would wait for thirty days
 * under its name, with neither its clock nor its remedies. The kind is put right first, with the reason, and the citizen is told.
 * Refuses 'kind-first' with the kind that is meant.
 */
export function checkTopicOfLaw(kind: RequestKind, ofTopic: RequestKind | undefined): void {
  if (ofTopic === undefined || !isLegalKind(ofTopic) || kindAtIntake(kind, ofTopic) === kind) return;
  throw refuse('kind-first', { kind: ofTopic });
}

/**
 * Refuses 'kind-not-by-phone' for an information request on the telephone: it must be in writing, so the agent sends the form's link.
 * Refuses 'anonymous-not-allowed' for what the law examines only with a name (3071 m.4, 4982 Yön. m.9, 6698).
 */
export function checkLegalBasis({
  kind,
  channel,
  isNamed,
}: {
  kind: RequestKind;
  channel: string;
  isNamed: boolean;
}): void {
  if (kind === 'foi' && channel === 'phone') throw refuse('kind-not-by-phone', { kind });
  if (isLegalKind(kind) && !isNamed) throw refuse('anonymous-not-allowed');
}
