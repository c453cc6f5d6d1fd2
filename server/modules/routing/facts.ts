import { defineFact } from '../../kernel/facts.ts';

/** A rule in force names what is no longer there; it is passed over until somebody mends it. Its subject is the rule's id. */
export const RoutingRuleBroken = defineFact<{ version: number; faults: { where: string; problem: string }[] }>(
  'routing-rule-broken',
);
/** What it names is there again, or the rule was changed or taken out. */
export const RoutingRuleMended = defineFact<{ version: number }>('routing-rule-mended');
