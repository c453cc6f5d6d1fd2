import { defineFact } from '../../kernel/facts.ts';
import type { ExtensionGround } from './information-requests.ts';
import type { RemedyBody, RemedyResult } from './remedies-taken.ts';

/** What has happened to the periods of requests. Ids and codes only. */
export const PeriodExtended = defineFact<{ ground: ExtensionGround }>('period-extended');
export const FeeNotified = defineFact<Record<string, never>>('fee-notified');
/** A person gave the citizen another day. late: the one before had passed already; clockId: the clock that counts to it. */
export const PromiseMoved = defineFact<{ late: boolean; clockId: string }>('promise-moved');
export const FeePaid = defineFact<Record<string, never>>('fee-paid');
/** The day came on which silence counts as an answer in law. The request stays open: one is owed all the same. */
export const RefusalImplied = defineFact<{ rule: string }>('refusal-implied');
/** The citizen went to another body against our answer or silence. Nothing reopens by it. */
export const RemedyTaken = defineFact<{ remedyId: string; body: RemedyBody }>('remedy-taken');
export const RemedyDecided = defineFact<{ remedyId: string; body: RemedyBody; result: RemedyResult }>('remedy-decided');
/** Decided in the citizen's favour, wholly or in part: something must be done now. */
export const RemedyUpheld = defineFact<{ remedyId: string; body: RemedyBody; result: RemedyResult }>('remedy-upheld');
