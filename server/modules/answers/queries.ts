/** Drafts as somebody may see them: their own, those submitted where they may answer, and what waits for their approval. */
import type { StaffActor } from '../../kernel/actor.ts';
import type { Db } from '../../kernel/db/database.ts';
import type { House } from '../../kernel/house.ts';
import type { RequestNamed } from '../requests/door.ts';
import { assignmentsOf, listRights, mayOn, nearestOf, requestById, requestsNamed } from '../requests/door.ts';
import type { ReadableCase } from '../requests/door.ts';
import { staffActors } from '../staff/door.ts';
import type { Draft } from './draft.ts';
import { draftsOf, submittedDrafts } from './draft-store.ts';

/** What a colleague is still writing is theirs alone; what was submitted is for those who answer or approve here. */
export async function draftsSeenBy(db: Db, actor: StaffActor, found: ReadableCase): Promise<Draft[]> {
  const drafts = await draftsOf(db, found.request.id);
  return drafts.filter((draft) => {
    const part = found.assignments.filter(({ id }) => id === draft.assignmentId);
    const isEnded = part.every(({ endedAt }) => endedAt !== null);
    if (draft.holderId === actor.id) return draft.version > 0 || (draft.state === 'writing' && !isEnded);
    const ofPart = { request: found.request, assignments: part };
    return draft.version > 0 && (mayOn(actor, 'answer', ofPart) || mayOn(actor, 'answer-approve', ofPart));
  });
}

export interface Waiting {
  draft: Draft;
  request: RequestNamed;
}

/** What waits for this person's approval, longest waiting first. */
export async function waitingFor(house: House, actor: StaffActor): Promise<Waiting[]> {
  const { sights } = listRights(actor, 'answer-approve');
  const everywhere = sights.some(({ ordinary, restricted }) => ordinary === 'all' || restricted === 'all');
  const own = [...new Set(sights.flatMap(({ directorates }) => directorates))];
  const drafts = await submittedDrafts(house.db, everywhere ? null : own);
  const ids = [...new Set(drafts.map(({ requestId }) => requestId))];
  const requests = new Map((await requestsNamed(house.db, ids, sights)).map((each) => [each.id, each]));
  const people = await staffActors(house);
  const turns = await Promise.all(drafts.map((draft) => whoseTurn(house.db, people, draft)));
  return drafts.flatMap((draft, place) => {
    const request = requests.get(draft.requestId);
    return request && turns[place]!.includes(actor.id) ? [{ draft, request }] : [];
  });
}

async function whoseTurn(db: Db, people: readonly StaffActor[], draft: Draft): Promise<string[]> {
  const request = await requestById(db, draft.requestId);
  const assignment = (await assignmentsOf(db, draft.requestId)).find(({ id }) => id === draft.assignmentId);
  if (!request || !assignment || assignment.endedAt !== null) return [];
  return nearestOf(people, draft.rung!, { request, assignment }).map(({ id }) => id);
}
