/** One problem, many people: what the rest of the house may know of incidents. */
export * from './facts.ts';
export type { Announcement, Incident } from './incident.ts';
export { mergeRequests } from './actions/merge-requests.ts';
export type { MergeRequests } from './actions/merge-requests.ts';
export { releaseFromIncident } from './actions/release-request.ts';
export { reopenIncident } from './actions/reopen-incident.ts';
export { announce, languagesOf, whoIsAffected } from './actions/announce.ts';
export { announcementById } from './announcement-store.ts';
export { incidentHeldActs } from './held-acts.ts';
export { MERGE_RULES, reasonNotToMerge } from './who-may-be-merged.ts';
export { WHAT_IS_SHARED } from './what-is-shared.ts';
export { incidentLedBy, incidentOf } from './store.ts';
export { incidentReactions } from './reactions.ts';
export { incidentWorks } from './works.ts';
export { tellThoseLeftBehind } from './jobs.ts';
