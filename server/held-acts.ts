import type { HeldActKind } from './kernel/house.ts';
import { answerHeldActs } from './modules/answers/door.ts';
import { deadlineHeldActs } from './modules/deadlines/door.ts';
import { incidentHeldActs } from './modules/incidents/door.ts';
import { requestHeldActs } from './modules/requests/door.ts';

/** Everything that is held for some seconds before a citizen hears of it, whichever module it belongs to. */
export const heldActs: readonly HeldActKind[] = [
  ...requestHeldActs,
  ...answerHeldActs,
  ...deadlineHeldActs,
  ...incidentHeldActs,
];
