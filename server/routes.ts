/** Every URL of the house, joined from its modules and faces: the OpenAPI page and the who-may test read this one list. */
import type { Route } from './kernel/http/route.ts';
import { correspondenceRoutes } from './modules/correspondence/door.ts';
import { watchRoutes } from './watch.ts';

export const routes: Route[] = [...watchRoutes, ...correspondenceRoutes];
