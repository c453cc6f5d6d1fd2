import type { Route } from '../../kernel/http/route.ts';
import { draftRoutes } from './draft-routes.ts';

export const answerRoutes: Route[] = [...draftRoutes];
