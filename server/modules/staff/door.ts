// The door of staff: who works here, who is signed in, what they may, and the directorates.
export type { Directorate, StaffMember } from './staff-member.ts';
export type { Action, Scope, Thing } from './policy.ts';
export { ACTIONS, may, rightsOf, scopeOf, seesRestricted } from './policy.ts';
export { directorateByCode, listDirectorates, listStaff, staffActorById, staffById, staffNames } from './queries.ts';
export { saveDirectorate } from './actions/save-directorate.ts';
export type { ProfileDirectorate } from './actions/seed-directorates.ts';
export { seedDirectorates } from './actions/seed-directorates.ts';
export type { GivenStaffMember } from './actions/create-staff-member.ts';
export { addStaffMember, createStaffMember } from './actions/create-staff-member.ts';
export type { StaffMemberChange } from './actions/update-staff-member.ts';
export { deactivateStaffMember, updateStaffMember } from './actions/update-staff-member.ts';
export { inventPassword } from './passwords.ts';
export { staffGate } from './sessions.ts';
