/**
 * Plays a past year as individual citizens, calls and requests, through the product's own actions. Refuses to mix with anything else in the
 * database; killed anywhere, it goes on; run twice, nothing doubles.
 */
import { systemActor } from '../kernel/actor.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import type { House } from '../kernel/house.ts';
import { listTopics, municipality } from '../modules/catalogue/door.ts';
import { seedTexts } from '../modules/correspondence/door.ts';
import { recordsOtherThan } from '../modules/requests/door.ts';
import { NAMED_KEY } from '../seed/named-world.ts';
import { seedMunicipality } from '../seed/seed-municipality.ts';
import { finishedDays, otherPlansOf } from './bookmark-store.ts';
import { callCast } from './cast.ts';
import { readMargins } from './margins.ts';
import type { MeasuredResult } from './measure.ts';
import { startMeasure } from './measure.ts';
import type { Stage } from './play-request.ts';
import type { Progress } from './progress.ts';
import { playYear } from './play-year.ts';
import type { Asked } from './setting.ts';
import { prepare } from './setting.ts';
import { startTelling } from './telling.ts';

export interface ReplayAsked extends Asked {
  concurrency: number;
  gateway: 'simulator' | 'none';
  intoDemo: boolean;
}

export interface Replayed extends MeasuredResult {
  plan: string;
  /** Days that an earlier run had finished. */
  daysBefore: number;
  messages: number;
}

/** A sentence for the operator: the replay would mix with what is there. */
export class ReplayRefused extends Error {
  override readonly name = 'ReplayRefused';
}

/** The start of every key the replay gives; what has neither this nor the demo's own was recorded by somebody. */
const OWN_KEYS = 'replay ';

/** @throws ReplayRefused */
export async function replay(
  house: House,
  asked: ReplayAsked,
  progressOf: (total: number) => Progress,
): Promise<Replayed> {
  await refuseToMix(house, asked);
  const prepared = await prepare(house, asked);
  const { plan, year } = prepared.setting;
  const others = await otherPlansOf(house.db, { plan: plan.id, year: plan.margins.year });
  if (others.length > 0)
    throw new ReplayRefused(`Another replay of this year is in the database: ${others.join(', ')}. Use an empty one.`);
  const before = await finishedDays(house.db, plan.id);
  const calls = plan.callsByDay.reduce((all, day) => all + day.length, 0);
  const progress = progressOf(plan.requests + calls);
  const cast = await callCast(house);
  const telling = asked.gateway === 'simulator' ? await startTelling(house, year.starts[0]!) : null;
  const stage: Stage = { house: telling?.house ?? house, cast };
  const measure = startMeasure();
  try {
    await playYear({ stage, prepared, before, measure, progress, telling, concurrency: asked.concurrency });
    return { plan: plan.id, daysBefore: before.size, messages: telling?.told() ?? 0, ...measure.result() };
  } finally {
    progress.end();
    await telling?.stop();
  }
}

async function refuseToMix(house: House, { name, intoDemo }: ReplayAsked): Promise<void> {
  if (!house.config.demo) throw new ReplayRefused('A replay invents citizens: it runs only where HEMSEHRI_DEMO=1.');
  const margins = await readMargins(name);
  if ((await listTopics(house.db)).length === 0) {
    await seedMunicipality(house, margins.municipality);
    await inTransaction(house, { actor: systemActor('replay') }, seedTexts);
  }
  const { id } = await municipality(house.db);
  if (id !== margins.municipality) {
    throw new ReplayRefused(
      `The database is the municipality "${id}"; the replay ${name} needs "${margins.municipality}".`,
    );
  }
  if (!intoDemo && (await recordsOtherThan(house.db, [OWN_KEYS, NAMED_KEY]))) {
    throw new ReplayRefused(
      'The database holds requests that somebody recorded. Use an empty one, or --into-demo to play among them.',
    );
  }
}
