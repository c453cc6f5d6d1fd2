import { describe, expect, test } from 'vitest';
import type { Neighbourhood, RegisteredStreet } from './neighbourhood.ts';
import { makeStreetBook } from './street-book.ts';
import { planStreets, readStreetFile } from './street-file.ts';
import { streetKey } from './street-key.ts';

test.each([
  ['Petrol Yolu Caddesi', 'PETROL YOLU CAD.'],
  ['Petrol Yolu Caddesi', 'petrol yolu cd'],
  ['Söyleşi Sokak', 'soylesi sok.'],
  ['Söyleşi Sokağı', 'Söyleşi Sk'],
  ['8001/1 Sokak', '8001/1 Sok.'],
  ['Alemdağ Bulvarı', 'Alemdağ Blv.'],
])('%s and %s are one street', (left, right) => expect(streetKey(left)).toBe(streetKey(right)));
test.each([
  ['8001/1 Sokak', '80011 Sokak'],
  ['Lale Sokak', 'Lale Caddesi'],
  ['Meydan Caddesi', 'Cadde Meydanı'],
  ['Sokak', 'Cadde'],
])('%s and %s are two', (left, right) => expect(streetKey(left)).not.toBe(streetKey(right)));

const street = (name: string, roadAuthority: RegisteredStreet['roadAuthority'], change = {}): RegisteredStreet => ({
  ...{ id: 1, neighbourhoodId: 1, name, roadAuthority, active: true, version: 1 },
  authoritySource: roadAuthority && 'Meclis kararı',
  ...change,
});

describe('whose road it is', () => {
  const book = makeStreetBook([
    street('Alemdağ Caddesi', 'metropolitan'),
    street('Lale Sokak', 'district'),
    street('Lale Caddesi', 'metropolitan'),
    street('Gül Sokak', null),
    street('Eski Sokak', 'district', { active: false }),
  ]);
  test.each([
    [1, 'ALEMDAĞ CD.', 'metropolitan'],
    [1, 'Alemdağ', 'metropolitan'],
    [1, 'lale sk', 'district'],
    // Two streets answer to the bare name and are not the same authority's.
    [1, 'Lale', null],
    [1, 'Gül Sokak', null],
    [1, 'Eski Sokak', null],
    [2, 'Alemdağ Caddesi', null],
    [null, 'Alemdağ Caddesi', null],
    [1, null, null],
  ])('in %s, %s: %s', (neighbourhood, typed, expected) =>
    expect(book.authorityOf(neighbourhood, typed)).toBe(expected),
  );
});

describe('a file of streets', () => {
  const neighbourhoods = [
    { id: 1, name: 'Ihlamurkuyu', fullName: 'Ihlamurkuyu Mahallesi' },
    { id: 2, name: 'Yeni', fullName: 'Yeni Mahalle' },
  ] as Neighbourhood[];
  const read = (...lines: string[]) => readStreetFile(lines.join('\r\n'), neighbourhoods);

  test('is read with a Turkish spreadsheet’s signs, its columns in any order', () => {
    const { streets, faults } = read(
      '\ufeffSokak;Yetki;Kaynak;MAHALLE',
      'Lale Sokak;ilçe;12.03.2024/45 sayılı karar;IHLAMURKUYU MAH.',
      '"Petrol Yolu Caddesi";Büyükşehir;UKOME 2023/7;Yeni Mahalle',
      'Gül Sokak;;;ıhlamurkuyu',
    );
    expect(faults).toEqual([]);
    expect(streets.map(({ name, neighbourhoodId, authority }) => [name, neighbourhoodId, authority])).toEqual([
      ['Lale Sokak', 1, { roadAuthority: 'district', authoritySource: '12.03.2024/45 sayılı karar' }],
      ['Petrol Yolu Caddesi', 2, { roadAuthority: 'metropolitan', authoritySource: 'UKOME 2023/7' }],
      ['Gül Sokak', 1, undefined],
    ]);
  });

  test('says of each faulty line what is wrong and what stands there', () => {
    const { streets, faults } = read(
      'mahalle,sokak,yetki,kaynak',
      'Uydurma,Lale Sokak,ilçe,karar',
      'Yeni,,ilçe,karar',
      ',Lale Sokak,ilçe,karar',
      'Yeni,Lale Sokak,karayolları,karar',
      'Yeni,Lale Sokak,ilçe,',
      'Yeni,Lale Sk.,ilçe,karar',
      'Yeni,LALE SOKAK,ilçe,karar',
    );
    expect(streets).toHaveLength(1);
    expect(faults).toEqual([
      { line: 2, problem: 'neighbourhood-unknown', found: 'Uydurma' },
      { line: 3, problem: 'street-missing', found: 'Yeni' },
      { line: 4, problem: 'neighbourhood-missing', found: '' },
      { line: 5, problem: 'authority-unknown', found: 'karayolları' },
      { line: 6, problem: 'source-missing', found: 'Lale Sokak' },
      { line: 8, problem: 'twice', found: 'LALE SOKAK' },
    ]);
  });

  test('without its headings is not guessed at', () => {
    expect(read('Yeni;Lale Sokak', 'Yeni;Gül Sokak').faults.map(({ line, problem }) => [line, problem])).toEqual([
      [1, 'neighbourhood-missing'],
      [1, 'street-missing'],
    ]);
    expect(read('').faults).toHaveLength(2);
  });

  test('changes only what it says: a street keeps its name and an authority the file is silent on', () => {
    const { streets } = read('mahalle;sokak;yetki;kaynak', 'Yeni;lale sk;büyükşehir;UKOME', 'Yeni;Gül Sokak;;', 'Yeni;Su Sokak;;'); // prettier-ignore
    const plans = planStreets(streets, [
      street('Lale Sokak', 'district', { neighbourhoodId: 2 }),
      street('Gül Sokak', 'district', { id: 2, neighbourhoodId: 2 }),
    ]);
    expect(plans.map(({ before, after }) => [before?.name ?? null, after.name, after.roadAuthority])).toEqual([
      ['Lale Sokak', 'Lale Sokak', 'metropolitan'],
      [null, 'Su Sokak', null],
    ]);
  });
});
