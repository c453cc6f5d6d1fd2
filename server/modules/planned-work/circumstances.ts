/** The holidays and seasons on which a plan's days depend, as they stand now. */
import type { Db } from '../../kernel/db/database.ts';
import { calendarInForce, whyShut } from '../calendar/door.ts';
import { isSeasonOn, listSeasons } from '../catalogue/door.ts';
import type { Circumstances } from './rhythm.ts';
import type { WorkPlan } from './work-plan.ts';

/** Asked once for many plans. A season that was taken away is never on. */
export async function circumstances(db: Db): Promise<(plan: Pick<WorkPlan, 'season'>) => Circumstances> {
  const calendar = await calendarInForce(db);
  const seasons = new Map((await listSeasons(db)).map((season) => [season.code, season]));
  return ({ season: code }) => {
    const season = code === null ? undefined : seasons.get(code);
    return {
      shut: (day) => whyShut(calendar, day),
      inSeason: (day) => season !== undefined && isSeasonOn(season, day),
    };
  };
}
