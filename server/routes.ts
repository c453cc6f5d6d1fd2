/** Every URL of the house, joined from its modules and faces: the OpenAPI page and the who-may test read this one list. */
import type { Route } from './kernel/http/route.ts';
import { answerRoutes } from './modules/answers/routes.ts';
import { accountabilityRoutes } from './modules/accountability/routes.ts';
import { calendarRoutes } from './modules/calendar/routes.ts';
import { callRoutes } from './modules/calls/routes.ts';
import { catalogueRoutes } from './modules/catalogue/routes.ts';
import { correspondenceRoutes } from './modules/correspondence/door.ts';
import { deadlineRoutes } from './modules/deadlines/routes.ts';
import { incidentRoutes } from './modules/incidents/routes.ts';
import { intakeRoutes } from './modules/intake/routes.ts';
import { oversightRoutes } from './modules/oversight/routes.ts';
import { plannedWorkRoutes } from './modules/planned-work/routes.ts';
import { placesRoutes } from './modules/places/routes.ts';
import { reportingRoutes } from './modules/reporting/routes.ts';
import { requestRoutes } from './modules/requests/routes.ts';
import { routingRoutes } from './modules/routing/routes.ts';
import { searchRoutes } from './modules/search/routes.ts';
import { staffRoutes } from './modules/staff/routes.ts';
import { portalRoutes } from './portal/routes.ts';
import { watchRoutes } from './watch.ts';
import { workRoutes } from './work-routes.ts';

export const routes: Route[] = [
  ...watchRoutes,
  ...workRoutes,
  ...staffRoutes,
  ...catalogueRoutes,
  ...placesRoutes,
  ...calendarRoutes,
  ...searchRoutes,
  ...requestRoutes,
  ...routingRoutes,
  ...intakeRoutes,
  ...answerRoutes,
  ...incidentRoutes,
  ...callRoutes,
  ...plannedWorkRoutes,
  ...deadlineRoutes,
  ...correspondenceRoutes,
  ...reportingRoutes,
  ...accountabilityRoutes,
  ...oversightRoutes,
  ...portalRoutes,
];
