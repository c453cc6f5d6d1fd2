import type { Route } from '../../kernel/http/route.ts';
import { callBackRoutes } from './sample/call-back-routes.ts';
import { draftRoutes } from './draft-routes.ts';
import { letterRoutes } from './letter-routes.ts';
import { standardTextRoutes } from './standard-text-routes.ts';

export const answerRoutes: Route[] = [...draftRoutes, ...letterRoutes, ...standardTextRoutes, ...callBackRoutes];
