import { on } from '../../kernel/facts.ts';
import { SettingChanged } from '../../kernel/revisions.ts';
import { PlaceChanged, RequestRecorded, TopicChanged } from '../requests/door.ts';
import { StaffMemberChanged } from '../staff/door.ts';
import { checkRules } from './actions/check-rules.ts';
import { rerouteRequest, routeRequest } from './actions/route-request.ts';

/** Settings that a rule may name. */
const NAMED_BY_RULES = new Set(['topic', 'directorate', 'unit', 'area', 'neighbourhood', 'routing-rules']);

export const routingReactions = [
  on(RequestRecorded, 'asks the rules, and gives the request to whom they say', (tx, fact) =>
    routeRequest(tx, fact.subject),
  ),
  on(TopicChanged, 'asks the rules again if the person said so, and nobody is at work on it', async (tx, fact) => {
    if (fact.data.reroute) await rerouteRequest(tx, fact.subject, 'Konu değişti.');
  }),
  on(PlaceChanged, 'asks the rules again if the person said so, and nobody is at work on it', async (tx, fact) => {
    if (fact.data.reroute) await rerouteRequest(tx, fact.subject, 'Yer düzeltildi.');
  }),
  on(SettingChanged, 'looks whether a rule named what was changed, and raises the alarm', async (tx, fact) => {
    if (NAMED_BY_RULES.has(fact.data.kind)) await checkRules(tx);
  }),
  on(StaffMemberChanged, 'looks whether a rule names somebody who left', async (tx) => {
    await checkRules(tx);
  }),
];
