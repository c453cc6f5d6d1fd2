/** Turns a fact into the notices it owes to staff, in the transaction that made it true, and settles those it leaves without a point. */
import type { NoticeKind } from '../../../../contract/notices.ts';
import type { Fact } from '../../../kernel/facts.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import { newId } from '../../../kernel/ids.ts';
import { ExpectedEndSettled, IncidentClosed } from '../../incidents/door.ts';
import { PlannedJobEnded, PlannedJobHanded, PlannedJobPutOff, PlannedWorkCaughtUp } from '../../planned-work/door.ts';
import type { ReadableCase } from '../../requests/door.ts';
import { assignmentsOf, requestById } from '../../requests/door.ts';
import { RoutingRuleMended } from '../../routing/door.ts';
import { AbsenceEnded } from '../../staff/door.ts';
import { StaffNoticed } from '../facts.ts';
import { findAudience, isAddressed } from '../find-audience.ts';
import type { NewNotice } from '../notice-store.ts';
import { choicesFor, insertNotices, settleNotices } from '../notice-store.ts';
import { rosterOf } from '../roster.ts';
import type { StaffTellingRule, StaffUnless } from '../staff-telling.ts';
import { rulesFor, settledBy } from '../which-staff-are-told.ts';
import type { Told } from '../who-answers-for-it.ts';

export async function tellStaff(tx: Tx, fact: Fact): Promise<void> {
  const found = await caseOf(tx, fact);
  // A request that comes in now has nothing to settle; recording one is the hottest path of the house.
  if (found?.request.recordedAt.getTime() !== tx.now.getTime()) await settle(tx, fact);
  const rules = rulesFor(fact.name).filter(
    (rule) => isAddressed(rule.audience, { fact, found }) && !rule.unless.some((unless) => holds(unless, fact, found)),
  );
  if (rules.length === 0) return;
  const roster = await rosterOf({ db: tx.db, clock: { now: () => tx.now } });
  for (const rule of rules) {
    const audience = findAudience(rule.audience, { fact, roster, found });
    const others = rule.unless.includes('did-it-themselves') ? audience.filter(({ id }) => !isActor(tx, id)) : audience;
    await write(tx, { rule, fact, people: others, requestId: found?.request.id ?? null });
  }
}

async function settle(tx: Tx, fact: Fact): Promise<void> {
  const kinds = settledBy(fact.name);
  if (kinds.length === 0) return;
  const { assignmentId } = fact.data as { assignmentId?: string };
  const isAboutRequest = ABOUT_NO_REQUEST.every(({ factName }) => factName !== fact.name);
  const about = isAboutRequest ? { requestId: fact.subject, assignmentId } : { subject: fact.subject };
  ringFor(tx, await settleNotices(tx, { kinds, ...about }), kinds);
}

/** These settle by their own subject; everything else by the request it happened to. */
const ABOUT_NO_REQUEST: readonly { factName: string }[] = [
  ...[AbsenceEnded, RoutingRuleMended, PlannedWorkCaughtUp, PlannedJobHanded, PlannedJobPutOff, PlannedJobEnded],
  ...[ExpectedEndSettled, IncidentClosed],
];

/** Undefined for what is about no request. */
async function caseOf(tx: Tx, fact: Fact): Promise<ReadableCase | undefined> {
  const request = await requestById(tx.db, fact.subject);
  return request && { request, assignments: await assignmentsOf(tx.db, request.id) };
}

/** Shorter, and its asker still looks at it. */
const QUICK_SECONDS = 20;

function holds(unless: StaffUnless, fact: Fact, found: ReadableCase | undefined): boolean {
  if (unless === 'no-danger') return found?.request.danger !== true;
  if (unless === 'was-quick') return (fact.data as { seconds?: number }).seconds! < QUICK_SECONDS;
  return false;
}

function isActor({ actor }: Tx, id: string): boolean {
  return actor.kind === 'staff' && actor.id === id;
}

interface Owed {
  rule: StaffTellingRule;
  fact: Fact;
  people: readonly Told[];
  requestId: string | null;
}

async function write(tx: Tx, { rule, fact, people, requestId }: Owed): Promise<void> {
  if (people.length === 0) return;
  const choices = await choicesFor(
    tx.db,
    people.map(({ id }) => id),
    rule.kind,
  );
  const { assignmentId } = fact.data as { assignmentId?: string };
  const notices = people.flatMap(({ id, inPlaceOf }): NewNotice[] => {
    const choice = choices.get(id) ?? rule.usually;
    if (choice === 'none' && rule.mayBeMuted) return [];
    return [
      {
        ...{ kind: rule.kind, requestId, inPlaceOf, data: dataOf(fact) },
        id: newId(tx.now),
        staffId: id,
        assignmentId: assignmentId ?? null,
        subject: requestId === null ? fact.subject : null,
        atOnce: choice === 'at-once',
        dedupeKey: dedupeKey(tx, rule.kind, fact),
      },
    ];
  });
  ringFor(tx, await insertNotices(tx, notices), [rule.kind]);
}

/** Dead letters come in swarms when a provider fails; one an hour says it. Everything else once for each fact. */
function dedupeKey(tx: Tx, kind: NoticeKind, fact: Fact): string {
  if (kind === 'message-given-up') return `${kind} ${tx.now.toISOString().slice(0, 13)}`;
  const { assignmentId = '', clockId = '', when = '' } = fact.data as Record<string, string | undefined>;
  return `${kind} ${fact.subject} ${assignmentId}${clockId} ${when} ${tx.now.getTime()}`;
}

/** What the words need, and no more of the fact. */
function dataOf(fact: Fact): Record<string, unknown> {
  const { told: _, ...rest } = fact.data as Record<string, unknown>;
  return rest;
}

/** Wakes the bells of these people. One fact for each and transaction is enough. */
function ringFor(tx: Tx, staffIds: readonly string[], kinds: readonly string[]): void {
  for (const id of new Set(staffIds)) tx.record(StaffNoticed(id, { kinds: [...kinds] }));
}
