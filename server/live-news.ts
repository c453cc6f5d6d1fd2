import type { LiveNews } from './kernel/house.ts';
import { plannedWorkNews } from './modules/planned-work/door.ts';

/** What the desk hears live beside what happens to requests, whichever module it belongs to. */
export const liveNews: readonly LiveNews[] = [plannedWorkNews];
