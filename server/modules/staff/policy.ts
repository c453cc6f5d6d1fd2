/**
 * HEART FILE. Who may do what: one table, role × action. Everything that asks "may they?" asks here; a right that is not in
 * this table does not exist. Pure: it looks at the actor and at whose the thing is, never at a request.
 */
import type { Actor, Role, StaffActor } from '../../kernel/actor.ts';

/** all: everything · own-directorate: where one's own directorate has a part · none: not at all. */
export type Scope = 'all' | 'own-directorate' | 'none';

const all = 'all';
const own = 'own-directorate';
const none = 'none';

const ROLE_ORDER = [
  'agent',
  'clerk',
  'manager',
  'supervisor',
  'administrator',
  'viewer',
] as const satisfies readonly Role[];

// An agent records and reads everything, because whoever calls asks about anything; the work itself is the directorates'.
// An administrator looks after the system and not after cases: KVKK 6698 m.4 (no more data than the task needs).
// prettier-ignore
const TABLE = {
  //                      agent clerk manager supervisor administrator viewer
  'request-list':         [all,  own,  own,    all,       none,         all],
  'request-read':         [all,  own,  own,    all,       none,         none],
  'request-record':       [all,  own,  own,    all,       none,         none],
  'request-correct':      [none, none, none,   all,       none,         none],
  'note':                 [all,  own,  own,    all,       none,         none],
  'photo-add':            [all,  own,  own,    all,       none,         none],
  'assign':               [none, none, own,    all,       none,         none],
  'accept':               [none, own,  own,    all,       none,         none],
  'return':               [none, own,  own,    all,       none,         none],
  'hand-to-person':       [none, none, own,    all,       none,         none],
  'work':                 [none, own,  own,    all,       none,         none],
  'answer':               [none, own,  own,    all,       none,         none],
  'conclude':             [none, own,  own,    all,       none,         none],
  'cancel':               [none, none, none,   all,       none,         none],
  'withdraw-for-citizen': [all,  none, none,   all,       none,         none],
  'reopen-decide':        [none, none, none,   all,       none,         none],
  'reveal-personal-data': [all,  own,  own,    all,       none,         none],
  'citizen-find':         [all,  none, none,   all,       none,         none],
  'call-record':          [all,  none, none,   all,       none,         none],
  'message-read':         [all,  own,  own,    all,       none,         none],
  'message-resend':       [none, none, none,   all,       none,         none],
  'figures-read':         [all,  all,  all,    all,       all,          all],
  'list-export':          [none, none, own,    all,       none,         none],
  'settings-read':        [all,  all,  all,    all,       all,          none],
  'settings-change':      [none, none, none,   none,      all,          none],
  'staff-change':         [none, none, none,   none,      all,          none],
  'audit-read':           [none, none, none,   none,      all,          none],
} as const satisfies Record<string, readonly [Scope, Scope, Scope, Scope, Scope, Scope]>;

export type Action = keyof typeof TABLE;
export const ACTIONS = Object.keys(TABLE) as Action[];

/** Restricted requests (violence, staff complaints, secret identity) stay with the supervisor and the directorates named on them. */
const SEE_RESTRICTED: readonly Role[] = ['supervisor'];

export interface Thing {
  /** Directorates that have, or had, a part in the thing. */
  directorates?: readonly string[];
  restricted?: boolean;
}

/**
 * Whether the actor may do it to this thing. Fails closed: a right over one's own directorate without a named directorate is no.
 * The system does what a right-holder ordered before, so it may; a citizen's rights are the portal's gate, so none are here.
 */
export function may(actor: Actor, action: Action, { directorates = [], restricted = false }: Thing = {}): boolean {
  if (actor.kind === 'system') return true;
  if (actor.kind === 'citizen') return false;
  const scope = scopeOf(actor, action);
  if (scope === 'none') return false;
  const isOwn = actor.directorate !== null && directorates.includes(actor.directorate);
  if (restricted && !isOwn && !SEE_RESTRICTED.includes(actor.role)) return false;
  return scope === 'all' || isOwn;
}

/** How far a right reaches, for narrowing a list before it is read. */
export function scopeOf(actor: StaffActor, action: Action): Scope {
  return TABLE[action][ROLE_ORDER.indexOf(actor.role)] ?? 'none';
}

/** Whether lists hold restricted requests of other directorates for this actor. */
export function seesRestricted(actor: StaffActor): boolean {
  return SEE_RESTRICTED.includes(actor.role);
}

/** The whole row of one actor, for screens that offer only what is allowed. */
export function rightsOf(actor: StaffActor): Record<Action, Scope> {
  return Object.fromEntries(ACTIONS.map((action) => [action, scopeOf(actor, action)])) as Record<Action, Scope>;
}
