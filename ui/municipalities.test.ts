import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ALPHABET } from '../text/tracking-number.ts';
import { compare } from '../text/turkish.ts';
import { accentFor } from './accent.ts';

interface Profile {
  id: string;
  accent: string;
  sms: { title: string };
  callCentre: { number: string; printed: string; printedInSource: string };
  spellingCities: Record<string, string>;
  neighbourhoods: {
    key: string;
    name: string;
    fullName: string;
    locative: string;
    shortName: string;
    tile: { col: number; row: number };
    centre: { lat: number; lon: number; approximate: boolean };
    streets: { demo: boolean; names: string[] };
  }[];
}

const load = <T>(path: string): T => JSON.parse(readFileSync(new URL(`../data/${path}`, import.meta.url), 'utf8')) as T;
const profiles = ['umraniye', 'cigli'].map((id) => load<Profile>(`municipalities/${id}.json`));
const digits = (text: string): string => text.replace(/\D/g, '');

describe.each(profiles)('the profile of $id', (profile) => {
  const { neighbourhoods } = profile;

  it('has every neighbourhood once, in Turkish order', () => {
    expect(neighbourhoods).toHaveLength(profile.id === 'umraniye' ? 37 : 26);
    expect(new Set(neighbourhoods.map(({ key }) => key)).size).toBe(neighbourhoods.length);
    const names = neighbourhoods.map(({ name }) => name);
    expect(names).toEqual([...names].sort(compare));
    for (const { key } of neighbourhoods) expect(key).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  it('stores the forms no program may glue together', () => {
    for (const { name, fullName, locative, shortName } of neighbourhoods) {
      expect(fullName.startsWith(name)).toBe(true);
      expect(fullName.endsWith('Mahallesi') ? `${fullName}'nde` : `${fullName}'de`).toBe(locative);
      expect([...shortName].length).toBeLessThanOrEqual(10);
    }
  });

  it('gives every neighbourhood its own tile, a centre marked approximate and streets marked invented', () => {
    const cells = neighbourhoods.map(({ tile }) => `${tile.col}/${tile.row}`);
    expect(new Set(cells).size).toBe(cells.length);
    for (const { centre, streets } of neighbourhoods) {
      expect(centre.approximate).toBe(true);
      expect(streets.demo).toBe(true);
      expect(streets.names.length).toBeGreaterThanOrEqual(5);
      expect(new Set(streets.names).size).toBe(streets.names.length);
    }
  });

  it('can be called, told by SMS and read aloud', () => {
    expect(digits(profile.callCentre.printed)).toBe(profile.callCentre.number);
    expect(digits(profile.callCentre.printedInSource)).toBe(profile.callCentre.number);
    expect(profile.sms.title).toMatch(/^[A-Z][A-Z ]{1,9}[A-Z]$/);
    const letters = [...ALPHABET].filter((sign) => /[A-Z]/.test(sign));
    expect(Object.keys(profile.spellingCities).sort()).toEqual(letters.sort());
    for (const [letter, city] of Object.entries(profile.spellingCities)) expect(city.startsWith(letter)).toBe(true);
  });
});

it('the two profiles look different', () => {
  const [one, other] = profiles.map(({ accent }) => accentFor(accent).light);
  expect(one).not.toBe(other);
});

it('Çiğli has a numbered street, which is legal and breaks naive house-number parsers', () => {
  expect(profiles[1]!.neighbourhoods.flatMap(({ streets }) => streets.names)).toContain('8001/1 Sokak');
});

describe('the published figures', () => {
  type Items = { items: { key: string; records: number; received: number; concluded: number; documents: number }[] };
  const umraniye =
    load<Record<'channels' | 'topics' | 'neighbourhoods' | 'social', Items>>('sources/umraniye-2022.json');
  const cigli = load<{ channels: Items }>('sources/cigli-2025.json');
  const sum = ({ items }: Items, of: 'records' | 'received' | 'concluded' | 'documents'): number =>
    items.reduce((total, item) => total + item[of], 0);

  it('of Ümraniye 2022 add up to what the document adds up to', () => {
    expect(sum(umraniye.channels, 'records')).toBe(109_796);
    expect(sum(umraniye.neighbourhoods, 'records')).toBe(104_079);
    expect(sum(umraniye.topics, 'records')).toBe(49_280);
    expect(sum(umraniye.social, 'documents')).toBe(56_769);
  });

  it('of Ümraniye name the neighbourhoods of the profile', () => {
    const published = umraniye.neighbourhoods.items.map(({ key }) => key).sort();
    expect(published).toEqual(profiles[0]!.neighbourhoods.map(({ key }) => key).sort());
  });

  it('of Çiğli 2025 add up to 8.838 received and 7.900 concluded on the channels with figures', () => {
    expect(sum(cigli.channels, 'received')).toBe(8_838);
    expect(sum(cigli.channels, 'concluded')).toBe(7_900);
  });
});
