import type { Db } from '../../kernel/db/database.ts';
import { maybeRow, rows, run, sql } from '../../kernel/db/database.ts';
import type { RuleFault, RuleSet } from './rule.ts';

export async function ruleSetRow(db: Db): Promise<RuleSet> {
  const row = await maybeRow<RuleSet>(db, sql`select rules, version from routing_rules`);
  return row ?? { rules: [], version: 0 };
}

export async function writeRuleSet(db: Db, { rules, version }: RuleSet): Promise<void> {
  await run(
    db,
    sql`insert into routing_rules (rules, version) values (${JSON.stringify(rules)}::jsonb, ${version})
        on conflict (only_one) do update set rules = excluded.rules, version = excluded.version`,
  );
}

export interface KnownFault extends RuleFault {
  foundAt: Date;
}

export function knownFaults(db: Db): Promise<KnownFault[]> {
  return rows<KnownFault>(
    db,
    sql`select rule_id as rule, place as "where", problem, named, found_at as "foundAt" from routing_faults
        order by found_at, rule_id, place`,
  );
}

/** Makes the table say exactly this; what it knew already keeps the instant at which it was found. */
export async function writeFaults(db: Db, faults: readonly RuleFault[], now: Date): Promise<void> {
  const list = JSON.stringify(faults);
  const given = sql`jsonb_to_recordset(${list}::jsonb) as f(rule uuid, "where" text, problem text, named text)`;
  await run(
    db,
    sql`delete from routing_faults k
        where not exists (select from ${given} where f.rule = k.rule_id and f."where" = k.place
                          and f.problem = k.problem and f.named = k.named)`,
  );
  await run(
    db,
    sql`insert into routing_faults (rule_id, place, problem, named, found_at)
        select f.rule, f."where", f.problem, f.named, ${now} from ${given}
        on conflict do nothing`,
  );
}
