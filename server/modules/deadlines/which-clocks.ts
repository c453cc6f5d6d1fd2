// HEART FILE. Which clock runs on which request: the laws' periods and the published service standards, as a table to be read.
// What changes a running clock is in what-changes-a-clock.ts, what ends one in what-ends-a-clock.ts; how days are counted is the
// calendar's business; what a clock is called is in clock-texts.ts. Nothing here reads a database.
import type { Period, TimeUnit } from '../calendar/door.ts';
import type { RequestKind } from '../requests/door.ts';

/**
 * first-response, conclusion: the municipality's own published word. statutory: the law's day for our answer. partner: another body's day.
 * silence: the day from which our silence is an answer in law; not a duty, but a right of the citizen that begins. citizen: what the citizen
 * must do in time. remedy: how long the citizen may go on against what we said; decision: how long we have to do what another body decided.
 * These two are told, never run as clocks of ours.
 */
export type Purpose =
  'first-response' | 'conclusion' | 'statutory' | 'partner' | 'silence' | 'citizen' | 'remedy' | 'decision';
type Starts = 'received' | 'fee-notice' | 'answer-notice' | 'decision-notice';
/** What it means in law when the period ends and nothing happened. */
type Silence = 'refused' | 'refused-then-board' | 'board-complaint' | 'withdrawn' | 'right-lost' | 'none';
type Row = readonly [string, Purpose, Law, string, number, TimeUnit, Starts, Silence];

const table = [
  // clock, purpose, law, article, amount, unit, starts with, silence means
  ['foi', 'statutory', '4982', 'm.11', 15, 'business-days', 'received', 'refused-then-board'],
  // Only if another unit or body must be asked, or several are concerned; notified in writing before the first 15 days end.
  ['foi-extended', 'statutory', '4982', 'm.11', 30, 'business-days', 'received', 'refused-then-board'],
  // The notice of the fee cuts the period for the answer; unpaid for so long, the request counts as withdrawn.
  ['foi-fee', 'citizen', '4982', 'm.10–11', 15, 'business-days', 'fee-notice', 'withdrawn'],
  // An interim answer does not end it: the result is notified separately.
  ['petition', 'statutory', '3071', 'm.7', 30, 'calendar-days', 'received', 'refused'],
  // Without a signature it is no petition in law, yet nobody is kept waiting longer than a petitioner.
  ['thirty-day-cap', 'statutory', '3071', 'm.7', 30, 'calendar-days', 'received', 'none'],
  ['kvkk', 'statutory', '6698', 'm.13', 30, 'calendar-days', 'received', 'board-complaint'],
  // 60 days until Law 7331 (2021).
  ['admin-silence', 'silence', '2577', 'm.10', 30, 'calendar-days', 'received', 'refused'],
  ['foi-silence', 'silence', '2577', 'm.10', 30, 'calendar-days', 'received', 'refused-then-board'],
  // A lawful extension was announced: until its end nobody is silent.
  ['foi-silence-extended', 'silence', '4982', 'm.11', 30, 'business-days', 'received', 'refused-then-board'],
  // An answer that is not final: the citizen may take it for a refusal or wait, but no longer than this. Six months until Law 7331.
  ['interim-wait', 'silence', '2577', 'm.10', 4, 'months', 'received', 'refused'],
  ['kvkk-silence', 'silence', '6698', 'm.14', 30, 'calendar-days', 'received', 'board-complaint'],
  // CİMER passes on the laws' own periods: 3071's, or 4982's for an information request.
  ['cimer', 'partner', 'cimer', '3071 m.7', 30, 'calendar-days', 'received', 'refused'],
  ['cimer-foi', 'partner', 'cimer', '4982 m.11', 15, 'business-days', 'received', 'refused-then-board'],
  // Some governorates write 7 days, others 7 business days: the stricter holds unless the municipality settles the other.
  ['acik-kapi', 'partner', 'acik-kapi', '', 7, 'calendar-days', 'received', 'none'],
  ['foi-objection', 'remedy', '4982', 'm.13', 15, 'calendar-days', 'answer-notice', 'right-lost'],
  ['kvkk-complaint', 'remedy', '6698', 'm.14', 30, 'calendar-days', 'answer-notice', 'right-lost'],
  ['kvkk-complaint-latest', 'remedy', '6698', 'm.14', 60, 'calendar-days', 'received', 'right-lost'],
  ['court', 'remedy', '2577', 'm.7', 60, 'calendar-days', 'answer-notice', 'right-lost'],
  // At once, and in no case later than this after the decision was notified.
  ['court-decision', 'decision', '2577', 'm.28', 30, 'calendar-days', 'decision-notice', 'none'],
  ['kvkk-decision', 'decision', '6698', 'm.15', 30, 'calendar-days', 'decision-notice', 'none'],
  // A recommendation: it is followed, or told within this period why it cannot be.
  ['ombudsman-decision', 'decision', '6328', 'm.20', 30, 'calendar-days', 'decision-notice', 'none'],
] as const satisfies readonly Row[];

