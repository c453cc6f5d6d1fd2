/**
 * HEART FILE. Which request may be put together with which, so that the work is done once and each is answered. The first rule that holds
 * refuses; its code is what the desk says in words. Whether the person may act on either is the permission table's business.
 */
import type { RefusalCode } from '../../kernel/refusals.ts';
import type { Assignment, ServiceRequest } from '../requests/door.ts';
import { isOpen } from '../requests/door.ts';

export interface Merging {
  member: ServiceRequest;
  memberParts: readonly Assignment[];
  /** Never itself a member: whoever is asked to lead and follows another is replaced by that one. */
  lead: ServiceRequest;
  leadParts: readonly Assignment[];
}

type Alone = Pick<ServiceRequest, 'restricted' | 'identitySecret'> & { kind?: ServiceRequest['kind'] | undefined };

/** What is never put with another, whatever the other is; so of a request, and of a topic before there is one. Null: it may be. */
export function staysAlone({ restricted, identitySecret, kind }: Alone): 'merge-protected' | 'merge-own-law' | null {
  if (restricted || identitySecret) return 'merge-protected';
  return kind === 'foi' || kind === 'kvkk' ? 'merge-own-law' : null;
}

const eitherStaysAlone = ({ member, lead }: Merging, code: RefusalCode): boolean =>
  [member, lead].some((each) => staysAlone(each) === code);

interface Rule {
  code: RefusalCode;
  why: string;
  refuses(merging: Merging): boolean;
}

export const MERGE_RULES: readonly Rule[] = [
  {
    code: 'merge-with-itself',
    why: 'A request is not its own neighbour; also when its own lead is meant.',
    refuses: ({ member, lead }) => member.id === lead.id,
  },
  {
    code: 'already-exists',
    why: 'It follows that lead already.',
    refuses: ({ member, lead }) => member.leadId === lead.id,
  },
  {
    code: 'merge-protected',
    why: 'Restricted topics and secret identities stay alone: who works on the one must not learn of the other, and a neighbour never who complained.',
    refuses: (merging) => eitherStaysAlone(merging, 'merge-protected'),
  },
  {
    code: 'merge-own-law',
    why: 'Information and personal-data requests are answered each by itself, within its own law and with its own remedies (4982 m.12, 6698 m.13).',
    refuses: (merging) => eitherStaysAlone(merging, 'merge-own-law'),
  },
  {
    code: 'merge-ended',
    why: 'Nothing is worked on there any more. Somebody who comes after the answer is answered, not merged.',
    refuses: ({ lead }) => !isOpen(lead.state),
  },
  {
    code: 'merge-elsewhere',
    why: 'It follows another lead. Merge the two incidents by their leads, or release this one first.',
    refuses: ({ member }) => member.state === 'merged',
  },
  {
    code: 'step-not-allowed',
    why: 'It has ended, or waits for its citizen: a question of ours is open, and whoever answers it must find somebody listening.',
    refuses: ({ member }) => !isOpen(member.state) || member.state === 'waiting-for-citizen',
  },
  {
    code: 'merge-at-work',
    why: 'A directorate that has no part at the lead has begun to work on it: that work would be lost. It finishes first, or gives it back.',
    refuses: ({ memberParts, leadParts }) => {
      const atLead = new Set(openParts(leadParts).map(({ directorateCode }) => directorateCode));
      return openParts(memberParts).some(
        ({ state, directorateCode }) => state !== 'offered' && !atLead.has(directorateCode),
      );
    },
  },
];

function openParts(parts: readonly Assignment[]): Assignment[] {
  return parts.filter(({ endedAt }) => endedAt === null);
}

/** Why not; null: they may be put together. */
export function reasonNotToMerge(merging: Merging): RefusalCode | null {
  return MERGE_RULES.find((rule) => rule.refuses(merging))?.code ?? null;
}
