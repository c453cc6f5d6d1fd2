import { systemActor } from '../../../kernel/actor.ts';
import { inTransaction } from '../../../kernel/db/transaction.ts';
import type { House } from '../../../kernel/house.ts';
import { newId, newToken } from '../../../kernel/ids.ts';
import { instantAt, istanbulDay, shiftDay } from '../../calendar/door.ts';
import { municipality } from '../../catalogue/door.ts';
import { concludedToAskAbout } from '../../requests/door.ts';
import type { Drawn } from './call-back-store.ts';
import { drawOf, giveUpBefore, insertCallBacks, insertDraw } from './call-back-store.ts';
import { CALLED_WITHIN_DAYS, USUAL_PERCENT, chanceOf, isDrawn, reasonsFor } from './who-is-called.ts';

/** A worker that was down for so many days makes up for it. */
const DAYS_BACK = 3;

/**
 * Draws of each day that is over and was not drawn yet, and gives up what waited too long. Gives how many were drawn.
 * @param percent where it is not the municipality's own; the draw keeps it
 */
export async function drawSamples(house: House, percent?: number): Promise<number> {
  const today = istanbulDay(house.clock.now());
  let drawn = 0;
  for (let back = DAYS_BACK; back >= 1; back -= 1)
    drawn += await drawDay(house, { day: shiftDay(today, -back), share: percent });
  await inTransaction(house, { actor: systemActor('call-backs') }, (tx) =>
    giveUpBefore(tx, instantAt(shiftDay(today, -CALLED_WITHIN_DAYS), '00:00')),
  );
  return drawn;
}

/** A day is drawn once, whoever asks: what was drawn is not drawn again until it pleases. */
function drawDay(house: House, { day, share }: { day: string; share: number | undefined }): Promise<number> {
  return inTransaction(house, { actor: systemActor('call-backs') }, async (tx) => {
    if (await drawOf(tx.db, day)) return 0;
    const { callBack } = await municipality(tx.db);
    const percent = share ?? callBack?.percent ?? USUAL_PERCENT;
    const span = { from: instantAt(day, '00:00'), until: instantAt(shiftDay(day, 1), '00:00') };
    const concluded = await concludedToAskAbout(tx.db, span);
    const seed = newToken();
    const drawn = concluded.flatMap((each): Drawn[] => {
      const because = reasonsFor(each);
      const chance = chanceOf(percent, because);
      if (!isDrawn(seed, each.id, chance)) return [];
      return [{ id: newId(tx.now), requestId: each.id, concludedAt: each.concludedAt, day, chance, because }];
    });
    const draw = { day, seed, percent, concluded: concluded.length, drawn: drawn.length };
    if (!(await insertDraw(tx, draw))) return 0;
    await insertCallBacks(tx, drawn);
    return drawn.length;
  });
}
