// The deadlines' door: which clocks a request carries, and why each is due on its day.
export type { ClockKey, ClockQuestion, ClockRule, StatutoryClockKey, TopicStandard } from './which-clocks.ts';
export { clockRule, clocksFor, countsByLaw, statutoryClockKeys } from './which-clocks.ts';
export type { ExplainedDay, Explanation } from './explain.ts';
export { explainDeadline, explanationAsText, periodInWords } from './explain.ts';
export type { Clock } from './store.ts';
export { clocksOfRequest } from './store.ts';
export { deadlineReactions } from './reactions.ts';
