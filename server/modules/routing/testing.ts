/** Builders for the tests of routing: a small town to name things in, a rule and a request to ask it about. */
import type { Topic } from '../catalogue/door.ts';
import type { Area } from '../places/door.ts';
import { CHANNELS, REQUEST_KINDS } from '../requests/door.ts';
import { prepareRules } from './prepared-rules.ts';
import type { PreparedRules } from './prepared-rules.ts';
import type { References } from './references.ts';
import { referencesOf } from './references.ts';
import type { Rule, RoutingFacts } from './rule.ts';

const words = (tr: string) => ({ tr, en: tr });

function topic(code: string, directorate: string, change: Partial<Topic> = {}): Topic {
  return {
    ...{ code, group: code.slice(0, 3), name: words(`Konu ${code}`), directorate, otherDirectorates: [] },
    ...{ owners: ['district'], standard: {}, endsBy: 'work', anonymousAllowed: true, placeRequired: true },
    ...{ publicTopic: true, danger: false, restricted: false, identitySecret: false, questions: [], keywords: [] },
    ...{ active: true, version: 1 },
    ...change,
  } as Topic;
}

const DEPTH = {
  ...{ id: 'depth', type: 'choice' as const, label: words('Ne kadar derin?'), required: false },
  choices: ['shallow', 'deep'].map((value) => ({ value, label: words(value) })),
};
const ON_ROAD = { id: 'on-road', type: 'yes-no-unknown' as const, label: words('Yolun üstünde mi?'), required: false };
const SINCE = { id: 'how-many', type: 'number' as const, label: words('Kaç tane?'), required: false };

const square = (west: number, south: number, size: number) => [
  [west, south],
  [west + size, south],
  [west + size, south + size],
  [west, south + size],
  [west, south],
];

const area = (code: string, change: Partial<Area>): Area => ({
  ...{ code, name: words(`Bölge ${code}`), neighbourhoods: [], shape: null, active: true, version: 1 },
  ...change,
});

export const KEMAL = '00000000-0000-7000-8000-00000000000a';
export const GONE = '00000000-0000-7000-8000-00000000000b';

/** Four neighbourhoods; 4 is closed. Of the units FEN-ESK is closed, of the topics YOL-09, of the directorates KAP. */
export const TOWN: References = referencesOf({
  topics: [
    topic('YOL-01', 'FEN', { questions: [DEPTH, ON_ROAD] }),
    topic('YOL-02', 'FEN', { questions: [ON_ROAD] }),
    topic('YOL-09', 'FEN', { active: false }),
    topic('YOL-16', 'FEN', { owners: ['utility'] }),
    topic('TEM-01', 'TEM', { questions: [SINCE] }),
    topic('PRK-02', 'PRK'),
    topic('KAP-01', 'KAP'),
  ],
  groups: ['YOL', 'TEM', 'PRK', 'KAP'].map((code, position) => ({
    code,
    name: words(code),
    icon: 'question',
    position,
    active: true,
    version: 1,
  })),
  neighbourhoods: [1, 2, 3, 4].map((id) => ({
    ...{ id, name: `Mahalle ${id}`, fullName: `Mahalle ${id}`, shortName: `M${id}`, locative: `Mahalle ${id}’de` },
    ...{ tileCol: id, tileRow: 1, latitude: 41 + id / 100, longitude: 29 + id / 100, active: id !== 4, version: 1 },
  })),
  areas: [
    area('MERKEZ', { neighbourhoods: [1, 2] }),
    area('DERE', { shape: { type: 'Polygon', coordinates: [square(29.025, 41.025, 0.05)] } }),
    area('ESKI', { neighbourhoods: [3], active: false }),
  ],
  directorates: ['FEN', 'TEM', 'PRK', 'ZAB', 'KAP'].map((code) => ({
    ...{ code, name: code, dative: code, nameEn: code, phone: null, active: code !== 'KAP', version: 1 },
  })),
  units: ['FEN-YOL', 'FEN-KAL', 'TEM-SUP', 'FEN-ESK'].map((code) => ({
    ...{ code, directorate: code.slice(0, 3), name: code, nameEn: code, active: code !== 'FEN-ESK', version: 1 },
  })),
  people: [
    { id: KEMAL, active: true, directorate: 'FEN', unit: 'FEN-YOL' },
    { id: GONE, active: false, directorate: 'FEN', unit: null },
  ],
  channels: CHANNELS,
  kinds: REQUEST_KINDS,
});

let drawn = 0;

export function rule(change: Partial<Rule> = {}): Rule {
  drawn += 1;
  return {
    id: `00000000-0000-7000-8000-${String(drawn).padStart(12, '0')}`,
    name: `Kural ${drawn}`,
    when: { topics: ['YOL-01'] },
    to: { directorate: 'ZAB', unit: null, person: null },
    why: { tr: 'Başkanlık oluru.', en: '' },
    ...change,
  };
}

export function prepared(...rules: Rule[]): PreparedRules {
  return prepareRules({ rules, version: 7 }, TOWN);
}

/** A pothole on a weekday morning, told by phone. */
export function facts({
  topic: code = 'YOL-01',
  ...change
}: Partial<Omit<RoutingFacts, 'topic'>> & { topic?: string | null } = {}): RoutingFacts {
  return {
    topic: code === null ? null : TOWN.topics.get(code)!,
    ...{ neighbourhoodId: 1, areas: ['MERKEZ'], road: null, answers: [], officeHours: true, weekday: 1 },
    ...{ day: '2026-02-16', channel: 'phone', kind: 'complaint', danger: false, words: ['yolda', 'cukur', 'var'] },
    ...change,
  };
}
