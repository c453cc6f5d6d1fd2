/** Where a ladder names a post that nobody holds or does today: shown where ladders are set, because it is a fault of the setting. Pure. */
import type { Audience, LadderHole } from '../../../contract/ladder.ts';
import type { Roster } from './who-answers-for-it.ts';
import { whoAnswersFor } from './who-answers-for-it.ts';

export function holesInLadders(
  roster: Roster,
  { directorates, audiences }: { directorates: readonly string[]; audiences: readonly Audience[] },
): LadderHole[] {
  // What is not handed to a person or a unit passes on as it should; a hole is a post without anybody.
  const posts = audiences.filter((audience) => audience !== 'holder' && audience !== 'unit');
  return directorates.flatMap((directorate) =>
    posts.flatMap((audience): LadderHole[] => {
      const where = { directorate, unit: null, person: null };
      const { height } = whoAnswersFor(roster, { audience, where, thing: { directorates: [directorate] } });
      if (height === audience) return [];
      return [{ directorate, audience, instead: height === 'administrator' ? null : height }];
    }),
  );
}
