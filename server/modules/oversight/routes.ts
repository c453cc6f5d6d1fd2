import type { Route } from '../../kernel/http/route.ts';
import { ladderRoutes } from './ladder-routes.ts';
import { noticeRoutes } from './notice-routes.ts';

export const oversightRoutes: Route[] = [...noticeRoutes, ...ladderRoutes];
