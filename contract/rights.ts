// The names of all rights, and how far one reaches. What each role may stands in server/modules/staff/policy.ts.
import { Type } from 'typebox';
import type { Static } from 'typebox';

/** One word of a closed list. A union built from a list would lose its words on the way to the type. */
export function oneOf<Word extends string>(words: readonly Word[]) {
  return Type.Unsafe<Word>({ type: 'string', enum: [...words] });
}

export const RIGHTS = [
  'request-list',
  'request-read',
  'request-record',
  'request-correct',
  'kind-change',
  'note',
  'photo-add',
  'assign',
  'accept',
  'return',
  'hand-to-person',
  'work',
  'answer',
  'answer-approve',
  'period-change',
  'promise-move',
  'objection-record',
  'cancel',
  'withdraw-for-citizen',
  'reopen-decide',
  'reveal-personal-data',
  'citizen-find',
  'people-merge',
  'call-record',
  'incident-merge',
  'incident-announce',
  'bulk-act',
  'message-read',
  'message-resend',
  'standard-text-change',
  'quality-check',
  'workload-read',
  'absence-record',
  'hand-over',
  'planned-work-read',
  'planned-work-do',
  'planned-work-plan',
  'routing-read',
  'routing-change',
  'season-switch',
  'figures-read',
  'view-share',
  'list-export',
  'settings-read',
  'settings-history',
  'settings-change',
  'staff-change',
  'audit-read',
] as const;
export type Right = (typeof RIGHTS)[number];

/** Rights over the house itself: somebody has one or has it not, because "of my own directorate" would say nothing about it. */
export const HOUSE_RIGHTS: readonly Right[] = [
  'citizen-find',
  'people-merge',
  'call-record',
  'message-resend',
  'routing-read',
  'routing-change',
  'season-switch',
  'figures-read',
  'settings-read',
  'settings-history',
  'settings-change',
  'staff-change',
  'audit-read',
];

/** Rights over colleagues and what they share; restricted requests play no part in them. */
export const STAFF_RIGHTS: readonly Right[] = [
  'standard-text-change',
  'workload-read',
  'absence-record',
  'hand-over',
  'view-share',
];

/** Rights over the municipality's own planned work, in which no citizen has a part. */
export const PLANNED_WORK_RIGHTS: readonly Right[] = ['planned-work-read', 'planned-work-do', 'planned-work-plan'];

/** Rights over single requests that need not have been read first. */
const BEFORE_READING: readonly Right[] = ['request-list', 'request-read', 'request-record', 'list-export'];

/** What is done to a request: nobody may do it where they may not read. */
export const CASE_RIGHTS: readonly Right[] = RIGHTS.filter(
  (right) => ![HOUSE_RIGHTS, STAFF_RIGHTS, PLANNED_WORK_RIGHTS, BEFORE_READING].some((list) => list.includes(right)),
);

/**
 * How far a right reaches: everything · where one's own directorate (or one of those looked after) has a part · where one's own unit
 * has a part · what is handed to oneself · not at all.
 */
export const SCOPES = ['all', 'own-directorate', 'own-unit', 'own', 'none'] as const;
export const Scope = oneOf(SCOPES);
export type Scope = (typeof SCOPES)[number];

/** Restricted requests (violence, complaints about staff, health) may be reached less far than ordinary ones. */
export const Reach = Type.Object({ ordinary: Scope, restricted: Scope }, { additionalProperties: false });
export type Reach = Static<typeof Reach>;

export type Rights = Readonly<Record<Right, Reach>>;

/** The roles that come with the house; a municipality builds its own on one of them. */
export const READY_ROLES = [
  'agent',
  'clerk',
  'manager',
  'deputy-mayor',
  'supervisor',
  'administrator',
  'viewer',
] as const;
export type ReadyRole = (typeof READY_ROLES)[number];
