import type { HeldActKind } from '../../kernel/house.ts';
import { announce } from './actions/announce.ts';
import { reopenIncident } from './actions/reopen-incident.ts';

/** What an incident does that reaches citizens: all of them at once, so it can be taken back for some seconds. */
export const incidentHeldActs: HeldActKind[] = [
  { name: 'announce', run: (tx, input) => announce(tx, input as never) },
  { name: 'reopen-incident', run: (tx, input) => reopenIncident(tx, input as never) },
];
