import { Type } from 'typebox';
import { NewView, SavedView } from '../../../contract/staff.ts';
import { apiRoute, staffOf } from '../../kernel/http/route.ts';
import { removeView, saveView, viewsOf } from './views.ts';

export const viewRoutes = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/views',
    summary: "One's own saved views of the work list, and those that are shared with one",
    who: 'staff',
    response: Type.Array(SavedView),
    handle: ({ house, actor }) => viewsOf(house, staffOf(actor)),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/views',
    summary: 'Saves a view of the work list under a name, for oneself or shared',
    who: 'staff',
    body: NewView,
    response: SavedView,
    handle: ({ house, actor, body }) => saveView(house, staffOf(actor), body),
  }),
  apiRoute({
    method: 'DELETE',
    path: '/api/v1/views/:id',
    summary: 'Removes a saved view: one of one’s own, or one that one could have shared',
    who: 'staff',
    params: Type.Object({ id: Type.String() }),
    response: Type.Object({ done: Type.Boolean() }),
    async handle({ house, actor, params }) {
      await removeView(house, staffOf(actor), params.id);
      return { done: true };
    },
  }),
];
