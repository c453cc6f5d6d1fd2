/** Puts a year on stage: margins, catalogue, calendar and places into one plan, and says of whom the document knows how they ended. */
import { calendarInForce } from '../modules/calendar/door.ts';
import { listTopics, municipality } from '../modules/catalogue/door.ts';
import { listNeighbourhoods } from '../modules/places/door.ts';
import { instantsOf, periodOf } from '../modules/reporting/door.ts';
import type { House } from '../kernel/house.ts';
import { readMunicipality } from '../seed/shipped-data.ts';
import type { Margins, ReplayName } from './margins.ts';
import { drawPlaces, readMargins, sampled, sum } from './margins.ts';
import { dayDrawer, yearDays } from './seasons.ts';
import type { Setting, Standing } from './story.ts';
import { tellStory } from './story.ts';
import { planYear } from './year-plan.ts';

export interface Asked {
  name: ReplayName;
  sample: number;
  seed: number;
}

export interface Prepared {
  setting: Setting;
  standing(request: number): Standing;
}

/** The document's margins as this municipality's records must show them after the replay. */
export async function marginsFor(house: House, { name, sample, seed }: Asked): Promise<Margins> {
  const places = (await listNeighbourhoods(house.db)).map((place) => place.name);
  return sampled(drawPlaces(await readMargins(name), places, seed), sample);
}

export async function prepare(house: House, asked: Asked): Promise<Prepared> {
  const margins = await marginsFor(house, asked);
  const year = yearDays(margins.year, await calendarInForce(house.db));
  const topics = await listTopics(house.db);
  const plan = planYear({
    margins,
    seed: asked.seed,
    sample: asked.sample,
    topics: topics.map(({ code }) => code),
    days: year.days.length,
    drawDay: dayDrawer(year),
  });
  const setting: Setting = {
    plan,
    year,
    topics: new Map(topics.map((topic) => [topic.code, topic])),
    places: await placesOf(house, margins),
    bodies: (await municipality(house.db)).bodies,
    cutOff: instantsOf(periodOf({ year: margins.year })).end,
    socialDays: margins.socialMeanDays === null ? null : socialDays(margins, margins.socialMeanDays),
  };
  return { setting, standing: standings(setting) };
}

async function placesOf(house: House, margins: Margins): Promise<Setting['places']> {
  const { places } = await readMunicipality(margins.municipality);
  const streets = new Map(places.neighbourhoods.map(({ name, streets: some }) => [name, some.names]));
  const ids = new Map((await listNeighbourhoods(house.db)).map(({ name, id }) => [name, id]));
  return new Map(
    margins.places.map(([name]) => {
      const id = ids.get(name);
      if (id === undefined)
        throw new Error(`this municipality has no neighbourhood ${name}, which the document counts`);
      return [name, { id, streets: streets.get(name) ?? ['Ana Cadde'] }];
    }),
  );
}

/**
 * Completion times whose mean is the printed one: equal shares of an exponential curve, cut at three times its mean, made to fit on each
 * platform. Drawing them freely would miss the printed decimal in a small sample.
 */
function socialDays(margins: Margins, mean: number): (request: number) => number {
  const first = sum(margins.records);
  const blocks: { end: number; begin: number; scale: number; count: number }[] = [];
  let begin = first;
  for (const [, count] of margins.social) {
    const raw = Array.from({ length: count }, (_, at) => curve(at, count));
    const rawMean = raw.reduce((all, each) => all + each, 0) / count;
    blocks.push({ begin, end: begin + count, count, scale: mean / rawMean });
    begin += count;
  }
  return (request) => {
    const block = blocks.find(({ end }) => request < end)!;
    return block.scale * curve(request - block.begin, block.count);
  };
}

function curve(at: number, count: number): number {
  return Math.min(3, -Math.log(1 - (at + 0.5) / count));
}

/** Of channels whose concluded the document counts: those that would end last are open at the cut-off, as many as it leaves open. */
function standings(setting: Setting): (request: number) => Standing {
  const { plan } = setting;
  const fixed = new Map<number, Standing>();
  const dayOf = new Map<number, number>();
  for (const [day, requests] of plan.requestsByDay.entries()) for (const request of requests) dayOf.set(request, day);
  for (const { channels, concluded } of plan.margins.concluded) {
    const some = [...dayOf.keys()].filter((request) => channels.includes(plan.channel(request)));
    const ends = some
      .map((request) => ({
        request,
        at: tellStory(setting, request, { day: dayOf.get(request)!, standing: 'concluded' }).receivedAt,
      }))
      .sort((left, right) => right.at.getTime() - left.at.getTime() || left.request - right.request);
    for (const [place, { request }] of ends.entries())
      fixed.set(request, place < some.length - concluded ? 'open' : 'concluded');
  }
  return (request) => fixed.get(request) ?? null;
}
