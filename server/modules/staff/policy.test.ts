import { describe, expect, test } from 'vitest';
import type { Role } from '../../kernel/actor.ts';
import { CITIZEN, ROLES, systemActor } from '../../kernel/actor.ts';
import { staffActor } from '../../testing/empty-house.ts';
import type { Action } from './policy.ts';
import { ACTIONS, may, rightsOf, scopeOf } from './policy.ts';

const own = { directorates: ['FEN'] };
const others = { directorates: ['TEM'] };
const actorOf = (role: Role) => staffActor(role, role === 'clerk' || role === 'manager' ? 'FEN' : null);

describe('the permission table', () => {
  const WRITES_ON_CASES: Action[] = [
    'assign',
    'accept',
    'return',
    'work',
    'answer',
    'conclude',
    'cancel',
    'reopen-decide',
  ];

  test.each(ACTIONS)('%s: every role has a scope, and only those with a directorate one of their own', (action) => {
    for (const role of ROLES) {
      const scope = scopeOf(actorOf(role), action);
      expect(['all', 'own-directorate', 'none']).toContain(scope);
      if (scope === 'own-directorate') expect(['clerk', 'manager']).toContain(role);
    }
  });

  test('a clerk acts where their directorate has a part, and nowhere else', () => {
    for (const action of ['request-read', 'accept', 'return', 'work', 'answer', 'conclude', 'note'] as const) {
      expect(may(actorOf('clerk'), action, own)).toBe(true);
      expect(may(actorOf('clerk'), action, others)).toBe(false);
      expect(may(actorOf('clerk'), action)).toBe(false);
    }
    for (const action of ['assign', 'cancel', 'reopen-decide', 'message-resend', 'call-record'] as const) {
      expect(may(actorOf('clerk'), action, own)).toBe(false);
    }
  });

  test('a manager also hands out work inside the directorate', () => {
    expect(may(actorOf('manager'), 'assign', own)).toBe(true);
    expect(may(actorOf('manager'), 'assign', others)).toBe(false);
  });

  test('an agent records, reads and notes everything and carries nothing out', () => {
    for (const action of ['request-record', 'request-read', 'note', 'call-record'] as const) {
      expect(may(actorOf('agent'), action, others)).toBe(true);
    }
    for (const action of WRITES_ON_CASES) expect(may(actorOf('agent'), action, others)).toBe(false);
  });

  test('an administrator keeps the settings and sees no citizen', () => {
    for (const action of ['settings-change', 'staff-change', 'audit-read'] as const) {
      for (const role of ROLES) expect(may(actorOf(role), action, own)).toBe(role === 'administrator');
    }
    for (const action of [
      'request-read',
      'request-list',
      'reveal-personal-data',
      'citizen-find',
      'message-read',
    ] as const) {
      expect(may(actorOf('administrator'), action, own)).toBe(false);
    }
  });

  test('a viewer reads figures and masked lists only', () => {
    const rights = Object.entries(rightsOf(actorOf('viewer'))).filter(([, scope]) => scope !== 'none');
    expect(rights.map(([action]) => action).sort()).toEqual(['figures-read', 'request-list']);
  });

  test('what is restricted stays with the supervisor and the directorates named on it', () => {
    expect(may(actorOf('supervisor'), 'request-read', { ...others, restricted: true })).toBe(true);
    expect(may(actorOf('clerk'), 'request-read', { ...own, restricted: true })).toBe(true);
    expect(may(actorOf('clerk'), 'request-read', { ...others, restricted: true })).toBe(false);
    expect(may(actorOf('agent'), 'request-read', { ...others, restricted: true })).toBe(false);
    expect(may(actorOf('viewer'), 'request-list', { ...others, restricted: true })).toBe(false);
  });

  test('the system carries out what was ordered; a citizen has no right of the desk', () => {
    for (const action of ACTIONS) {
      expect(may(systemActor('routing'), action)).toBe(true);
      expect(may(CITIZEN, action, own)).toBe(false);
    }
  });
});
