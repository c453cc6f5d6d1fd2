import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, run, sql } from '../../kernel/db/database.ts';
import type { PartnerDays } from './which-clocks.ts';

export interface StoredPartnerDays {
  days: PartnerDays;
  /** 0 while the municipality has settled nothing of its own. */
  version: number;
}

export function partnerDaysRow(db: Db): Promise<StoredPartnerDays | undefined> {
  return maybeRow<StoredPartnerDays>(db, sql`select definition as days, version from partner_days`);
}

export async function writePartnerDays(db: Db, { days, version }: StoredPartnerDays): Promise<void> {
  await run(
    db,
    sql`insert into partner_days (definition, version) values (${JSON.stringify(days)}::jsonb, ${version})
        on conflict (only_one) do update set definition = excluded.definition, version = excluded.version`,
  );
}
