/** What the rest of the house may know of figures. */
export { figures } from './queries.ts';
export type { FiguresAsked } from './queries.ts';
export { promisesKept } from './promises-kept.ts';
export type { PromiseCount } from './figures-store.ts';
export { figuresAsCsv, figuresAsMarkdown } from './print.ts';
export { CHANNEL_ROWS, PROMISE_KEPT, TABLES, channelsOf, instantsOf, periodOf } from './what-is-counted.ts';
export type { Family, TableKey } from './what-is-counted.ts';
