// The door of staff: who works here, who is signed in, what they may, and the directorates.
export type { Directorate, StaffMember, Unit } from './staff-member.ts';
export type { Role } from './role.ts';
export type { Thing } from './policy.ts';
export type { PersonInPost, Post } from './hats.ts';
export { actorFrom } from './hats.ts';
export { AbsenceEnded, AbsenceRecorded, StaffMemberChanged } from './facts.ts';
export { awayOn } from './absence-store.ts';
export type { GivenAbsence } from './actions/record-absence.ts';
export { endAbsence, recordAbsence } from './actions/record-absence.ts';
export { passOnStandIn, passOnView, standInsFrom, viewsOwnedBy } from './actions/pass-on.ts';
export type { Away, AwayToday, NoStandIn, StandIn } from './stand-in.ts';
export { standInFor } from './stand-in.ts';
// As the database has them inside a transaction that may have changed one; listDirectorates and listUnits remember.
export { allDirectorates as readDirectorates } from './directorate-store.ts';
export { allUnits as readUnits } from './unit-store.ts';
export { actsAs, hatFor, hatsFor, may, readyRights, rightsOf, scopeOf, seesRestricted } from './policy.ts';
export {
  directorateByCode,
  languageOfStaff,
  listDirectorates,
  listStaff,
  listUnits,
  namesOfStaff,
  staffActorById,
  staffActorUnder,
  staffActors,
  staffById,
  staffNames,
  unitByCode,
} from './queries.ts';
export { listRoles, roleByCode } from './role-queries.ts';
export { saveRole } from './actions/save-role.ts';
export { saveUnit } from './actions/save-unit.ts';
export { saveDirectorate } from './actions/save-directorate.ts';
export type { ProfileDirectorate, ProfileUnit } from './actions/seed-directorates.ts';
export { seedDirectorates, seedUnits } from './actions/seed-directorates.ts';
export type { GivenStaffMember } from './actions/create-staff-member.ts';
export { addStaffMember, createStaffMember } from './actions/create-staff-member.ts';
export type { StaffMemberChange } from './actions/update-staff-member.ts';
export { deactivateStaffMember, updateStaffMember } from './actions/update-staff-member.ts';
export { inventPassword } from './passwords.ts';
export { staffGate } from './sessions.ts';
