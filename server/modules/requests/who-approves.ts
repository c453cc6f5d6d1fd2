/**
 * HEART FILE. Whose approval an answer needs before a citizen reads it: what asks for it → which rung, and why. Where several rows hold, the
 * highest rung counts, and the rungs below it are asked first. Interim and final answers alike. Of merged requests kind and topic are those of
 * whoever asks most (strictest-of-merged.ts).
 */
import type { Approval } from '../../../contract/answering.ts';
import type { Texts } from '../../../text/language.ts';
import { isLegalKind } from './legal-basis.ts';
import type { AssignmentOutcome } from './outcomes.ts';
import type { RequestKind } from '../../../contract/requests.ts';

/** From below upwards. */
export const RUNGS = ['manager', 'deputy-mayor'] as const;
export type Rung = (typeof RUNGS)[number];

/** What asks: the law of a request, its topic, or the directorate that answers. */
export type AskedFrom = 'law' | 'topic' | 'directorate';

export interface Asked {
  kind: RequestKind;
  /** Null: an interim answer. */
  outcome: AssignmentOutcome | null;
  topic: Approval;
  directorate: Approval;
}

interface Row {
  rung: Rung;
  from: AskedFrom;
  holds(asked: Asked): boolean;
  why: Texts;
}

const underALaw = ({ kind }: Asked) => isLegalKind(kind);

export const WHO_APPROVES: readonly Row[] = [
  {
    rung: 'manager',
    from: 'law',
    holds: underALaw,
    why: {
      tr: 'Kanuna dayanan bir başvurunun yanıtı müdürlük adına verilir (3071 m.7, 4982 m.12, 6698 m.13).',
      en: 'An answer under a law is given in the name of the directorate (3071 m.7, 4982 m.12, 6698 m.13).',
    },
  },
  {
    rung: 'deputy-mayor',
    from: 'law',
    holds: (asked) => underALaw(asked) && saysNo(asked.outcome),
    why: {
      tr: 'Kanuna dayanan bir istek reddediliyor ya da incelenmiyor; itiraz ve dava yolu açılır.',
      en: 'What was asked under a law is refused or not examined; an objection or a court may follow.',
    },
  },
  {
    rung: 'manager',
    from: 'topic',
    holds: ({ topic }) => topic === 'manager',
    why: { tr: 'Konu, müdür onayı istiyor.', en: 'The topic asks for the manager’s approval.' },
  },
  {
    rung: 'deputy-mayor',
    from: 'topic',
    holds: ({ topic }) => topic === 'deputy-mayor',
    why: { tr: 'Konu, başkan yardımcısı onayı istiyor.', en: 'The topic asks for the deputy mayor’s approval.' },
  },
  {
    rung: 'manager',
    from: 'directorate',
    holds: ({ directorate }) => directorate === 'manager',
    why: {
      tr: 'Müdürlük her yanıtı müdürün görmesini istiyor.',
      en: 'The directorate wants its manager to read every answer.',
    },
  },
  {
    rung: 'deputy-mayor',
    from: 'directorate',
    holds: ({ directorate }) => directorate === 'deputy-mayor',
    why: {
      tr: 'Müdürlüğün yanıtlarını başkan yardımcısı görür.',
      en: 'The deputy mayor reads every answer of the directorate.',
    },
  },
];

export interface ChainLink {
  rung: Rung;
  /** Empty: asked because it lies below a rung that is asked for. */
  why: readonly { says: Texts; from: AskedFrom }[];
}

const SAYS_NO: ReadonlySet<string> = new Set(['refused', 'partly-granted', 'not-examined']);

/** Whether the citizen gets less than was asked. */
export function saysNo(outcome: AssignmentOutcome | null): boolean {
  return outcome !== null && SAYS_NO.has(outcome);
}

/** The rungs such an answer climbs, lowest first; empty: whoever may answer may answer. */
export function chainFor(asked: Asked): ChainLink[] {
  const rows = WHO_APPROVES.filter(({ holds }) => holds(asked));
  const highest = RUNGS.findLastIndex((rung) => rows.some((row) => row.rung === rung));
  return RUNGS.slice(0, highest + 1).map((rung) => ({
    rung,
    why: rows.filter((row) => row.rung === rung).map(({ why: says, from }) => ({ says, from })),
  }));
}
