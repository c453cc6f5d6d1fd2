import { describe, expect, test } from 'vitest';
import type { ReadyRole, Right, Rights } from '../../../contract/rights.ts';
import { READY_ROLES, RIGHTS } from '../../../contract/rights.ts';
import { CITIZEN, systemActor } from '../../kernel/actor.ts';
import { staffActor } from '../../testing/empty-house.ts';
import { actorFrom } from './hats.ts';
import { may, readyRights, rightsOf, scopeOf } from './policy.ts';
import type { RoleFault } from './role.ts';
import { faultsInRights } from './role.ts';

const own = { directorates: ['FEN'] };
const others = { directorates: ['TEM'] };
const WITH_A_DIRECTORATE: readonly ReadyRole[] = ['clerk', 'manager', 'deputy-mayor'];
const actorOf = (role: ReadyRole) =>
  role === 'deputy-mayor'
    ? staffActor(role, null, { looksAfter: ['FEN', 'PRK'] })
    : staffActor(role, WITH_A_DIRECTORATE.includes(role) ? 'FEN' : null);

describe('the permission table', () => {
  const WRITES_ON_CASES: Right[] = ['assign', 'accept', 'return', 'work', 'answer', 'cancel', 'reopen-decide'];

  test.each([...RIGHTS])('%s: every role has a scope, and only those with a directorate one of their own', (right) => {
    for (const role of READY_ROLES) {
      const scope = scopeOf(actorOf(role), right);
      expect(['all', 'own-directorate', 'none']).toContain(scope);
      if (scope === 'own-directorate') expect(WITH_A_DIRECTORATE).toContain(role);
    }
  });

  test('a clerk acts where their directorate has a part, and nowhere else', () => {
    for (const action of ['request-read', 'accept', 'return', 'work', 'answer', 'note'] as const) {
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
      for (const role of READY_ROLES) expect(may(actorOf(role), action, own)).toBe(role === 'administrator');
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
    for (const action of RIGHTS) {
      expect(may(systemActor('routing'), action)).toBe(true);
      expect(may(CITIZEN, action, own)).toBe(false);
    }
  });
});

describe('how far a right reaches', () => {
  const clerkWith = (scope: 'own-unit' | 'own') => {
    const rights = { ...readyRights('clerk'), work: { ordinary: scope, restricted: scope } };
    return staffActor('clerk', 'FEN', { role: 'yol-ekibi', rights, unit: 'FEN-YOL', staffId: 'me' });
  };

  test('a deputy mayor reads, notes and approves where they look after the directorate, and does no work', () => {
    for (const right of ['request-read', 'note', 'answer-approve', 'promise-move'] as const) {
      expect(may(actorOf('deputy-mayor'), right, own)).toBe(true);
      expect(may(actorOf('deputy-mayor'), right, others)).toBe(false);
    }
    for (const right of ['accept', 'work', 'cancel', 'reopen-decide'] as const)
      expect(may(actorOf('deputy-mayor'), right, own)).toBe(false);
  });

  test('a right over one’s own unit ends at the next unit of the same directorate', () => {
    expect(may(clerkWith('own-unit'), 'work', { ...own, units: ['FEN-YOL'] })).toBe(true);
    expect(may(clerkWith('own-unit'), 'work', { ...own, units: ['FEN-KAL'] })).toBe(false);
    expect(may(clerkWith('own-unit'), 'work', own)).toBe(false);
  });

  test('a right over one’s own work is one over what is handed to oneself', () => {
    expect(may(clerkWith('own'), 'work', { ...own, people: ['me'] })).toBe(true);
    expect(may(clerkWith('own'), 'work', { ...own, people: ['another'] })).toBe(false);
  });

  test('what a topic keeps to a unit or a directorate is seen by nobody else who has a part', () => {
    const kept = { directorates: ['FEN', 'TEM'], restricted: true, restrictedTo: ['FEN-YOL'] };
    expect(may(staffActor('clerk', 'FEN', { unit: 'FEN-YOL' }), 'request-read', kept)).toBe(true);
    expect(may(staffActor('clerk', 'FEN', { unit: 'FEN-KAL' }), 'request-read', kept)).toBe(false);
    expect(may(actorOf('manager'), 'request-read', kept)).toBe(false);
    expect(may(staffActor('clerk', 'TEM'), 'request-read', kept)).toBe(false);
    expect(may(staffActor('clerk', 'TEM'), 'request-read', { ...kept, restrictedTo: ['TEM'] })).toBe(true);
    expect(may(actorOf('supervisor'), 'request-read', kept)).toBe(true);
  });

  test('who stands in for an absent colleague has their post beside the own, without the keys to the house', () => {
    const post = (role: ReadyRole, directorate: string | null) => ({
      ...{ staffId: role, name: 'Deneme', role, base: role, rights: null, directorate, unit: null, looksAfter: [] },
    });
    const deputy = actorFrom(post('clerk', 'FEN'), [post('manager', 'TEM'), post('administrator', null)]);
    expect(may(deputy, 'work', own)).toBe(true);
    expect(may(deputy, 'assign', own)).toBe(false);
    expect(may(deputy, 'assign', others)).toBe(true);
    for (const right of ['settings-change', 'staff-change', 'audit-read'] as const)
      expect(may(deputy, right)).toBe(false);
    expect(scopeOf(deputy, 'assign')).toBe('own-directorate');
  });
});

describe('a role of the municipality’s own', () => {
  const rights = readyRights('clerk');

  test('may reach further or less far than the one it is built on', () => {
    expect(faultsInRights('clerk', rights)).toEqual([]);
    const wide = { ...rights, assign: { ordinary: 'own-directorate', restricted: 'none' } } as const;
    expect(faultsInRights('clerk', wide)).toEqual([]);
  });

  const unit = { ordinary: 'own-unit', restricted: 'own-unit' } as const;
  test.each<[string, Partial<Rights>, RoleFault]>([
    [
      'sees no more of the restricted than of the ordinary',
      { note: { ordinary: 'own', restricted: 'own-directorate' } },
      { right: 'note', problem: 'wider-when-restricted' },
    ],
    [
      'gets no key to the house that its base has not',
      { 'audit-read': { ordinary: 'all', restricted: 'all' } },
      { right: 'audit-read', problem: 'not-for-this-base' },
    ],
    [
      'has a right over the house or has it not',
      { 'citizen-find': unit },
      { right: 'citizen-find', problem: 'all-or-none' },
    ],
    [
      'acts on nothing it may not read',
      { work: { ordinary: 'all', restricted: 'own-directorate' } },
      { right: 'work', problem: 'wider-than-reading' },
    ],
    [
      'takes nothing out that it may not list',
      { 'list-export': { ordinary: 'all', restricted: 'none' } },
      { right: 'list-export', problem: 'wider-than-listing' },
    ],
  ])('%s', (_what, part, fault) => expect(faultsInRights('clerk', { ...rights, ...part })).toEqual([fault]));

  test('has half a right over the house in no case, even where a row says so', () => {
    const half = { ...rights, 'citizen-find': unit };
    const somebody = staffActor('clerk', 'FEN', { role: 'x', rights: half, unit: 'FEN-YOL' });
    expect(may(somebody, 'citizen-find', { units: ['FEN-YOL'] })).toBe(false);
  });
});
