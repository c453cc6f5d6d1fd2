export { routingReactions } from './reactions.ts';
export { ROUTING_RULES, whoHandlesIt } from './who-handles-it.ts';
export type { Route, RoutingQuestion, RoutingRule } from './who-handles-it.ts';
