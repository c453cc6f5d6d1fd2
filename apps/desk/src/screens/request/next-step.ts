import type { AssignmentShown } from '../../../../../contract/requests.ts';

export interface NextStep {
  step: 'accept' | 'work' | 'onSite';
  path: string;
}

/** The one step that carries a part on: accept, then begin, then go on site. Null when nothing of it is this person's or now. */
export function nextWorkStep(assignments: readonly Pick<AssignmentShown, 'id' | 'may' | 'state'>[]): NextStep | null {
  for (const { id, may, state } of assignments) {
    if (may.accept === 'open') return { step: 'accept', path: `/api/v1/assignments/${id}/acceptance` };
    if (state === 'accepted' && may.work === 'open') return { step: 'work', path: `/api/v1/assignments/${id}/work` };
    if (may.onSite === 'open') return { step: 'onSite', path: `/api/v1/assignments/${id}/on-site` };
    if (may.work === 'open') return { step: 'work', path: `/api/v1/assignments/${id}/work` };
  }
  return null;
}
