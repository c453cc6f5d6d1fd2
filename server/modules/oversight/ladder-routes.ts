/** The escalation ladders over the API, with where they would reach nobody as the house is staffed today. */
import { Type } from 'typebox';
import { Revision } from '../../../contract/catalogue.ts';
import type { Ladder, LadderHole } from '../../../contract/ladder.ts';
import {
  AUDIENCES,
  LadderChange,
  Ladders,
  LadderPreview,
  LadderPreviewAsked,
  LadderScope,
  LadderSetting,
  OversightSettings,
  OversightSettingsChange,
} from '../../../contract/ladder.ts';
import { inTransaction } from '../../kernel/db/transaction.ts';
import type { House } from '../../kernel/house.ts';
import { apiRoute } from '../../kernel/http/route.ts';
import type { Route } from '../../kernel/http/route.ts';
import { revisionsOf, shownRevision } from '../../kernel/revisions.ts';
import { listDirectorates } from '../staff/door.ts';
import { saveLadder, saveOversightSettings } from './actions/save-ladder.ts';
import { previewLadder } from './preview-ladder.ts';
import { READY, READY_LADDER } from './escalation-ladder.ts';
import { rosterOf } from './roster.ts';
import { allLadders, oversightSettings } from './setting-store.ts';
import { holesInLadders } from './holes-in-ladders.ts';

export const ladderRoutes: Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/ladders',
    summary:
      'The escalation ladders: the ready one with its reasons, those the municipality has set, and where they reach nobody',
    who: ['settings-history'],
    response: Ladders,
    async handle({ house }) {
      const set = await allLadders(house.db);
      return { ready: [...READY_LADDER], set, holes: await holesToday(house, set) };
    },
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/v1/ladders/:scope',
    summary:
      'Sets the ladder of all topics, of a group or of one topic; every version is kept, and running clocks are looked at anew',
    who: ['settings-change'],
    params: Type.Object({ scope: LadderScope }),
    body: LadderChange,
    response: LadderSetting,
    handle: ({ house, actor, params, body: { reason, ...change } }) =>
      inTransaction(house, { actor }, (tx) => saveLadder(tx, { ...change, scope: params.scope }, reason)),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/ladders/:scope/revisions',
    summary: 'Every version a ladder had, newest first: who, when and why',
    who: ['settings-history'],
    params: Type.Object({ scope: LadderScope }),
    response: Type.Array(Revision),
    handle: async ({ house, params }) => (await revisionsOf(house.db, 'ladder', params.scope)).map(shownRevision),
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/ladders/preview',
    summary: 'Whom a ladder would tell and when, for a request of a topic that came to a directorate now',
    who: ['settings-change'],
    body: LadderPreviewAsked,
    response: LadderPreview,
    handle: ({ house, body }) => previewLadder(house, body),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/oversight-settings',
    summary: "Who reads the mayor's list",
    who: ['settings-history'],
    response: OversightSettings,
    handle: ({ house }) => oversightSettings(house.db),
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/v1/oversight-settings',
    summary: "Changes who reads the mayor's list; every version is kept",
    who: ['settings-change'],
    body: OversightSettingsChange,
    response: OversightSettings,
    handle: ({ house, actor, body: { settings, reason } }) =>
      inTransaction(house, { actor }, (tx) => saveOversightSettings(tx, settings, reason)),
  }),
];

async function holesToday(house: House, set: readonly LadderSetting[]): Promise<LadderHole[]> {
  const [roster, directorates] = await Promise.all([rosterOf(house), listDirectorates(house.db)]);
  const ladders = [READY, ...set.filter(({ active }) => active).map(({ ladder }): Ladder => ladder)];
  const used = AUDIENCES.filter((audience) =>
    ladders.some((ladder) => Object.values(ladder).some((rungs) => rungs.some(({ who }) => who === audience))),
  );
  const codes = directorates.filter(({ active }) => active).map(({ code }) => code);
  return holesInLadders(roster, { directorates: codes, audiences: used });
}