/** Where each rule, or its last change, was published in the Resmî Gazete (RG); empty for a practice that no gazette printed. */
const gazettes = {
  '4982': 'RG 24.10.2003/25269',
  '3071': 'RG 10.11.1984/18571',
  '2577': 'RG 14.07.2021/31541',
  '6698': 'RG 07.04.2016/29677',
  '6328': 'RG 29.06.2012/28338',
  cimer: 'RG 04.06.2022',
  'acik-kapi': '',
  standard: 'RG 31.07.2009/27305',
} as const;

export type Law = keyof typeof gazettes;
export type StatutoryClockKey = (typeof table)[number][0];
/** revised-promise: the day a person gave in place of the published standard's. */
export type StandardKey = 'first-response' | 'conclusion' | 'revised-promise';
export type ClockKey = StatutoryClockKey | StandardKey;

export interface ClockRule extends Period {
  readonly key: ClockKey;
  readonly purpose: Purpose;
  readonly law: Law;
  readonly article: string;
  readonly gazette: string;
  readonly starts: Starts;
  readonly silence: Silence;
}

/** The municipality's own published word for a topic. */
export interface TopicStandard {
  readonly firstResponse?: Period;
  readonly conclusion?: Period;
}

/** Clocks of other bodies whose period the municipality settles with them. */
export const PARTNER_CLOCKS = ['cimer', 'cimer-foi', 'acik-kapi'] as const;
export type PartnerClock = (typeof PARTNER_CLOCKS)[number];
export type DayKind = 'calendar-days' | 'business-days';
/** How many of which days. */
export interface PartnerPeriod {
  readonly amount: number;
  readonly unit: DayKind;
}
export type PartnerPeriods = Readonly<Record<PartnerClock, PartnerPeriod>>;

/**
 * The longest that may be settled. CİMER passes on the laws' periods, so nothing later than theirs: 30 days of 3071 (twenty business days are four
 * weeks), 15 business days of 4982. Açık Kapı has no law; whoever writes there waits no longer than a petitioner.
 */
export const PARTNER_MOST: Readonly<Record<PartnerClock, Readonly<Record<DayKind, number>>>> = {
  cimer: { 'calendar-days': 30, 'business-days': 20 },
  'cimer-foi': { 'calendar-days': 15, 'business-days': 15 },
  'acik-kapi': { 'calendar-days': 30, 'business-days': 20 },
};

/** Periods that cannot be settled: no days at all, parts of days, or longer than the law leaves. */
export function brokenPeriods(
  periods: PartnerPeriods,
): { field: PartnerClock; problem: 'partner-amount'; most: number }[] {
  return PARTNER_CLOCKS.filter((clock) => {
    const { amount, unit } = periods[clock];
    return !Number.isInteger(amount) || amount < 1 || amount > PARTNER_MOST[clock][unit];
  }).map((field) => ({ field, problem: 'partner-amount', most: PARTNER_MOST[field][periods[field].unit] }));
}

export interface ClockQuestion {
  readonly kind: RequestKind;
  /** The channel's code; 'cimer' and 'acik-kapi' bring the partner's clock with them. */
  readonly channel: string;
  readonly topicStandard?: TopicStandard;
  /** What is settled with the partners, where it is not the table's. */
  readonly partnerPeriods?: Partial<PartnerPeriods>;
}

