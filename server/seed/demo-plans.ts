/** Three plans of the municipality's own, so that nobody meets an empty list: pruning in winter, spraying in summer, a school's street once. */
import type { NewWorkPlan } from '../../contract/planned-work.ts';
import { systemActor } from '../kernel/actor.ts';
import { inTransaction } from '../kernel/db/transaction.ts';
import type { House } from '../kernel/house.ts';
import { istanbulDay, shiftDay } from '../modules/calendar/door.ts';
import { topicInForce } from '../modules/catalogue/door.ts';
import { addPlan, hasPlans } from '../modules/planned-work/door.ts';
import { listNeighbourhoods } from '../modules/places/door.ts';

/** Begun so many days ago, so that something is late and something still comes. */
const BEGUN_DAYS_AGO = 3;

export async function seedDemoPlans(house: House): Promise<void> {
  if (await hasPlans(house.db)) return;
  const homes = (await listNeighbourhoods(house.db)).filter(({ active }) => active).map(({ id }) => id);
  const begun = new Date(house.clock.now().getTime() - BEGUN_DAYS_AGO * 86_400_000);
  await inTransaction(house, { actor: systemActor('seed'), now: begun }, async (tx) => {
    for (const plan of demoPlans(istanbulDay(begun), homes))
      // A profile may have closed a topic.
      if ((await topicInForce(tx.db, plan.topic))?.active) await addPlan(tx, plan);
  });
}

function demoPlans(day: string, homes: readonly number[]): NewWorkPlan[] {
  const usual = {
    ...{ directorate: null, unit: null, person: null, areas: [], street: '', season: null, lastDay: null },
    ...{ onHoliday: 'next-working-day' as const, daysAhead: 30 },
  };
  const rhythm = { from: day, every: 1, weekdays: [], monthDay: 1, within: null };
  return [
    {
      ...usual,
      ...{ title: 'Kış budaması', topic: 'PRK-02', neighbourhoods: homes.slice(0, 3) },
      todo: 'Cadde ağaçları budanacak, dallar aynı gün kaldırılacak.',
      rhythm: { ...rhythm, kind: 'weeks', weekdays: [2, 5], within: { from: '11-15', to: '03-15' } },
    },
    {
      ...usual,
      ...{ title: 'Sivrisinek ilaçlaması', topic: 'HAY-07', neighbourhoods: homes.slice(0, 6) },
      todo: 'Dere boyu, su birikintileri ve rögarlar ilaçlanacak.',
      rhythm: { ...rhythm, kind: 'weeks', weekdays: [1], within: { from: '05-01', to: '09-30' } },
    },
    {
      ...usual,
      ...{ title: 'Okul çevresi temizliği', topic: 'TEM-05', neighbourhoods: homes.slice(0, 1) },
      ...{ todo: 'Okul açılmadan önce sokak süpürülüp yıkanacak.', street: 'Okulun çevresi' },
      rhythm: { ...rhythm, kind: 'once', from: shiftDay(day, 9) },
    },
  ];
}
