import type { Route } from '../../kernel/http/route.ts';
import { handOverRoutes } from './hand-over-routes.ts';
import { ladderRoutes } from './ladder-routes.ts';
import { noticeRoutes } from './notice-routes.ts';
import { watchRoutes } from './watch-routes.ts';

export const oversightRoutes: Route[] = [...noticeRoutes, ...ladderRoutes, ...watchRoutes, ...handOverRoutes];
