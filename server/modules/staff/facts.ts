import { defineFact } from '../../kernel/facts.ts';

/** Somebody's post changed: another directorate, unit or role, or they work here no more. `left`: the directorate they worked for until now. */
export const StaffMemberChanged = defineFact<{ active: boolean; left: string | null }>('staff-member-changed');
/** Somebody will be away, and who stands in. Its subject is the absence. */
export const AbsenceRecorded = defineFact<{ staffId: string; delegateId: string | null; from: string; to: string }>(
  'absence-recorded',
);
/** The person is there after all, or earlier. */
export const AbsenceEnded = defineFact<{ staffId: string; delegateId: string | null }>('absence-ended');
