import type { Route } from '../../kernel/http/route.ts';
import { actRoutes } from './act-routes.ts';
import { correctionRoutes } from './correction-routes.ts';
import { liveRoute } from './live.ts';
import { peopleRoutes } from './people-routes.ts';
import { readRoutes } from './read-routes.ts';

/** Every address under which the desk reads and works on requests. */
export const requestRoutes: Route[] = [...readRoutes, ...actRoutes, ...correctionRoutes, ...peopleRoutes, liveRoute];
