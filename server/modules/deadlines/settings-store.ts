import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, run, sql } from '../../kernel/db/database.ts';
import type { PartnerPeriods } from './which-clocks.ts';

export interface StoredPartnerPeriods {
  periods: PartnerPeriods;
  /** 0 while the municipality has settled nothing of its own. */
  version: number;
}

export function partnerPeriodsRow(db: Db): Promise<StoredPartnerPeriods | undefined> {
  return maybeRow<StoredPartnerPeriods>(db, sql`select definition as periods, version from partner_days`);
}

export async function writePartnerPeriods(db: Db, { periods, version }: StoredPartnerPeriods): Promise<void> {
  await run(
    db,
    sql`insert into partner_days (definition, version) values (${JSON.stringify(periods)}::jsonb, ${version})
        on conflict (only_one) do update set definition = excluded.definition, version = excluded.version`,
  );
}
