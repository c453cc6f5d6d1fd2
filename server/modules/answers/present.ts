/** Drafts as the API says them, with what the reader may do to each. */
import type { DraftShown, DraftsShown, WaitingApprovals } from '../../../contract/answers.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import type { House } from '../../kernel/house.ts';
import { formatTrackingNumber } from '../../../text/tracking-number.ts';
import { topicInForce } from '../catalogue/door.ts';
import type { ReadableCase } from '../requests/door.ts';
import { chainOf, hatOnRung, mayOn, nearestOf } from '../requests/door.ts';
import { directorateByCode, staffActors, staffNames } from '../staff/door.ts';
import { askedBy } from './asked-by.ts';
import type { Draft } from './draft.ts';
import { isPossible } from './draft.ts';
import type { DraftStepTaken, DraftVersion } from './draft-store.ts';
import { stepsOf, versionsOf } from './draft-store.ts';
import { draftsSeenBy, waitingFor } from './queries.ts';
import { climb } from './rungs-left.ts';

export async function presentDrafts(house: House, actor: StaffActor, found: ReadableCase): Promise<DraftsShown> {
  const drafts = await draftsSeenBy(house.db, actor, found);
  const ids = drafts.map(({ id }) => id);
  const [steps, versions] = await Promise.all([stepsOf(house.db, ids), versionsOf(house.db, ids)]);
  const shown = await Promise.all(
    drafts.map((draft) =>
      presentDraft(house, actor, {
        ...{ draft, found },
        steps: steps.filter(({ draftId }) => draftId === draft.id),
        versions: versions.filter(({ draftId }) => draftId === draft.id),
      }),
    ),
  );
  const people = shown.flatMap(({ author, holder, steps: taken, versions: kept }) => [
    ...[author, holder],
    ...taken.flatMap(({ by, postOf }) => [by, postOf]),
    ...kept.map(({ editedBy }) => editedBy),
  ]);
  const names = await staffNames(
    house.db,
    people.filter((id) => id !== null),
  );
  return { drafts: shown, names: Object.fromEntries(names) };
}

interface Presented {
  draft: Draft;
  found: ReadableCase;
  steps: DraftStepTaken[];
  versions: DraftVersion[];
}

async function presentDraft(
  house: House,
  actor: StaffActor,
  { draft, found, steps, versions }: Presented,
): Promise<DraftShown> {
  const { id, assignmentId, kind, state, authorId: author, holderId: holder, body, version, rung } = draft;
  return {
    ...{ id, assignmentId, kind, state, author, holder, version, rung },
    // What its holder is typing anew is theirs alone until it is submitted again.
    body: holder === actor.id ? body : (versions.at(-1)?.body ?? body),
    chain: await presentChain(house, actor, { ...draft, found }),
    steps: steps.map(({ at, staffId: by, postOf, what, rung: at_, version: of, why }) => ({
      ...{ by, postOf, what, why },
      at: at.toISOString(),
      rung: at_,
      version: of,
    })),
    versions: versions.map(({ version: number, body: words, editedBy, editedAt }) => ({
      version: number,
      body: words,
      editedBy,
      editedAt: editedAt.toISOString(),
    })),
    changedAt: draft.changedAt.toISOString(),
    may: await mayDo(house, actor, { draft, found }),
  };
}

interface PartOfCase extends Pick<Draft, 'assignmentId'> {
  found: ReadableCase;
  body: Pick<Draft['body'], 'outcome'>;
}

/** The chain of an answer with such an outcome, who asks for each rung, and who stands on it today. */
export async function presentChain(
  house: House,
  actor: StaffActor,
  { found: { request, assignments }, assignmentId, body: { outcome } }: PartOfCase,
): Promise<DraftShown['chain']> {
  const assignment = assignments.find(({ id }) => id === assignmentId)!;
  const chain = await chainOf(house.db, { request, assignment, outcome });
  if (chain.length === 0) return [];
  const people = await staffActors(house);
  return Promise.all(
    chain.map(async ({ rung, why }) => ({
      rung,
      why: await Promise.all(
        why.map(async ({ says: { tr, en }, from, by }) => ({
          ...{ tr, en },
          askedBy: await askedBy(house.db, actor, { by, isTopics: from === 'topic' }),
        })),
      ),
      holders: nearestOf(people, rung, { request, assignment }).map(({ name }) => name),
    })),
  );
}

async function mayDo(
  house: House,
  actor: StaffActor,
  { draft, found }: { draft: Draft; found: ReadableCase },
): Promise<DraftShown['may']> {
  const assignment = found.assignments.find(({ id }) => id === draft.assignmentId)!;
  const part = { request: found.request, assignment };
  const isOpen = assignment.endedAt === null;
  const holds = draft.holderId === actor.id;
  const onRung = isOpen && draft.rung !== null && (await hatOnRung(house, actor, draft.rung, part)) !== undefined;
  const mayAnswer = mayOn(actor, 'answer', { request: found.request, assignments: [assignment] });
  return {
    write: isOpen && holds && isPossible('submit', draft),
    approve: onRung,
    last: onRung && (await climb(house, { ...part, draft, actor }, draft.rung)).next === null,
    sendBack: onRung,
    takeBack: holds && isPossible('take-back', draft),
    takeOver: isOpen && !holds && mayAnswer && isPossible('take-over', draft),
  };
}

export async function presentWaiting(house: House, actor: StaffActor): Promise<WaitingApprovals> {
  const waiting = await waitingFor(house, actor);
  const names = await staffNames(
    house.db,
    waiting.map(({ draft }) => draft.authorId),
  );
  return {
    now: house.clock.now().toISOString(),
    waiting: await Promise.all(
      waiting.map(async ({ draft, request }) => {
        const topic = request.topicCode === null ? undefined : await topicInForce(house.db, request.topicCode);
        const directorate = await directorateByCode(house.db, draft.directorateCode);
        return {
          draftId: draft.id,
          requestId: draft.requestId,
          shownNumber: formatTrackingNumber(request.trackingNumber),
          text: request.text,
          topic: topic?.name ?? null,
          directorate: {
            tr: directorate?.name ?? draft.directorateCode,
            en: directorate?.nameEn ?? draft.directorateCode,
          },
          kind: draft.kind,
          outcome: draft.body.outcome,
          rung: draft.rung!,
          author: names.get(draft.authorId) ?? '',
          submittedAt: draft.submittedAt!.toISOString(),
          nextDueAt: request.nextDueAt?.toISOString() ?? null,
        };
      }),
    ),
  };
}
