/**
 * HEART FILE. Who may do what: one table, role × right, each cell how far the right reaches. Everything that asks "may they?" asks here; a
 * right that is not in this table does not exist. Pure: it looks at the actor and at whose the thing is, never at a request.
 */
import type { Reach, ReadyRole, Right, Rights, Scope } from '../../../contract/rights.ts';
import { READY_ROLES, RIGHTS, SCOPES } from '../../../contract/rights.ts';
import type { Actor, Hat, StaffActor } from '../../kernel/actor.ts';

const all = 'all';
const own = 'own-directorate';
const none = 'none';

// An agent records and reads everything, because whoever calls asks about anything; the work itself is the directorates'.
// A deputy mayor stands above the directorates he looks after: reads, approves, moves promises, and leaves the work to them.
// An administrator looks after the system and not after cases: KVKK 6698 m.4 (no more data than the task needs).
// prettier-ignore
const TABLE = {
  //                      agent clerk manager deputy-mayor supervisor administrator viewer
  'request-list':         [all,  own,  own,    own,         all,       none,         all],
  'request-read':         [all,  own,  own,    own,         all,       none,         none],
  'request-record':       [all,  own,  own,    none,        all,       none,         none],
  'request-correct':      [none, none, none,   none,        all,       none,         none],
  'kind-change':          [none, none, none,   none,        all,       none,         none],
  'note':                 [all,  own,  own,    own,         all,       none,         none],
  'photo-add':            [all,  own,  own,    none,        all,       none,         none],
  'assign':               [none, none, own,    own,         all,       none,         none],
  'accept':               [none, own,  own,    none,        all,       none,         none],
  'return':               [none, own,  own,    none,        all,       none,         none],
  'hand-to-person':       [none, none, own,    none,        all,       none,         none],
  'work':                 [none, own,  own,    none,        all,       none,         none],
  'answer':               [none, own,  own,    own,         all,       none,         none],
  'answer-approve':       [none, none, own,    own,         all,       none,         none],
  'period-change':        [none, none, own,    own,         all,       none,         none],
  'promise-move':         [none, none, own,    own,         all,       none,         none],
  'objection-record':     [none, none, own,    none,        all,       none,         none],
  'cancel':               [none, none, none,   none,        all,       none,         none],
  'withdraw-for-citizen': [all,  none, none,   none,        all,       none,         none],
  'reopen-decide':        [none, none, none,   none,        all,       none,         none],
  'reveal-personal-data': [all,  own,  own,    own,         all,       none,         none],
  'citizen-find':         [all,  none, none,   none,        all,       none,         none],
  'people-merge':         [none, none, none,   none,        all,       none,         none],
  'call-record':          [all,  none, none,   none,        all,       none,         none],
  'incident-merge':       [none, none, own,    none,        all,       none,         none],
  'incident-announce':    [none, none, none,   none,        all,       none,         none],
  'bulk-act':             [none, none, own,    none,        all,       none,         none],
  'message-read':         [all,  own,  own,    own,         all,       none,         none],
  'message-resend':       [none, none, none,   none,        all,       none,         none],
  'standard-text-change': [none, none, own,    none,        all,       none,         none],
  'quality-check':        [none, none, none,   none,        all,       none,         none],
  'workload-read':        [none, none, own,    own,         all,       none,         none],
  'absence-record':       [none, none, own,    none,        all,       all,          none],
  // An account is closed with its work handed over; whoever closes it moves that work without reading it.
  'hand-over':            [none, none, own,    none,        all,       all,          none],
  // Whoever takes a call says when the crew comes; what is planned is the directorate's own affair.
  'planned-work-read':    [all,  own,  own,    own,         all,       none,         none],
  'planned-work-do':      [none, own,  own,    none,        all,       none,         none],
  'planned-work-plan':    [none, none, own,    none,        all,       none,         none],
  'routing-read':         [all,  all,  all,    all,         all,       all,          none],
  'routing-change':       [none, none, none,   none,        all,       all,          none],
  'season-switch':        [none, none, none,   none,        all,       all,          none],
  'figures-read':         [all,  all,  all,    all,         all,       all,          all],
  'view-share':           [none, none, own,    none,        all,       none,         none],
  'list-export':          [none, none, own,    own,         all,       none,         none],
  'settings-read':        [all,  all,  all,    all,         all,       all,          none],
  'settings-history':     [none, none, none,   none,        all,       all,          none],
  'settings-change':      [none, none, none,   none,        none,      all,          none],
  'staff-change':         [none, none, none,   none,        none,      all,          none],
  'audit-read':           [none, none, none,   none,        none,      all,          none],
} as const satisfies Record<Right, readonly [Scope, Scope, Scope, Scope, Scope, Scope, Scope]>;

