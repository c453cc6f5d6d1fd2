/** What was recorded wrongly is put right. Routing follows only where the person says so, having seen what it would change. */
import { NewPlace, NewTopic } from '../../../contract/request-acts.ts';
import type { Route } from '../../kernel/http/route.ts';
import { refuse } from '../../kernel/refusals.ts';
import { keptTo, topicInForce } from '../catalogue/door.ts';
import { actRoute } from './act-route.ts';
import { changePlace, changeTopic } from './actions/correct-request.ts';

export const correctionRoutes: Route[] = [
  actRoute(
    {
      of: 'requests',
      path: 'topic',
      summary: 'Puts the topic right; clocks follow, and routing where it is asked for',
      needs: 'request-correct',
      body: NewTopic,
    },
    async (tx, requestId, { topic: code, reason, reroute = false, seen }) => {
      const topic = await topicInForce(tx.db, code);
      if (!topic?.active) throw refuse('input-invalid', { field: 'topic' });
      const { version, restricted } = topic;
      const restrictedTo = keptTo(topic);
      await changeTopic(tx, { requestId, topic: { code, version, restricted, restrictedTo }, reason, reroute, seen });
    },
  ),
  actRoute(
    {
      of: 'requests',
      path: 'place',
      summary: 'Puts the place right; routing follows where it is asked for',
      needs: 'request-correct',
      body: NewPlace,
    },
    (tx, requestId, { place, reason, reroute = false, seen }) =>
      changePlace(tx, { requestId, place, reason, reroute, seen }),
  ),
];
