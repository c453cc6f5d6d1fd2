/** Saved views of the work list: one's own, and those shared with one's directorate or with everybody. */
import type { NewView, SavedView } from '../../../contract/staff.ts';
import type { StaffActor } from '../../kernel/actor.ts';
import type { House } from '../../kernel/house.ts';
import { isId, newId } from '../../kernel/ids.ts';
import { refuse } from '../../kernel/refusals.ts';
import { normaliseInput } from '../../../text/turkish.ts';
import { directorateByCode } from './queries.ts';
import { may } from './policy.ts';
import type { KeptView } from './view-store.ts';
import { deleteView, insertView, viewById, viewsFor } from './view-store.ts';

export async function viewsOf({ db }: House, actor: StaffActor): Promise<SavedView[]> {
  const kept = await viewsFor(db, actor.id, directoratesOf(actor));
  return kept.map((view) => shown(view, actor));
}

/** Refuses 'input-invalid', 'already-exists', and 'not-allowed' for sharing further than one may. */
export async function saveView({ db, clock }: House, actor: StaffActor, given: NewView): Promise<SavedView> {
  const now = clock.now();
  const name = normaliseInput(given.name);
  if (name === '') throw refuse('input-invalid', { field: 'name', problem: 'empty' });
  const sharedWith = given.sharedWith ?? 'nobody';
  const directorate = sharedWith === 'directorate' ? (given.directorate ?? '') : null;
  if (directorate !== null && !(await directorateByCode(db, directorate)))
    throw refuse('input-invalid', { field: 'directorate', problem: 'unknown' });
  if (!mayShare(actor, { sharedWith, directorate })) throw refuse('not-allowed');
  const view = { id: newId(now), staffId: actor.id, name, query: given.query, sharedWith, directorate, now };
  if (!(await insertView(db, view))) throw refuse('already-exists', { field: 'name' });
  return shown((await viewById(db, view.id))!, actor);
}

/** Refuses 'not-found' for whatever is not theirs to remove: of somebody's own view nobody need know that it is there. */
export async function removeView({ db }: House, actor: StaffActor, id: string): Promise<void> {
  const view = isId(id) ? await viewById(db, id) : undefined;
  if (!view || !mayRemove(view, actor)) throw refuse('not-found');
  await deleteView(db, id);
}

const directoratesOf = ({ hats }: StaffActor): string[] => [
  ...new Set(hats.flatMap(({ directorates }) => directorates)),
];

/** Everybody's takes the right over everybody; a directorate's, over that one. */
function mayShare(
  actor: StaffActor,
  { sharedWith, directorate }: Pick<KeptView, 'sharedWith' | 'directorate'>,
): boolean {
  if (sharedWith === 'nobody') return true;
  return may(actor, 'view-share', directorate === null ? {} : { directorates: [directorate] });
}

/** One's own always; what was shared also by whoever could have shared it, so that a leaver's do not stay for ever. */
function mayRemove(view: KeptView, actor: StaffActor): boolean {
  return view.staffId === actor.id || (view.sharedWith !== 'nobody' && mayShare(actor, view));
}

function shown(view: KeptView, actor: StaffActor): SavedView {
  const { id, name, query, position, sharedWith, directorate } = view;
  const by = view.staffId === actor.id ? null : view.ownerName;
  return { id, name, query, position, sharedWith, directorate, by, mayRemove: mayRemove(view, actor) };
}
