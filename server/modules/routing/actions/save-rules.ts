import { audit } from '../../../kernel/audit.ts';
import { takeTurns } from '../../../kernel/db/take-turns.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { workById } from '../../../kernel/long-works/work-store.ts';
import { refuse } from '../../../kernel/refusals.ts';
import { recordRevision } from '../../../kernel/revisions.ts';
import { normaliseInput } from '../../../../text/turkish.ts';
import { may } from '../../staff/door.ts';
import type { DryRunInput } from '../dry-run-work.ts';
import { DRY_RUN } from '../dry-run-work.ts';
import { freshReferences, rememberedRules } from '../queries.ts';
import { digestOf } from '../rule-digest.ts';
import { faultsInRules } from '../rule-faults.ts';
import type { Rule, RuleSet } from '../rule.ts';
import { ruleSetRow, writeRuleSet } from '../store.ts';

export interface SaveRules {
  rules: readonly Rule[];
  /** The version that was read. */
  version: number;
  reason: string;
  /** The dry run of exactly these rules that the person looked at. */
  dryRun: string | null;
  /** Or why they did not. */
  withoutDryRun?: string | undefined;
}

/**
 * Publishes the whole rule set. A rule that names what is not there cannot be saved, and rules that decide otherwise than before are published
 * by somebody who has seen what they would have done to a year, or says why not.
 * @throws input-invalid with all faults, changed-meanwhile, reason-missing, dry-run-unseen
 */
export async function saveRules(tx: Tx, given: SaveRules): Promise<RuleSet> {
  const { version: read, reason } = given;
  if (!may(tx.actor, 'routing-change')) throw refuse('not-allowed');
  if (reason.trim() === '') throw refuse('reason-missing');
  await takeTurns(tx.db, 'routing rules');
  const before = await ruleSetRow(tx.db);
  if (before.version !== read) throw refuse('changed-meanwhile', { current: before });
  const rules = given.rules.map(tidied);
  const faults = faultsInRules(rules, await freshReferences(tx.db));
  if (faults.length > 0) throw refuse('input-invalid', { faults });
  const looked = await howLooked(tx, { ...given, rules }, before);
  const version = await recordRevision(tx, { kind: 'routing-rules', key: 'all', body: { rules }, reason });
  const saved = { rules, version };
  await writeRuleSet(tx.db, saved);
  await audit(tx, {
    ...{ act: 'routing-rules-changed', subjectKind: 'routing-rules', subjectId: 'all', reason },
    detail: { version, ...looked },
  });
  rememberedRules.forgetAfter(tx);
  return saved;
}

async function howLooked(
  tx: Tx,
  { rules, dryRun, withoutDryRun = '' }: SaveRules,
  before: RuleSet,
): Promise<Record<string, string>> {
  const digest = digestOf(rules);
  if (digest === digestOf(before.rules)) return {};
  if (dryRun !== null && (await isDryRunOf(tx, dryRun, { digest, before }))) return { dryRun };
  const why = normaliseInput(withoutDryRun);
  if (why === '') throw refuse('dry-run-unseen');
  return { withoutDryRun: why };
}

/** Finished, of these very rules, against those in force, and asked for by the person who publishes. */
async function isDryRunOf(
  tx: Tx,
  id: string,
  { digest, before }: { digest: string; before: RuleSet },
): Promise<boolean> {
  const work = await workById(tx.db, id);
  if (work?.kind !== DRY_RUN || work.state !== 'done') return false;
  const input = work.input as DryRunInput;
  const isOwn = tx.actor.kind === 'staff' && work.askedBy === tx.actor.id;
  return isOwn && input.digest === digest && input.before.version === before.version;
}

function tidied(rule: Rule): Rule {
  const { when, why } = rule;
  return {
    ...rule,
    name: normaliseInput(rule.name),
    why: { tr: normaliseInput(why.tr), en: normaliseInput(why.en) },
    when: when.words === undefined ? when : { ...when, words: [...new Set(when.words.map(normaliseInput))] },
  };
}
