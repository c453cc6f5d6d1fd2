/**
 * HEART FILE. To whom the work of somebody who leaves or moves goes on, thing by thing, and why. Nothing stays with a closed account. Work goes to
 * whoever was chosen and can have it; of several, to whoever has the least in hand; where nobody can, back to the unit or directorate that
 * has it, whose manager is told. Pure.
 */
import type { TakenBecause, ThingInHand } from '../../../../contract/hand-over.ts';
import { personWithin } from '../../requests/door.ts';

interface Rule {
  kind: ThingInHand;
  /** Whether an account may be closed while its bearer still has one that goes on to nobody. */
  mayBeLeft: boolean;
  goesTo: string;
  why: string;
}

/** In the order in which they go on: a draft and a notice follow the part they are about. */
export const WHAT_GOES_ON: readonly Rule[] = [
  {
    kind: 'part',
    mayBeLeft: false,
    goesTo: 'whoever was chosen, or its unit or directorate',
    why: 'A part in the hands of somebody who is gone is worked on by nobody.',
  },
  {
    kind: 'draft',
    mayBeLeft: false,
    goesTo: 'whoever takes its part; otherwise the manager',
    why: 'Begun words are work too, and an answer that is sent back must come to somebody.',
  },
  {
    kind: 'stand-in',
    mayBeLeft: false,
    goesTo: 'whoever was chosen; of several, or of none, the manager',
    why: "An absent colleague's post would be nobody's on those days.",
  },
  {
    kind: 'notice',
    mayBeLeft: true,
    goesTo: 'whoever takes its part; otherwise whoever answers for the request',
    why: 'It was told because something is to be done; whoever does it now must know.',
  },
  {
    kind: 'view',
    mayBeLeft: true,
    goesTo: 'as a post to stand in for',
    why: 'Colleagues work by the lists somebody made for them, and must be able to change them.',
  },
];

/** What keeps an account from being closed. */
export const MUST_GO_ON: readonly ThingInHand[] = WHAT_GOES_ON.filter(({ mayBeLeft }) => !mayBeLeft).map(
  ({ kind }) => kind,
);

export interface Part {
  id: string;
  directorate: string;
  unit: string | null;
  restricted: boolean;
  restrictedTo: string[];
}

export interface PersonThere {
  id: string;
  directorate: string | null;
  unit: string | null;
  /** Open parts in hand. */
  open: number;
}

export interface Taken {
  /** Null: nobody in particular. */
  to: string | null;
  because: TakenBecause;
}

/** One taker for each part; what a part adds to somebody's load counts for the next. Of equals the one named first, of the part's unit before others. */
export function whoTakesOver(parts: readonly Part[], chosen: readonly PersonThere[]): Map<string, Taken> {
  const load = new Map(chosen.map(({ id, open }) => [id, open]));
  return new Map(
    parts.map((part) => {
      const taken = takerOf(part, chosen, load);
      if (taken.to !== null) load.set(taken.to, load.get(taken.to)! + 1);
      return [part.id, taken];
    }),
  );
}

function takerOf(part: Part, chosen: readonly PersonThere[], load: ReadonlyMap<string, number>): Taken {
  if (chosen.length === 0) return { to: null, because: 'nobody-chosen' };
  const there = chosen.filter(({ directorate }) => directorate === part.directorate);
  if (there.length === 0) return { to: null, because: 'other-directorate' };
  const able = there.filter(({ unit }) => personWithin(part, { directorate: part.directorate, unit }));
  if (able.length === 0) return { to: null, because: 'kept-from-them' };
  const near = part.unit === null ? [] : able.filter(({ unit }) => unit === part.unit);
  const [taker] = (near.length > 0 ? near : able).toSorted((left, right) => load.get(left.id)! - load.get(right.id)!);
  return { to: taker!.id, because: chosen.length === 1 ? 'chosen' : 'least-in-hand' };
}
