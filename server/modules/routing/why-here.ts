/** Why a request goes where it goes, asked by a person: of the rules in force now, and of what a correction would change. */
import type { Rerouting, WhyHere } from '../../../contract/routing.ts';
import type { GivenPlace } from '../../../contract/request-acts.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import type { House } from '../../kernel/house.ts';
import { refuse } from '../../kernel/refusals.ts';
import { topicInForce } from '../catalogue/door.ts';
import { comesBack, readableCase, requireOn } from '../requests/door.ts';
import { decide, factsOfRequest } from './actions/route-request.ts';
import { rulesInForce } from './queries.ts';
import { explain, whoHandlesIt } from './who-handles-it.ts';

/** Refuses 'not-found' for a request that is not the reader's. */
export async function whyHere({ db }: House, actor: StaffActor, id: string): Promise<WhyHere> {
  const { request } = await readableCase(db, actor, id);
  const rules = await rulesInForce(db);
  const facts = await factsOfRequest(db, request, rules);
  return { decision: whoHandlesIt(facts, rules), verdicts: explain(facts, rules) };
}

export interface AskRerouting {
  id: string;
  topic?: string | undefined;
  place?: GivenPlace | undefined;
}

export async function reroutingOf({ db }: House, actor: StaffActor, asked: AskRerouting): Promise<Rerouting> {
  const found = await readableCase(db, actor, asked.id);
  requireOn(actor, 'request-correct', found);
  const { request, assignments } = found;
  const topic = asked.topic === undefined ? undefined : await topicInForce(db, asked.topic);
  if (asked.topic !== undefined && !topic?.active) throw refuse('input-invalid', { field: 'topic' });
  const { to, why, matched } = await decide(db, {
    ...request,
    ...asked.place,
    ...(topic && { topicCode: topic.code, topicVersion: topic.version }),
  });
  const open = assignments.filter(({ endedAt }) => endedAt === null);
  const begun = open.some(({ state }) => state !== 'offered');
  const isBack = to !== null && comesBack(assignments, to.directorate);
  return {
    ...{ begun, why, matched },
    leaves: begun ? [] : open.map((part) => part.directorateCode).filter((code) => code !== to?.directorate),
    // One that sent it back before does not get it from a rule again.
    then: begun || isBack ? null : to,
    stays: begun || open.some((part) => part.directorateCode === to?.directorate),
  };
}
