/** Seasons over the API: what they change, switching them, and what is on now. */
import { Type } from 'typebox';
import { Revision } from '../../../../contract/catalogue.ts';
import type { Season, SeasonShown as Shown } from '../../../../contract/seasons.ts';
import { SeasonChange, SeasonCode, SeasonShown, SeasonsOn, SeasonSwitch } from '../../../../contract/seasons.ts';
import { inTransaction } from '../../../kernel/db/transaction.ts';
import type { House } from '../../../kernel/house.ts';
import type { Route } from '../../../kernel/http/route.ts';
import { apiRoute } from '../../../kernel/http/route.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { revisionsOf, shownRevision } from '../../../kernel/revisions.ts';
import { listTopics } from '../queries.ts';
import { saveSeason, switchSeason } from './save-season.ts';
import { standardIn } from './season-in-force.ts';
import { listSeasons, seasonsOn } from './season-queries.ts';

const ByCode = Type.Object({ code: SeasonCode });

export const seasonRoutes: Route[] = [
  apiRoute({
    method: 'GET',
    path: '/api/v1/seasons',
    summary: 'The seasons, which of them are on, and what each changes of whose standard',
    who: 'staff',
    response: Type.Array(SeasonShown),
    handle: ({ house }) => shownSeasons(house),
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/seasons/on',
    summary: 'The seasons that are on now, with what citizens are told',
    who: 'staff',
    response: SeasonsOn,
    handle: async ({ house }) =>
      (await seasonsOn(house.db, house.clock.now())).map(({ code, name, notice, topics }) => ({
        ...{ code, name, notice, topics },
      })),
  }),
  apiRoute({
    method: 'PUT',
    path: '/api/v1/seasons/:code',
    summary:
      'Adds or changes a season; every version is kept, and requests already received keep what was in force then',
    who: ['settings-change'],
    params: ByCode,
    body: SeasonChange,
    response: SeasonShown,
    async handle({ house, actor, params, body: { season, reason } }) {
      if (season.code !== params.code) throw refuse('input-invalid', { field: 'code' });
      return shown(house, await inTransaction(house, { actor }, (tx) => saveSeason(tx, season, reason)));
    },
  }),
  apiRoute({
    method: 'POST',
    path: '/api/v1/seasons/:code/switch',
    summary: 'Switches a season on or off by hand, or leaves it to its dates',
    who: ['season-switch'],
    params: ByCode,
    body: SeasonSwitch,
    response: SeasonShown,
    async handle({ house, actor, params, body }) {
      return shown(house, await inTransaction(house, { actor }, (tx) => switchSeason(tx, { ...params, ...body })));
    },
  }),
  apiRoute({
    method: 'GET',
    path: '/api/v1/seasons/:code/revisions',
    summary: 'Every version and every switching of a season, newest first: who, when and why',
    who: ['settings-history'],
    params: ByCode,
    response: Type.Array(Revision),
    handle: async ({ house, params }) => (await revisionsOf(house.db, 'season', params.code)).map(shownRevision),
  }),
];

async function shownSeasons(house: House): Promise<Shown[]> {
  return Promise.all((await listSeasons(house.db)).map((season) => shown(house, season)));
}

async function shown({ db, clock }: House, season: Season): Promise<Shown> {
  const topics = new Map((await listTopics(db)).map((topic) => [topic.code, topic]));
  return {
    ...season,
    on: (await seasonsOn(db, clock.now())).some(({ code }) => code === season.code),
    changes: season.topics.flatMap((change) => {
      const topic = topics.get(change.topic);
      if (!topic?.active) return [];
      const { name, standard: before } = topic;
      return [{ topic: change.topic, name, before, after: standardIn(topic, change), told: change.told }];
    }),
  };
}
