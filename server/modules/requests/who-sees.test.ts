import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { RIGHTS, SCOPES } from '../../../contract/rights.ts';
import type { Hat, StaffActor } from '../../kernel/actor.ts';
import type { Thing } from '../staff/door.ts';
import { may, readyRights } from '../staff/door.ts';
import { listRights } from './reader.ts';
import { marksOfCase, marksOfReader } from './who-sees.ts';

const DIRECTORATES = ['FEN', 'TEM', 'KAD'];
const UNITS = ['FEN-YOL', 'TEM-A', 'KAD-B'];
const PEOPLE = ['one', 'two', 'three'];

const thing: fc.Arbitrary<Thing> = fc.record({
  directorates: fc.subarray(DIRECTORATES),
  units: fc.subarray(UNITS),
  people: fc.subarray(PEOPLE),
  restricted: fc.boolean(),
  restrictedTo: fc.subarray([...DIRECTORATES, ...UNITS]),
});

const scope = fc.constantFrom(...SCOPES);
const hat: fc.Arbitrary<Hat> = fc
  .record({
    staffId: fc.constantFrom(...PEOPLE),
    directorates: fc.subarray(DIRECTORATES),
    unit: fc.option(fc.constantFrom(...UNITS)),
    ordinary: scope,
    restricted: scope,
  })
  .map(({ ordinary, restricted, ...post }) => ({
    ...post,
    role: 'clerk',
    base: 'clerk',
    rights: { ...readyRights('clerk'), 'request-list': { ordinary, restricted } },
  }));

const actor: fc.Arbitrary<StaffActor> = fc.tuple(hat, fc.array(hat, { maxLength: 2 })).map(([own, lent]) => ({
  ...{ kind: 'staff', id: own.staffId, name: 'Deneme', role: 'clerk', directorate: null, unit: null },
  hats: [own, ...lent],
}));

function sees(reader: StaffActor, each: Thing): boolean {
  try {
    const marks = marksOfReader(listRights(reader).sights);
    return marks === null || marksOfCase(each).some((mark) => marks.includes(mark));
  } catch {
    return false;
  }
}

describe('the marks of who sees what', () => {
  test('say the same as the table of rights, whoever reads and whatever lies there', () => {
    fc.assert(
      fc.property(actor, thing, (reader, given) => {
        // Only a restricted one is kept to somebody.
        const each = given.restricted ? given : { ...given, restrictedTo: [] };
        expect(sees(reader, each)).toBe(may(reader, 'request-list', each));
      }),
      { numRuns: 3_000 },
    );
  });

  test('are known for every right', () => {
    expect(RIGHTS).toContain('request-list');
    expect(marksOfCase({ directorates: ['FEN'], restricted: true, restrictedTo: ['FEN-YOL'] })).toEqual([
      'r',
      'rDFEN/FEN-YOL',
    ]);
  });
});
