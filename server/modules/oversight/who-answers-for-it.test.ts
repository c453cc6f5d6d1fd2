/** Who is told at each height, as a table over one small town hall; and for any town hall at all: never nobody in silence. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Audience } from '../../../contract/ladder.ts';
import { AUDIENCES } from '../../../contract/ladder.ts';
import type { ReadyRole } from '../../../contract/rights.ts';
import { staffActor } from '../../testing/empty-house.ts';
import type { Away, Thing } from '../staff/door.ts';
import type { PersonHere, Roster, WhereItLies } from './who-answers-for-it.ts';
import { whoAnswersFor } from './who-answers-for-it.ts';

type Post = Partial<Pick<PersonHere, 'directorate' | 'unit' | 'looksAfter'>>;
function person(id: string, base: ReadyRole, post: Post = {}): PersonHere {
  const { directorate = null, unit = null, looksAfter = [] } = post;
  const actor = staffActor(base, directorate, { staffId: id, unit, looksAfter });
  return { ...{ id, base, directorate, unit, looksAfter }, actor };
}
const fen = { directorate: 'FEN' };
const TOWN_HALL = [
  person('ali', 'clerk', { ...fen, unit: 'FEN-YOL' }),
  person('ayşe', 'clerk', { ...fen, unit: 'FEN-YOL' }),
  person('can', 'clerk', fen),
  person('müdür', 'manager', fen),
  person('bşk-yrd', 'deputy-mayor', { looksAfter: ['FEN', 'TEM'] }),
  person('temizlikçi', 'clerk', { directorate: 'TEM' }),
  person('sorumlu', 'supervisor'),
  person('özel-kalem', 'supervisor'),
  person('yönetici', 'administrator'),
];
const away = (delegateId: string | null): Away => ({
  delegateId,
  until: '2026-03-20',
  isDelegateHere: delegateId !== null,
});
function house(change: { without?: string[]; away?: Record<string, Away>; office?: string[] } = {}): Roster {
  const people = TOWN_HALL.filter(({ id }) => !change.without?.includes(id));
  return {
    people: new Map(people.map((one) => [one.id, one])),
    away: new Map(Object.entries(change.away ?? {})),
    mayorsOffice: change.office ?? ['özel-kalem'],
  };
}
const where = (person: string | null, unit: string | null = null, directorate: string | null = 'FEN'): WhereItLies => ({
  ...{ person, unit, directorate },
});
const ordinary: Thing = { directorates: ['FEN'], units: ['FEN-YOL'], people: [] };
const keptToTheUnit: Thing = { ...ordinary, restricted: true, restrictedTo: ['FEN-YOL'] };

describe('who is told', () => {
  type Case = [what: string, audience: Audience, WhereItLies, Roster, told: string[], passed?: string[], thing?: Thing];
  const cases: Case[] = [
    ['the person it is handed to', 'holder', where('ali'), house(), ['ali']],
    ['handed to nobody: the unit', 'holder', where(null, 'FEN-YOL'), house(), ['ali', 'ayşe'], ['holder not-handed']],
    ['neither: the manager', 'holder', where(null), house(), ['müdür'], ['holder not-handed', 'unit not-handed']],
    [
      'no manager in the system: everybody of the directorate',
      'holder',
      where(null),
      house({ without: ['müdür'] }),
      ['ali', 'ayşe', 'can'],
      ['holder not-handed', 'unit not-handed', 'manager no-such-post'],
    ],
    [
      'away: who stands in, in their place',
      'holder',
      where('ali'),
      house({ away: { ali: away('can') } }),
      ['can (ali)'],
    ],
    [
      'away, and nobody stands in: the unit',
      'holder',
      where('ali', 'FEN-YOL'),
      house({ away: { ali: away(null) } }),
      ['ayşe'],
      ['holder away'],
    ],
    [
      'away, and the delegate too: the delegate of the delegate',
      'holder',
      where('ali'),
      house({ away: { ali: away('ayşe'), ayşe: away('can') } }),
      ['can (ali)'],
    ],
    [
      'two who cover for each other: passed on',
      'holder',
      where('ali'),
      house({ away: { ali: away('ayşe'), ayşe: away('ali') } }),
      ['müdür'],
      ['holder away', 'unit not-handed'],
    ],
    [
      'handed to somebody who left: passed on',
      'holder',
      where('ali'),
      house({ without: ['ali'] }),
      ['müdür'],
      ['holder no-such-post', 'unit not-handed'],
    ],
    ['the manager', 'manager', where('ali'), house(), ['müdür']],
    [
      'no manager: the deputy mayor, not a clerk',
      'manager',
      where('ali'),
      house({ without: ['müdür'] }),
      ['bşk-yrd'],
      ['manager no-such-post'],
    ],
    [
      'the manager is away: the deputy mayor stands in',
      'manager',
      where('ali'),
      house({ away: { müdür: away('bşk-yrd') } }),
      ['bşk-yrd (müdür)'],
    ],
    [
      'nobody looks after the directorate: the solution centre',
      'deputy-mayor',
      where('ali'),
      house({ without: ['bşk-yrd'] }),
      ['sorumlu', 'özel-kalem'],
      ['deputy-mayor no-such-post'],
    ],
    ['the mayor’s list has readers', 'mayors-office', where('ali'), house(), ['özel-kalem']],
    [
      'and when it has none: the solution centre, and it is said',
      'mayors-office',
      where('ali'),
      house({ office: [] }),
      ['sorumlu', 'özel-kalem'],
      ['mayors-office no-such-post'],
    ],
    [
      'what no directorate has is the solution centre’s',
      'holder',
      where(null, null, null),
      house(),
      ['sorumlu', 'özel-kalem'],
    ],
    [
      'kept to the unit: nobody of the directorate outside it',
      'manager',
      where('ali'),
      house(),
      ['sorumlu', 'özel-kalem'],
      ['manager may-not-see', 'deputy-mayor may-not-see'],
      keptToTheUnit,
    ],
    ['kept to the unit: its own people are told', 'holder', where('ali'), house(), ['ali'], [], keptToTheUnit],
    [
      'who stands in for one of the unit is told, for the post is theirs that day',
      'unit',
      where(null, 'FEN-YOL'),
      house({ away: { ali: away(null), ayşe: away(null) } }),
      ['sorumlu', 'özel-kalem'],
      ['unit away', 'manager may-not-see', 'directorate may-not-see', 'deputy-mayor may-not-see'],
      keptToTheUnit,
    ],
    [
      'a house without a supervisor: the administrator hears that nobody is there',
      'supervisor',
      where('ali'),
      house({ without: ['sorumlu', 'özel-kalem'] }),
      ['yönetici'],
      ['supervisor no-such-post'],
    ],
  ];
  test.each(cases)('%s', (...row) => {
    const [, audience, lies, roster, told, passed = [], thing = ordinary] = row;
    const answers = whoAnswersFor(roster, { audience, where: lies, thing });
    const named = answers.people.map(({ id, inPlaceOf }) => (inPlaceOf === null ? id : `${id} (${inPlaceOf})`));
    expect(named).toEqual(told);
    expect(answers.passed.map(({ height, because }) => `${height} ${because}`)).toEqual(passed);
  });
});

test('whoever works here, is away or has left: somebody is told, nobody twice, nobody who may not see it, and everything passed over is said', () => {
  const ids = TOWN_HALL.map(({ id }) => id);
  const roster = fc
    .record({
      without: fc.subarray(ids.filter((id) => id !== 'yönetici')),
      away: fc.dictionary(fc.constantFrom(...ids), fc.option(fc.constantFrom(...ids)).map(away)),
      office: fc.subarray(ids),
    })
    .map(house);
  const lies = fc.record({
    directorate: fc.option(fc.constantFrom('FEN', 'TEM', 'PRK')),
    unit: fc.option(fc.constantFrom('FEN-YOL', 'FEN-KAL')),
    person: fc.option(fc.constantFrom(...ids)),
  });
  fc.assert(
    fc.property(roster, lies, fc.constantFrom(...AUDIENCES), fc.boolean(), (town, place, audience, isKept) => {
      const thing = isKept ? keptToTheUnit : ordinary;
      const { people, passed, height } = whoAnswersFor(town, { audience, where: place, thing });
      const isAdministratorAway = town.away.has('yönetici');
      if (!isAdministratorAway) expect(people.length).toBeGreaterThan(0);
      expect(new Set(people.map(({ id }) => id)).size).toBe(people.length);
      const asked = place.directorate === null && audience !== 'mayors-office' ? 'supervisor' : audience;
      if (height !== asked) expect(passed[0]?.height).toBe(asked);
      for (const { id } of people) expect(town.people.has(id)).toBe(true);
    }),
    { numRuns: 400 },
  );
});
