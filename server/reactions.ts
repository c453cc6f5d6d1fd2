import type { Reaction } from './kernel/facts.ts';
import { answerReactions } from './modules/answers/door.ts';
import { catalogueReactions } from './modules/catalogue/door.ts';
import { correspondenceReactions } from './modules/correspondence/door.ts';
import { deadlineReactions } from './modules/deadlines/door.ts';
import { incidentReactions } from './modules/incidents/door.ts';
import { oversightReactions } from './modules/oversight/door.ts';
import { plannedWorkReactions } from './modules/planned-work/door.ts';
import { requestReactions } from './modules/requests/door.ts';
import { routingReactions } from './modules/routing/door.ts';
import { searchReactions } from './modules/search/door.ts';

/**
 * Who reacts to what has happened, in this order, inside the transaction that made it happen: clocks before routing, so that the part a
 * directorate gets knows its due date; messages last, so that they can tell the promise.
 */
export const reactions: Reaction[] = [
  ...catalogueReactions,
  ...requestReactions,
  ...deadlineReactions,
  ...routingReactions,
  ...answerReactions,
  ...incidentReactions,
  ...plannedWorkReactions,
  ...correspondenceReactions,
  ...searchReactions,
  ...oversightReactions,
];
