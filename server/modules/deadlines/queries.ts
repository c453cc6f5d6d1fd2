import type { Db } from '../../kernel/db/database.ts';
import { remembered } from '../../kernel/remembered.ts';
import type { StoredPartnerDays } from './settings-store.ts';
import { partnerDaysRow } from './settings-store.ts';
import type { PartnerDays } from './which-clocks.ts';
import { TABLE_DAYS } from './which-clocks.ts';

export const rememberedPartnerDays = remembered(partnerDays);

/** The kinds of day settled with other bodies; the table's own, which are the stricter, while nothing is settled. */
export async function partnerDays(db: Db): Promise<StoredPartnerDays> {
  return (await partnerDaysRow(db)) ?? { days: TABLE_DAYS, version: 0 };
}

/** Of a clock that starts now; one that runs keeps what was in force when it started. */
export async function partnerDaysInForce(db: Db): Promise<PartnerDays> {
  return (await rememberedPartnerDays.get(db)).days;
}
