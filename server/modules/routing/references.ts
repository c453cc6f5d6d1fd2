/** Everything a rule may name, as it stands now: what a rule is checked against, and the words its reasons are told in. Pure. */
import type { Topic, TopicGroup } from '../catalogue/door.ts';
import type { Area, Neighbourhood } from '../places/door.ts';
import type { Directorate, StaffMember, Unit } from '../staff/door.ts';

export interface References {
  topics: ReadonlyMap<string, Topic>;
  groups: ReadonlyMap<string, TopicGroup>;
  neighbourhoods: ReadonlyMap<number, Neighbourhood>;
  areas: ReadonlyMap<string, Area>;
  directorates: ReadonlyMap<string, Directorate>;
  units: ReadonlyMap<string, Unit>;
  people: ReadonlyMap<string, Pick<StaffMember, 'id' | 'active' | 'directorate' | 'unit'>>;
  channels: ReadonlySet<string>;
  kinds: ReadonlySet<string>;
}

export interface ReferenceLists {
  topics: readonly Topic[];
  groups: readonly TopicGroup[];
  neighbourhoods: readonly Neighbourhood[];
  areas: readonly Area[];
  directorates: readonly Directorate[];
  units: readonly Unit[];
  people: readonly Pick<StaffMember, 'id' | 'active' | 'directorate' | 'unit'>[];
  channels: readonly string[];
  kinds: readonly string[];
}

export function referencesOf(lists: ReferenceLists): References {
  const byCode = <T extends { code: string }>(list: readonly T[]) => new Map(list.map((each) => [each.code, each]));
  return {
    topics: byCode(lists.topics),
    groups: byCode(lists.groups),
    neighbourhoods: new Map(lists.neighbourhoods.map((each) => [each.id, each])),
    areas: byCode(lists.areas),
    directorates: byCode(lists.directorates),
    units: byCode(lists.units),
    people: new Map(lists.people.map((each) => [each.id, each])),
    channels: new Set(lists.channels),
    kinds: new Set(lists.kinds),
  };
}

/** The topics a rule is about; null when it asks for none. */
export function topicsOf(
  { topics = [], groups = [] }: { topics?: readonly string[]; groups?: readonly string[] },
  known: References,
): Topic[] | null {
  if (topics.length === 0 && groups.length === 0) return null;
  return [...known.topics.values()].filter(({ code, group }) => topics.includes(code) || groups.includes(group));
}
