/**
 * HEART FILE. Who is told when a promise is in danger, and when it is broken: clock × how far × whom, each with its reason. A municipality may
 * put a ladder of its own in its place, for all topics, a group or one. Nobody is left out in silence: where an audience has nobody today,
 * who-answers-for-it.ts says who is told instead, and why.
 */
import type { Ladder, LadderClock, Rung, RungWhen } from '../../../contract/ladder.ts';
import { LADDER_CLOCKS } from '../../../contract/ladder.ts';
import type { Texts } from '../../../text/language.ts';

interface ReadyRung {
  clock: LadderClock;
  rung: Rung;
  why: Texts;
}

const soFar = (percent: number): RungWhen => ({ percent });
const days = (count: number): RungWhen => ({ days: count });

/** The law's clocks are told earlier and climb higher than our own word: what they cost cannot be made good. */
export const READY_LADDER: readonly ReadyRung[] = [
  {
    clock: 'statutory',
    rung: { when: soFar(75), who: 'holder' },
    why: {
      tr: 'Yetişmesi için hâlâ zaman varken, işi elinde tutana.',
      en: 'While there is still time, to who has it in hand.',
    },
  },
  {
    clock: 'statutory',
    rung: { when: days(-1), who: 'manager' },
    why: {
      tr: 'Kanuni süre yarın doluyor: müdür kişiyi değiştirebilir.',
      en: "The law's period ends tomorrow: a manager can still put somebody else on it.",
    },
  },
  {
    clock: 'statutory',
    rung: { when: days(0), who: 'deputy-mayor' },
    why: {
      tr: 'Kanuni süre doldu; bundan sonrası başkanlık katının bilgisi dışında kalamaz.',
      en: 'The period of the law is over; those above must know.',
    },
  },
  {
    clock: 'statutory',
    rung: { when: days(1), who: 'supervisor' },
    why: {
      tr: 'Çözüm Merkezi vatandaşın ilk soracağı yerdir.',
      en: 'The solution centre is where the citizen will ask first.',
    },
  },
  {
    clock: 'statutory',
    rung: { when: days(3), who: 'mayors-office' },
    why: {
      tr: 'Üç iş günüdür kanuna aykırı susuluyor: Başkanın listesine girer.',
      en: 'Three working days of unlawful silence: it enters the mayor’s list.',
    },
  },
  {
    clock: 'partner',
    rung: { when: soFar(75), who: 'holder' },
    why: {
      tr: 'Öteki kurumun süresi bizimkinden kısa olabilir.',
      en: "The other body's period may be shorter than ours.",
    },
  },
  {
    clock: 'partner',
    rung: { when: days(-1), who: 'manager' },
    why: {
      tr: 'Geç kalan yanıt öteki kurumda bizim adımıza yazılır.',
      en: 'A late answer is written down against us by the other body.',
    },
  },
  {
    clock: 'partner',
    rung: { when: days(0), who: 'supervisor' },
    why: {
      tr: 'Öteki kurumla yazışan Çözüm Merkezidir.',
      en: 'It is the solution centre that writes to the other body.',
    },
  },
  {
    clock: 'partner',
    rung: { when: days(1), who: 'deputy-mayor' },
    why: { tr: 'Süre dışarıya karşı da aşıldı.', en: 'The period is over towards others too.' },
  },
  {
    clock: 'conclusion',
    rung: { when: soFar(75), who: 'holder' },
    why: { tr: 'Söz verilen günden önce, işi elinde tutana.', en: 'Before the promised day, to who has it in hand.' },
  },
  {
    clock: 'conclusion',
    rung: { when: days(0), who: 'manager' },
    why: {
      tr: 'Söz tutulmadı: müdür nedenini bilmeli, vatandaşa yeni gün verilmeli.',
      en: 'The promise is broken: the manager must know why, and the citizen needs a new day.',
    },
  },
  {
    clock: 'conclusion',
    rung: { when: days(1), who: 'deputy-mayor' },
    why: {
      tr: 'Bir iş günüdür ne yapıldı ne yeni gün verildi.',
      en: 'A working day later it is neither done nor is there a new day.',
    },
  },
  {
    clock: 'conclusion',
    rung: { when: days(3), who: 'supervisor' },
    why: { tr: 'Sözü veren Çözüm Merkezidir.', en: 'It was the solution centre that gave the promise.' },
  },
  {
    clock: 'first-response',
    rung: { when: soFar(75), who: 'holder' },
    why: {
      tr: 'İnsanlar dosyalarının bir yığında durduğundan korkar.',
      en: 'People fear that their file lies in a pile.',
    },
  },
  {
    clock: 'first-response',
    rung: { when: days(0), who: 'manager' },
    why: { tr: 'Kimse açıp bakmadı.', en: 'Nobody has opened it.' },
  },
  {
    clock: 'first-response',
    rung: { when: days(1), who: 'supervisor' },
    why: { tr: 'Belki yanlış birimdedir.', en: 'Perhaps it lies in the wrong place.' },
  },
];

export const READY: Ladder = Object.fromEntries(
  LADDER_CLOCKS.map((clock) => [clock, READY_LADDER.filter((one) => one.clock === clock).map(({ rung }) => rung)]),
) as Ladder;

export type LadderFault =
  { problem: 'empty'; clock: LadderClock } | { problem: 'twice' | 'silent-after'; clock: LadderClock; rung: string };

/** What keeps a ladder from being published: a clock nobody is told of, the same rung twice, or a last rung before the time is over. */
export function faultsInLadder(ladder: Ladder): LadderFault[] {
  return LADDER_CLOCKS.flatMap((clock): LadderFault[] => {
    const rungs = ladder[clock];
    if (rungs.length === 0) return [{ problem: 'empty', clock }];
    const keys = rungs.map(rungKey);
    const twice = keys.find((key, place) => keys.indexOf(key) !== place);
    if (twice !== undefined) return [{ problem: 'twice', clock, rung: twice }];
    const isToldAfter = rungs.some(({ when }) => 'days' in when && when.days >= 0);
    return isToldAfter ? [] : [{ problem: 'silent-after', clock, rung: keys.at(-1)! }];
  });
}

/** As it stands in the database and in the history: `75%:holder`, `-1:manager`, `0:manager`, `+3:supervisor`. */
export function rungKey({ when, who }: Rung): string {
  return `${whenKey(when)}:${who}`;
}

export function whenKey(when: RungWhen): string {
  if ('percent' in when) return `${when.percent}%`;
  return when.days > 0 ? `+${when.days}` : String(when.days);
}
