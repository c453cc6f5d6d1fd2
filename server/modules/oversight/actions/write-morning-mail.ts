/** One person's morning mail, once a day whoever writes it: what still waits at this moment and may still be seen, or nothing. */
import type { StaffActor } from '../../../kernel/actor.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { istanbulDay } from '../../calendar/door.ts';
import { mailStaff } from '../../correspondence/door.ts';
import { languageOfStaff } from '../../staff/door.ts';
import { beginDigest, finishDigest } from '../digest-store.ts';
import { morningMail } from '../morning-mail.ts';
import { noticesOf } from '../notice-store.ts';
import { presentNotices } from '../present-notices.ts';

/** Nobody reads more in a mail. */
const MOST = 200;

/** Whether a mail was written. */
export async function writeMorningMail(
  tx: Tx,
  { actor, name, email }: { actor: StaffActor; name: string; email: string },
): Promise<boolean> {
  const day = istanbulDay(tx.now);
  if (!(await beginDigest(tx, actor.id, day))) return false;
  const found = await noticesOf(tx.db, { staffId: actor.id, now: tx.now, all: false, limit: MOST });
  const language = await languageOfStaff(tx.db, actor.id);
  const mail = morningMail({
    ...{ language, name, address: tx.house.config.publicUrl },
    notices: await presentNotices(tx.db, actor, found),
  });
  if (mail === null) return false;
  const messageId = await mailStaff(tx, { ...mail, address: email, language, dedupeKey: `digest:${actor.id}:${day}` });
  await finishDigest(tx, { staffId: actor.id, day, messageId });
  return true;
}