/** Restricted requests stay with the supervisor and with those the topic names: no other role reaches further than its own there. */
const RESTRICTED_AT_MOST: Record<ReadyRole, Scope> = {
  agent: own,
  clerk: own,
  manager: own,
  'deputy-mayor': own,
  supervisor: all,
  administrator: own,
  viewer: own,
};

export function readyRights(role: ReadyRole): Rights {
  return READY[role];
}

export interface Thing {
  /** Directorates and units that have, or had, a part in the thing; people it is handed to. */
  directorates?: readonly string[];
  units?: readonly string[];
  people?: readonly string[];
  restricted?: boolean;
  /** Codes of the directorates and units a restricted thing is kept to; empty: those that have a part. */
  restrictedTo?: readonly string[];
}

/**
 * The capacity in which the person may do it to this thing; undefined when in none. Fails closed: a right over one's own directorate
 * without a named directorate is no.
 */
export function hatFor(actor: StaffActor, right: Right, thing: Thing = {}): Hat | undefined {
  return actor.hats.find((hat) => covers(hat, right, thing));
}

/** All of them, the own post first: where it matters in which one somebody acts. */
export function hatsFor(actor: StaffActor, right: Right, thing: Thing = {}): Hat[] {
  return actor.hats.filter((hat) => covers(hat, right, thing));
}

function covers(hat: Hat, right: Right, thing: Thing): boolean {
  const { ordinary, restricted } = hat.rights[right];
  if (!thing.restricted) return isWithin(hat, ordinary, thing);
  return isWithin(hat, restricted, thing) && (restricted === 'all' || isNamed(hat, thing.restrictedTo ?? []));
}

function isWithin(hat: Hat, scope: Scope, { directorates = [], units = [], people = [] }: Thing): boolean {
  if (scope === 'own-directorate') return hat.directorates.some((code) => directorates.includes(code));
  if (scope === 'own-unit') return hat.unit !== null && units.includes(hat.unit);
  if (scope === 'own') return people.includes(hat.staffId);
  return scope === 'all';
}

function isNamed(hat: Hat, codes: readonly string[]): boolean {
  return codes.length === 0 || codes.some((code) => code === hat.unit || hat.directorates.includes(code));
}

/** The system does what a right-holder ordered before, so it may; a citizen's rights are the portal's gate, so none are here. */
export function may(actor: Actor, right: Right, thing: Thing = {}): boolean {
  if (actor.kind === 'system') return true;
  return actor.kind === 'staff' && hatFor(actor, right, thing) !== undefined;
}

/** How far a right reaches in the widest of somebody's capacities, for offering it and for gates. */
export function scopeOf(actor: StaffActor, right: Right): Scope {
  const scopes = actor.hats.map((hat) => hat.rights[right].ordinary);
  return SCOPES.find((scope) => scopes.includes(scope)) ?? 'none';
}

/** For whom somebody acts under this hat, as the audit says it: their directorate, or the kind of their post where they serve the whole house. */
export function actsAs({ base, directorates }: Hat): string {
  return base === 'clerk' || base === 'manager' ? (directorates[0] ?? base) : base;
}

/** Whether somebody may know what is restricted wherever it lies, and so who is behind a secret identity. */
export function seesRestricted(actor: StaffActor): boolean {
  return actor.hats.some((hat) => hat.rights['request-read'].restricted === 'all');
}

/** The whole row of one actor, for screens that offer only what is allowed. */
export function rightsOf(actor: StaffActor): Record<Right, Scope> {
  return Object.fromEntries(RIGHTS.map((right) => [right, scopeOf(actor, right)])) as Record<Right, Scope>;
}

/** The narrower of two; the order is SCOPES'. */
function narrower(one: Scope, other: Scope): Scope {
  return SCOPES[Math.max(SCOPES.indexOf(one), SCOPES.indexOf(other))]!;
}

const READY = Object.fromEntries(
  READY_ROLES.map((role, place) => [
    role,
    Object.fromEntries(
      RIGHTS.map((right): [Right, Reach] => {
        const ordinary = TABLE[right][place]!;
        return [right, { ordinary, restricted: narrower(ordinary, RESTRICTED_AT_MOST[role]) }];
      }),
    ),
  ]),
) as Record<ReadyRole, Rights>;
