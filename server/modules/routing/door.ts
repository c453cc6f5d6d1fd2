// The door of routing: who gets a request first, by the municipality's rules and the house's floor below them.
export { routingReactions } from './reactions.ts';
export { FLOOR, explain, whoHandlesIt } from './who-handles-it.ts';
export type { Verdict } from './who-handles-it.ts';
export type { Decision, RoutingFacts, Rule, RuleSet } from './rule.ts';
export { RoutingRuleBroken, RoutingRuleMended } from './facts.ts';
export { checkRules } from './actions/check-rules.ts';
export { saveRules } from './actions/save-rules.ts';
export { askDryRun, dryRunWork } from './dry-run-work.ts';
export { learnTopics } from './learn-topics.ts';
export { ruleSetWithFaults } from './queries.ts';
export { guessesFor } from './guesses.ts';
export { whyHere } from './why-here.ts';
