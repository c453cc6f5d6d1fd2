// Which clock runs on which request: the laws' periods and the published service standards, as a table to be read.
// How days are counted is the calendar's business; what a clock is called is in clock-texts.ts. Nothing here reads a database.
import type { Period, TimeUnit } from '../calendar/door.ts';
import type { RequestKind } from '../requests/door.ts';

type Starts = 'received' | 'fee-notice' | 'refusal-notice';
/** What it means in law when the period ends in silence. */
type Silence = 'refused' | 'refused-then-board' | 'board-complaint' | 'withdrawn' | 'right-lost' | 'none';
type Row = readonly [string, Law, string, number, TimeUnit, Starts, Silence];

const table = [
  // clock, law, article, amount, unit, starts with, silence means
  ['foi', '4982', 'm.11', 15, 'business-days', 'received', 'refused-then-board'],
  // Only if another unit or body must be asked, or several are concerned; notified in writing before the first 15 days end.
  ['foi-extended', '4982', 'm.11', 30, 'business-days', 'received', 'refused-then-board'],
  // The citizen's clock. The notice of the fee cuts the period for the answer.
  ['foi-fee', '4982', 'm.10–11', 15, 'business-days', 'fee-notice', 'withdrawn'],
  ['foi-objection', '4982', 'm.13', 15, 'calendar-days', 'refusal-notice', 'right-lost'],
  // An interim answer does not end it: the result is notified separately.
  ['petition', '3071', 'm.7', 30, 'calendar-days', 'received', 'refused'],
  // Without a signature it is no petition in law, yet nobody is kept waiting longer than a petitioner.
  ['thirty-day-cap', '3071', 'm.7', 30, 'calendar-days', 'received', 'none'],
  // 60 days until Law 7331 (2021).
  ['admin-silence', '2577', 'm.10', 30, 'calendar-days', 'received', 'refused'],
  ['foi-silence', '2577', 'm.10', 30, 'calendar-days', 'received', 'refused-then-board'],
  ['kvkk', '6698', 'm.13', 30, 'calendar-days', 'received', 'board-complaint'],
  // CİMER passes on the laws' own periods: 3071's, or 4982's for an information request.
  ['cimer', 'cimer', '3071 m.7', 30, 'calendar-days', 'received', 'refused'],
  ['cimer-foi', 'cimer', '4982 m.11', 15, 'business-days', 'received', 'refused-then-board'],
  // Some governorates write 7 days, others 7 business days: the stricter holds unless the municipality configures the other.
  ['acik-kapi', 'acik-kapi', '', 7, 'calendar-days', 'received', 'none'],
] as const satisfies readonly Row[];

/** Where each rule, or its last change, was published in the Resmî Gazete (RG); empty for a practice that no gazette printed. */
const gazettes = {
  '4982': 'RG 24.10.2003/25269',
  '3071': 'RG 10.11.1984/18571',
  '2577': 'RG 14.07.2021/31541',
  '6698': 'RG 07.04.2016/29677',
  cimer: 'RG 04.06.2022',
  'acik-kapi': '',
  standard: 'RG 31.07.2009/27305',
} as const;

export type Law = keyof typeof gazettes;
export type StatutoryClockKey = (typeof table)[number][0];
export type ClockKey = StatutoryClockKey | 'first-response' | 'conclusion';

export interface ClockRule extends Period {
  readonly key: ClockKey;
  /** First response and conclusion are the municipality's own word; statutory is the law's; partner is another body's. */
  readonly purpose: 'first-response' | 'conclusion' | 'statutory' | 'partner';
  readonly law: Law;
  readonly article: string;
  readonly gazette: string;
  readonly starts: Starts;
  readonly silence: Silence;
  readonly owedBy: 'municipality' | 'citizen';
}

/** The municipality's own published word for a topic. */
export interface TopicStandard {
  readonly firstResponse?: Period;
  readonly conclusion?: Period;
}

export interface ClockQuestion {
  readonly kind: RequestKind;
  /** The channel's code; 'cimer' and 'acik-kapi' bring the partner's clock with them. */
  readonly channel: string;
  readonly topicStandard?: TopicStandard;
  /** The governorate's own wording for Açık Kapı, where it is not 7 calendar days. */
  readonly acikKapi?: Period;
}

/** Every clock that starts on receipt: the published standard's, exactly one statutory, and the partner's beside it. */
export function clocksFor({ kind, channel, topicStandard = {}, acikKapi }: ClockQuestion): ClockRule[] {
  const { firstResponse, conclusion } = topicStandard;
  return [
    ...(firstResponse ? [standardClock('first-response', firstResponse)] : []),
    ...(conclusion ? [standardClock('conclusion', conclusion)] : []),
    clockRule(statutoryFor(kind)),
    ...(channel === 'cimer' ? [clockRule(kind === 'foi' ? 'cimer-foi' : 'cimer')] : []),
    ...(channel === 'acik-kapi' ? [{ ...clockRule('acik-kapi'), ...acikKapi }] : []),
  ];
}

// 4982 and 6698 are special laws and replace the general 30 days; everything else is capped by them, petition or not.
function statutoryFor(kind: RequestKind): StatutoryClockKey {
  if (kind === 'foi' || kind === 'kvkk' || kind === 'petition') return kind;
  return 'thirty-day-cap';
}

// Hizmet standartları: every public body publishes how long each of its services takes (RG 31.07.2009/27305 m.6).
function standardClock(key: 'first-response' | 'conclusion', { amount, unit }: Period): ClockRule {
  const origin = { law: 'standard', article: 'm.6', gazette: gazettes.standard } as const;
  return { key, purpose: key, ...origin, amount, unit, starts: 'received', silence: 'none', owedBy: 'municipality' };
}

/** The law's or the partner's clock of that name. */
export function clockRule(key: StatutoryClockKey): ClockRule {
  return statutoryRules[key];
}

/** Closures that are no holiday in law stop only the municipality's own targets. */
export function countsByLaw({ purpose }: ClockRule): boolean {
  return purpose === 'statutory' || purpose === 'partner';
}

const statutoryRules = Object.fromEntries(
  table.map(([key, law, article, amount, unit, starts, silence]): [StatutoryClockKey, ClockRule] => {
    const purpose = law === 'cimer' || law === 'acik-kapi' ? 'partner' : 'statutory';
    const owedBy = starts === 'received' ? 'municipality' : 'citizen';
    return [key, { key, purpose, law, article, gazette: gazettes[law], amount, unit, starts, silence, owedBy }];
  }),
) as Record<StatutoryClockKey, ClockRule>;

export const statutoryClockKeys = table.map(([key]) => key);
