import type { WorkKind } from './kernel/house.ts';

/** Everything the house does that takes longer than an answer may, joined from its modules. */
export const works: readonly WorkKind[] = [];
