// The door of citizens: people and organisations, and the identities they are reached through.
export type { Citizen, CitizenKind, GivenCitizen } from './citizen.ts';
export type { KnownByPhone } from './store.ts';
export { citizenById, citizenNames, citizensByPhone, nationalIdOf } from './queries.ts';
export { samePeople } from './queries.ts';
export { mergePeople, separatePeople } from './actions/merge-people.ts';
export { mergesInto } from './merge-store.ts';
export type { PeopleMerge } from './merge-store.ts';
export type { WhySame } from './same-person.ts';
export { findOrAddCitizen } from './actions/find-or-add-citizen.ts';
