import type { Db } from '../../kernel/db/database.ts';
import { remembered } from '../../kernel/remembered.ts';
import type { Revision } from '../../kernel/revisions.ts';
import { revisionsOf } from '../../kernel/revisions.ts';
import type { StoredPartnerPeriods } from './settings-store.ts';
import { partnerPeriodsRow } from './settings-store.ts';
import type { PartnerPeriods } from './which-clocks.ts';
import { TABLE_PERIODS } from './which-clocks.ts';

export const rememberedPartnerPeriods = remembered(partnerPeriods);

/** The periods settled with other bodies; the table's own, which are the stricter, while nothing is settled. */
export async function partnerPeriods(db: Db): Promise<StoredPartnerPeriods> {
  return (await partnerPeriodsRow(db)) ?? { periods: TABLE_PERIODS, version: 0 };
}

/** Of a clock that starts now; one that runs keeps what was in force when it started. */
export async function partnerPeriodsInForce(db: Db): Promise<PartnerPeriods> {
  return (await rememberedPartnerPeriods.get(db)).periods;
}

export function partnerPeriodRevisions(db: Db): Promise<Revision<PartnerPeriods>[]> {
  return revisionsOf(db, 'partner-periods', 'municipality');
}
