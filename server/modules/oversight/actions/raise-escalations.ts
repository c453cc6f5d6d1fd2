/**
 * What one look at the running clocks of one request leads to: the highest rung that has been reached and not been told yet is told, those below
 * it are noted in silence, and a clock of the law speaks for all. Under the lock of the request, so that two workers tell once.
 */
import type { Ladder, Rung } from '../../../../contract/ladder.ts';
import { LADDER_CLOCKS } from '../../../../contract/ladder.ts';
import type { Tx } from '../../../kernel/db/transaction.ts';
import type { BusinessCalendar } from '../../calendar/door.ts';
import type { Assignment, ServiceRequest } from '../../requests/door.ts';
import { appendHistory, assignmentsOf, isOpen, lockRequest, thingOf } from '../../requests/door.ts';
import { rungKey, whenKey } from '../escalation-ladder.ts';
import type { NewEscalation, WatchedClock } from '../escalation-store.ts';
import { insertEscalations, raisedRungs, watchedClocksOf, writeWatch } from '../escalation-store.ts';
import { EscalationRaised } from '../facts.ts';
import type { LadderOf } from '../ladder-in-force.ts';
import { climb } from '../when-rungs-are-reached.ts';
import type { Answers, Roster } from '../who-answers-for-it.ts';
import { whoAnswersFor } from '../who-answers-for-it.ts';

export interface Looking {
  calendar: BusinessCalendar;
  ladderOf: LadderOf;
  roster: Roster;
}

export interface Looked {
  clock: WatchedClock;
  /** Reached rungs in their order, the highest last. */
  reached: Rung[];
  lookAt: Date | null;
}

export function look({ calendar, ladderOf }: Looking, clock: WatchedClock, now: Date): Looked {
  const ladder: Ladder = ladderOf(clock.topicCode);
  const { reached, next } = climb({ calendar, rungs: ladder[clock.purpose], clock, now });
  return { clock, reached, lookAt: next };
}

/** Looks at every clock of the request; gives how many rungs were told. */
export async function raiseEscalations(tx: Tx, requestId: string, looking: Looking): Promise<number> {
  const request = await lockRequest(tx, requestId);
  if (!request || !isOpen(request.state)) return 0;
  const looked = (await watchedClocksOf(tx.db, requestId)).map((clock) => look(looking, clock, tx.now));
  await writeWatch(tx, looked);
  const raised = await raisedRungs(
    tx.db,
    looked.map(({ clock }) => clock.id),
  );
  const climbs = looked.flatMap((one) => newRungs(one, raised)).sort(lawFirst);
  if (climbs.length === 0) return 0;
  const lead = request.state === 'merged' ? await leadOf(tx, request.leadId!) : null;
  const parts = await assignmentsOf(tx.db, requestId);
  const about = { request, parts, workedOn: lead?.parts ?? parts, looking };
  const own = climbs.filter(({ clock }) => !lead?.clocks.some((ofLead) => speaksFor(ofLead, clock)));
  const written = [
    ...own.map((one, place) => told(one, { ...about, isSilent: place > 0 })),
    ...climbs.filter((one) => !own.includes(one)).map((one) => told(one, { ...about, isSilent: true })),
  ];
  await insertEscalations(tx, written.flatMap(rowsOf));
  for (const one of written) await sayIt(tx, request, one);
  return written.filter(({ answers }) => answers.length > 0).length;
}

/** The work on a request that follows another is done there, and whoever does it answers for its time. */
async function leadOf(tx: Tx, leadId: string): Promise<{ parts: Assignment[]; clocks: WatchedClock[] }> {
  return { parts: await assignmentsOf(tx.db, leadId), clocks: await watchedClocksOf(tx.db, leadId) };
}

/** One problem speaks once: thirty who follow are silent where the lead's own clock ends no later. */
function speaksFor(ofLead: WatchedClock, { purpose, dueAt }: WatchedClock): boolean {
  return ofLead.purpose === purpose && ofLead.dueAt <= dueAt;
}

interface NewClimb {
  clock: WatchedClock;
  /** Reached and never told. */
  fresh: Rung[];
  /** Of those the one to tell; undefined: a higher one was told before. */
  top: Rung | undefined;
}

/** A rung that stands below one already told says nothing new. */
function newRungs({ clock, reached }: Looked, raised: ReadonlySet<string>): NewClimb[] {
  const isRaised = (rung: Rung) => raised.has(`${clock.id} ${rungKey(rung)}`);
  const fresh = reached.filter((rung) => !isRaised(rung));
  if (fresh.length === 0) return [];
  const highest = reached.at(-1)!;
  return [{ clock, fresh, top: isRaised(highest) ? undefined : highest }];
}

/** The statutory clock first, then the partner's, then our own words; and what tells before what is silent anyway. */
function lawFirst(left: NewClimb, right: NewClimb): number {
  const tells = ({ top }: NewClimb) => (top === undefined ? 1 : 0);
  const order = ({ clock }: NewClimb) => LADDER_CLOCKS.indexOf(clock.purpose);
  return tells(left) - tells(right) || order(left) - order(right);
}

interface Telling extends NewClimb {
  /** Of each open part; empty: this one is silent. */
  answers: Answers[];
}

interface Case {
  request: ServiceRequest;
  parts: readonly Assignment[];
  /** Where the work is: its own parts, or its lead's. */
  workedOn: readonly Assignment[];
  looking: Looking;
  isSilent: boolean;
}

function told(one: NewClimb, { request, parts, workedOn, looking, isSilent }: Case): Telling {
  const { top } = one;
  if (isSilent || top === undefined) return { ...one, answers: [] };
  const open = workedOn.filter(({ endedAt }) => endedAt === null);
  const places =
    open.length === 0
      ? [{ directorate: null, unit: null, person: null }]
      : open.map(({ directorateCode, unitCode, assigneeId }) => ({
          ...{ directorate: directorateCode, unit: unitCode, person: assigneeId },
        }));
  const thing = thingOf(request, parts);
  const answers = places.map((where) => whoAnswersFor(looking.roster, { audience: top.who, where, thing }));
  return { ...one, answers };
}

function rowsOf({ clock, fresh, top, answers }: Telling): NewEscalation[] {
  return fresh.map((rung) => {
    const isTold = rung === top && answers.length > 0;
    const people = isTold ? answers.flatMap(({ people }) => people.map(({ id }) => id)) : [];
    return { clockId: clock.id, requestId: clock.requestId, rung: rungKey(rung), silent: !isTold, told: people };
  });
}

async function sayIt(tx: Tx, request: ServiceRequest, { clock, top, answers }: Telling): Promise<void> {
  if (top === undefined || answers.length === 0) return;
  const people = [...new Map(answers.flatMap((one) => one.people).map((one) => [one.id, one])).values()];
  const said = {
    ...{ clockId: clock.id, clock: clock.purpose, when: whenKey(top.when), wanted: top.who },
    height: answers[0]!.height,
    passed: answers.flatMap(({ passed }) => passed),
  };
  await appendHistory(tx, request.id, {
    what: 'escalated',
    toValue: said.height,
    data: { ...said, told: people.map(({ id }) => id) },
  });
  tx.record(EscalationRaised(request.id, { ...said, told: people }));
}
