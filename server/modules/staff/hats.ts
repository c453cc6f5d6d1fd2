/** From a person's post, and the posts of those they stand in for today, to the actor that rules are asked about. Pure. */
import type { ReadyRole, Reach, Right, Rights } from '../../../contract/rights.ts';
import type { Hat, StaffActor } from '../../kernel/actor.ts';
import { NOT_AT_ALL, rightsOfRole } from './role.ts';

/** A post as its rows have it. */
export interface Post {
  staffId: string;
  role: string;
  base: ReadyRole;
  /** Null: a role of the house, whose rights stand in policy.ts. */
  rights: Partial<Record<Right, Reach>> | null;
  directorate: string | null;
  unit: string | null;
  looksAfter: readonly string[];
}

export interface PersonInPost extends Post {
  name: string;
}

export function actorFrom(person: PersonInPost, standsInFor: readonly Post[] = []): StaffActor {
  const { staffId: id, name, role, directorate, unit } = person;
  return {
    kind: 'staff',
    ...{ id, name, role, directorate, unit },
    hats: [hatOf(person, rightsOfRole(person)), ...standsInFor.map((post) => hatOf(post, lentRights(post)))],
  };
}

function hatOf({ staffId, role, base, directorate, unit, looksAfter }: Post, rights: Rights): Hat {
  const directorates = directorate === null ? looksAfter : [directorate];
  return { staffId, role, base, rights, directorates, unit };
}

/** What is lent is the work on cases; the keys to the house stay with the person they were given to. */
const NOT_LENT: readonly Right[] = ['settings-change', 'staff-change', 'audit-read', 'routing-change'];

function lentRights(post: Post): Rights {
  const rights = rightsOfRole(post);
  return { ...rights, ...Object.fromEntries(NOT_LENT.map((right) => [right, NOT_AT_ALL])) };
}
