/** Whom a ladder would tell and when, for an ordinary request of a topic that came to a directorate at this moment: nothing is written. */
import type { LadderPreview, LadderPreviewAsked } from '../../../contract/ladder.ts';
import { LADDER_CLOCKS } from '../../../contract/ladder.ts';
import type { House } from '../../kernel/house.ts';
import { refuse } from '../../kernel/refusals.ts';
import type { BusinessCalendar } from '../calendar/door.ts';
import { calendarInForce } from '../calendar/door.ts';
import { standardAt, topicInForce } from '../catalogue/door.ts';
import type { ClockRule } from '../deadlines/door.ts';
import { clocksFor, firstDueOf } from '../deadlines/door.ts';
import { staffNames } from '../staff/door.ts';
import { rosterOf } from './roster.ts';
import { reachedAt } from './when-rungs-are-reached.ts';
import type { Answers, Roster } from './who-answers-for-it.ts';
import { whoAnswersFor } from './who-answers-for-it.ts';

/** @throws input-invalid for a topic that is not there, calendar-year-missing. */
export async function previewLadder(
  house: House,
  { ladder, topic: code, directorate }: LadderPreviewAsked,
): Promise<LadderPreview> {
  const topic = await topicInForce(house.db, code);
  if (topic === undefined) throw refuse('input-invalid', { field: 'topic', problem: 'unknown' });
  const [calendar, roster] = await Promise.all([calendarInForce(house.db), rosterOf(house)]);
  const now = house.clock.now();
  const topicStandard = await standardAt(house.db, topic, now);
  const rules = clocksFor({ kind: topic.kind ?? 'complaint', channel: 'web', topicStandard });
  const found = LADDER_CLOCKS.flatMap((clock) => {
    const rule = rules.find(({ purpose }) => purpose === clock);
    const dueAt = rule && firstDueOf(calendar, rule, now);
    return rule && dueAt
      ? [{ clock, dueAt, rungs: rungsOf({ calendar, roster, directorate }, ladder[clock], { rule, dueAt }) }]
      : [];
  });
  const names = await staffNames(
    house.db,
    found.flatMap(({ rungs }) => rungs.flatMap(({ answers }) => idsIn(answers))),
  );
  return {
    clocks: found.map(({ clock, dueAt, rungs }) => ({
      clock,
      dueAt: dueAt.toISOString(),
      rungs: rungs.map(({ at, rung, answers: { height, people, passed } }) => ({
        ...{ rung, height, passed, at: at.toISOString() },
        people: people.map(({ id, inPlaceOf }) => ({
          name: names.get(id) ?? '–',
          inPlaceOf: inPlaceOf === null ? null : (names.get(inPlaceOf) ?? '–'),
        })),
      })),
    })),
  };
}

interface Around {
  calendar: BusinessCalendar;
  roster: Roster;
  directorate: string;
}

/** In the order in which their times come. Nobody has such a request in hand yet: it is with its directorate. */
function rungsOf(
  { calendar, roster, directorate }: Around,
  rungs: LadderPreviewAsked['ladder']['statutory'],
  { rule, dueAt }: { rule: ClockRule; dueAt: Date },
) {
  const where = { directorate, unit: null, person: null };
  const thing = { directorates: [directorate] };
  return rungs
    .map((rung) => ({
      rung,
      at: reachedAt(calendar, rung.when, { amount: rule.amount, unit: rule.unit, dueAt }),
      answers: whoAnswersFor(roster, { audience: rung.who, where, thing }),
    }))
    .sort((left, right) => left.at.getTime() - right.at.getTime());
}

function idsIn({ people }: Answers): string[] {
  return people.flatMap(({ id, inPlaceOf }) => (inPlaceOf === null ? [id] : [id, inPlaceOf]));
}