/** What each legal basis carries; everything else has one cap. Each kind has exactly one clock for our answer. */
const LEGAL_CLOCKS: Partial<Record<RequestKind, readonly StatutoryClockKey[]>> = {
  // 4982 and 6698 are special laws and replace the general 30 days for the answer; the general rule of silence stands beside 4982.
  foi: ['foi', 'foi-silence'],
  kvkk: ['kvkk', 'kvkk-silence'],
  petition: ['petition', 'admin-silence'],
};

/** Every clock that starts on receipt: the published standard's, the law's for answer and silence, and the partner's beside them. */
export function clocksFor(question: ClockQuestion): ClockRule[] {
  const { firstResponse, conclusion } = question.topicStandard ?? {};
  return [
    ...(firstResponse ? [standardClock('first-response', firstResponse)] : []),
    ...(conclusion ? [standardClock('conclusion', conclusion)] : []),
    ...legalClocksFor(question),
  ];
}

/** Those of them that come from the kind and the channel, whatever the topic. */
export function legalClocksFor({
  kind,
  channel,
  partnerPeriods = {},
}: Omit<ClockQuestion, 'topicStandard'>): ClockRule[] {
  const partner = partnerClockOf(kind, channel);
  return [
    ...(LEGAL_CLOCKS[kind] ?? ['thirty-day-cap' as const]).map(clockRule),
    ...(partner === null ? [] : [{ ...clockRule(partner), ...partnerPeriods[partner] }]),
  ];
}

function partnerClockOf(kind: RequestKind, channel: string): PartnerClock | null {
  if (channel === 'cimer') return kind === 'foi' ? 'cimer-foi' : 'cimer';
  return channel === 'acik-kapi' ? 'acik-kapi' : null;
}

// Hizmet standartları: every public body publishes how long each of its services takes (RG 31.07.2009/27305 m.6).
function standardClock(key: StandardKey, { amount, unit }: Period): ClockRule {
  const origin = { law: 'standard', article: 'm.6', gazette: gazettes.standard } as const;
  const purpose = key === 'first-response' ? key : 'conclusion';
  return { key, purpose, ...origin, amount, unit, starts: 'received', silence: 'none' };
}

/** The law's or the partner's clock of that name. */
export function clockRule(key: StatutoryClockKey): ClockRule {
  return statutoryRules[key];
}

/** The rule as it was when a clock started: of today's table by name, with the period that was written down then. */
export function ruleOf(key: string, { amount, unit }: Period): ClockRule {
  if (isStandard(key)) return standardClock(key, { amount, unit });
  return { ...statutoryRules[key as StatutoryClockKey], amount, unit };
}

/** The municipality's own word, and no clock of the law. */
export function isStandard(key: string): key is StandardKey {
  return key === 'first-response' || key === 'conclusion' || key === 'revised-promise';
}

/** Closures that are no holiday in law stop only the municipality's own targets. */
export function countsByLaw({ purpose }: Pick<ClockRule, 'purpose'>): boolean {
  return purpose !== 'first-response' && purpose !== 'conclusion';
}

const statutoryRules = Object.fromEntries(
  table.map(([key, purpose, law, article, amount, unit, starts, silence]): [StatutoryClockKey, ClockRule] => [
    key,
    { key, purpose, law, article, gazette: gazettes[law], amount, unit, starts, silence },
  ]),
) as Record<StatutoryClockKey, ClockRule>;

/** The periods of the table above, which are the stricter: what holds while nothing is settled with a partner. */
export const TABLE_PERIODS = Object.fromEntries(
  PARTNER_CLOCKS.map((key) => [key, { amount: statutoryRules[key].amount, unit: statutoryRules[key].unit }]),
) as PartnerPeriods;

/** True when a partner's clock runs on requests of that channel. */
export function hasPartnerClock(channel: string): boolean {
  return partnerClockOf('request', channel) !== null;
}

export const statutoryClockKeys = table.map(([key]) => key);
