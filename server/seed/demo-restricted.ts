import { inTransaction } from '../kernel/db/transaction.ts';
import type { House } from '../kernel/house.ts';
import { listTopics, saveTopic } from '../modules/catalogue/door.ts';
import { staffActors } from '../modules/staff/door.ts';

const TOPIC = 'SOS-05';
const UNIT = 'KAD-DAN';

/** In the demo one restricted topic is kept to a unit, as its administrator would do it: violence, to those who advise. Run again it changes nothing. */
export async function keepViolenceToItsUnit(house: House): Promise<void> {
  const topic = (await listTopics(house.db)).find(({ code }) => code === TOPIC);
  const administrator = (await staffActors(house)).find(({ role }) => role === 'administrator');
  if (!topic || topic.restrictedTo !== undefined || !administrator) return;
  await inTransaction(house, { actor: administrator }, (tx) =>
    saveTopic(tx, { ...topic, restrictedTo: [UNIT] }, 'Şiddet başvurularını yalnız danışma birimi görür.'),
  );
}
