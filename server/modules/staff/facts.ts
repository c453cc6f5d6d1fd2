import { defineFact } from '../../kernel/facts.ts';

/** Somebody's post changed: another directorate, unit or role, or they work here no more. */
export const StaffMemberChanged = defineFact<{ active: boolean }>('staff-member-changed');
