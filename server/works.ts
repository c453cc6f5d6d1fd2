import type { WorkKind } from './kernel/house.ts';
import { accountabilityWorks } from './modules/accountability/door.ts';
import { recountWork } from './modules/deadlines/door.ts';
import { incidentWorks } from './modules/incidents/door.ts';
import { handOverWork } from './modules/oversight/door.ts';
import { restrictionWork } from './modules/requests/door.ts';
import { dryRunWork } from './modules/routing/door.ts';
import { exportWork, rebuildWork } from './modules/search/door.ts';

/** Everything the house does that takes longer than an answer may, joined from its modules. */
export const works: readonly WorkKind[] = [
  restrictionWork,
  dryRunWork,
  rebuildWork,
  exportWork,
  recountWork,
  ...accountabilityWorks,
  handOverWork,
  ...incidentWorks,
];
