/** A ladder in plain words: what each rung says, which ladder holds where, and what would keep it from being published. */
import type { Ladder, LadderClock, Ladders, Rung, RungWhen } from '../../../../../../contract/ladder.ts';
import { LADDER_CLOCKS } from '../../../../../../contract/ladder.ts';
import type { Say } from '../../../kit/texts.ts';
import type { ladderTexts } from './ladder-texts.ts';

export type SayLadder = Say<(typeof ladderTexts)['tr']>;

export type WhenKind = 'percent' | 'before' | 'now' | 'after';

export function kindOf(when: RungWhen): WhenKind {
  if ('percent' in when) return 'percent';
  return when.days === 0 ? 'now' : when.days < 0 ? 'before' : 'after';
}

export function amountOf(when: RungWhen): number {
  return 'percent' in when ? when.percent : Math.abs(when.days);
}

export function whenFrom(kind: WhenKind, amount: number): RungWhen {
  if (kind === 'percent') return { percent: Math.min(95, Math.max(10, amount)) };
  if (kind === 'now') return { days: 0 };
  return kind === 'before' ? { days: -Math.min(20, Math.max(1, amount)) } : { days: Math.min(60, Math.max(1, amount)) };
}

export function rungInWords({ when, who }: Rung, say: SayLadder): string {
  return say('step', { when: whenInWords(when, say), who: say(`who.${who}`) });
}

export function whenInWords(when: RungWhen, say: SayLadder): string {
  const kind = kindOf(when);
  return kind === 'now' ? say('when.now') : say(`when.${kind}`, { n: amountOf(when) });
}

/** What the publishing and the versions show: a list of sentences for each clock. */
export function ladderInWords({ ladder, active }: { ladder: Ladder; active: boolean }, say: SayLadder): object {
  const clocks = LADDER_CLOCKS.map((clock) => [
    say(`clock.${clock}`),
    inOrder(ladder[clock])
      .map((rung) => rungInWords(rung, say))
      .join('; '),
  ]);
  return { [say('active')]: active, ...Object.fromEntries(clocks) };
}

/** As they come: parts of the period first, then days before, at and after its end. */
export function inOrder(rungs: readonly Rung[]): Rung[] {
  const place = ({ when }: Rung) => ('percent' in when ? when.percent - 1000 : when.days);
  return rungs.toSorted((left, right) => place(left) - place(right));
}

export type Source = 'own' | 'group' | 'all' | 'ready';

/** The ladder that holds in a scope, and where it comes from. */
export function inForce(
  { set, ready }: Pick<Ladders, 'set' | 'ready'>,
  scopes: { own: string; group: string | null },
): { source: Source; ladder: Ladder } {
  const found = (scope: string | null) => set.find((one) => one.scope === scope && one.active)?.ladder;
  const own = found(scopes.own);
  if (own) return { source: scopes.own === 'all' ? 'all' : 'own', ladder: own };
  const ofGroup = found(scopes.group);
  if (ofGroup) return { source: 'group', ladder: ofGroup };
  const ofAll = found('all');
  if (ofAll) return { source: 'all', ladder: ofAll };
  return {
    source: 'ready',
    ladder: Object.fromEntries(
      LADDER_CLOCKS.map((clock) => [clock, ready.filter((one) => one.clock === clock).map(({ rung }) => rung)]),
    ) as Ladder,
  };
}

interface Fault {
  problem: 'empty' | 'twice' | 'silent-after';
  clock: LadderClock;
}

export function faultInWords({ problem, clock }: Fault, say: SayLadder): string {
  return say(`fault.${problem}`, { clock: say(`clock.${clock}`) });
}
