/**
 * A municipality's list of streets, as its GIS or a spreadsheet gives it: what each line means and what is wrong with it. Pure.
 * Columns are known by their heading, in Turkish or English, in any order: neighbourhood, street, whose road it is, on what that stands.
 */
import type { StreetFileFault } from '../../../contract/places.ts';
import { readCsv } from '../../../text/csv.ts';
import { normaliseInput, words } from '../../../text/turkish.ts';
import type { Neighbourhood, RegisteredStreet, RoadAuthority } from './neighbourhood.ts';
import { streetKey } from './street-key.ts';

export interface StreetLine {
  line: number;
  neighbourhoodId: number;
  name: string;
  /** Undefined: the file says nothing of it, and what is known stays. */
  authority: { roadAuthority: RoadAuthority; authoritySource: string } | undefined;
}

export interface ReadStreets {
  streets: StreetLine[];
  faults: StreetFileFault[];
  lines: number;
}

const HEADINGS = {
  neighbourhood: ['mahalle', 'mahalle adi', 'neighbourhood', 'neighborhood'],
  street: ['sokak', 'cadde sokak', 'sokak adi', 'csbm', 'csbm adi', 'yol', 'street'],
  authority: ['yetki', 'yol yetkisi', 'sorumlu', 'authority', 'road authority'],
  source: ['kaynak', 'dayanak', 'karar', 'source'],
} as const;
type Column = keyof typeof HEADINGS;

const DISTRICT = ['ilce', 'district', 'ilce belediyesi'];
const METROPOLITAN = ['buyuksehir', 'bsb', 'metropolitan', 'buyuksehir belediyesi', 'ibb', 'izbb'];
const LONGEST_NAME = 120;

/** Without a heading for neighbourhood and street nothing can be read: `faults` then says which is missing, on line 1. */
export function readStreetFile(text: string, neighbourhoods: readonly Neighbourhood[]): ReadStreets {
  const [head, ...body] = readCsv(text);
  const columns = columnsOf(head?.cells ?? []);
  const faults: StreetFileFault[] = [];
  const first = (head?.cells ?? []).join(' · ').slice(0, 100);
  if (columns.neighbourhood === undefined) faults.push({ line: 1, problem: 'neighbourhood-missing', found: first });
  if (columns.street === undefined) faults.push({ line: 1, problem: 'street-missing', found: first });
  if (faults.length > 0) return { streets: [], faults, lines: body.length };
  const known = namesOf(neighbourhoods);
  const seen = new Set<string>();
  const streets: StreetLine[] = [];
  for (const { line, cells } of body) {
    const read = readLine((column) => normaliseInput(cells[columns[column] ?? -1] ?? ''), known);
    if ('problem' in read) faults.push({ line, ...read });
    else if (seen.has(keyOf(read))) faults.push({ line, problem: 'twice', found: read.name });
    else {
      seen.add(keyOf(read));
      streets.push({ line, ...read });
    }
  }
  return { streets, faults, lines: body.length };
}

function columnsOf(heads: readonly string[]): Partial<Record<Column, number>> {
  const found: Partial<Record<Column, number>> = {};
  for (const [place, head] of heads.entries()) {
    const said = words(head).join(' ');
    for (const column of Object.keys(HEADINGS) as Column[]) {
      if ((HEADINGS[column] as readonly string[]).includes(said)) found[column] ??= place;
    }
  }
  return found;
}

function namesOf(neighbourhoods: readonly Neighbourhood[]): Map<string, number> {
  const names = new Map<string, number>();
  for (const { id, name, fullName } of neighbourhoods) {
    for (const said of [name, fullName, `${name} mahallesi`, `${name} mah`]) names.set(words(said).join(' '), id);
  }
  return names;
}

type Line = Omit<StreetLine, 'line'>;

function readLine(cell: (column: Column) => string, known: Map<string, number>): Line | Omit<StreetFileFault, 'line'> {
  const [place, name] = [cell('neighbourhood'), cell('street')];
  const neighbourhoodId = known.get(words(place).join(' '));
  if (neighbourhoodId === undefined)
    return { problem: place === '' ? 'neighbourhood-missing' : 'neighbourhood-unknown', found: place };
  if (name === '') return { problem: 'street-missing', found: place };
  if (name.length > LONGEST_NAME) return { problem: 'street-too-long', found: name.slice(0, LONGEST_NAME) };
  const said = words(cell('authority')).join(' ');
  if (said === '') return { neighbourhoodId, name, authority: undefined };
  const roadAuthority = DISTRICT.includes(said) ? 'district' : METROPOLITAN.includes(said) ? 'metropolitan' : null;
  if (roadAuthority === null) return { problem: 'authority-unknown', found: cell('authority').slice(0, 100) };
  const authoritySource = cell('source').slice(0, 200);
  if (authoritySource === '') return { problem: 'source-missing', found: name };
  return { neighbourhoodId, name, authority: { roadAuthority, authoritySource } };
}

/** Two spellings of one street in one file are the same street twice. */
function keyOf({ neighbourhoodId, name }: Pick<StreetLine, 'neighbourhoodId' | 'name'>): string {
  return `${neighbourhoodId} ${streetKey(name)}`;
}

export interface StreetPlan {
  line: number;
  /** Null: the street is new. */
  before: RegisteredStreet | null;
  after: Omit<RegisteredStreet, 'id' | 'version'>;
}

const UNSAID = { roadAuthority: null, authoritySource: null };

/** What a read file changes of the streets that are there; lines that change nothing are left out. A street is known by its key. */
export function planStreets(lines: readonly StreetLine[], there: readonly RegisteredStreet[]): StreetPlan[] {
  const byKey = new Map(there.map((street) => [keyOf(street), street]));
  return lines.flatMap(({ line, neighbourhoodId, name, authority }): StreetPlan[] => {
    const before = byKey.get(keyOf({ neighbourhoodId, name })) ?? null;
    if (before === null)
      return [{ line, before, after: { neighbourhoodId, name, ...(authority ?? UNSAID), active: true } }];
    const { id: _id, version: _version, ...now } = before;
    const after = { ...now, ...authority, active: true };
    return isSame(before, after) ? [] : [{ line, before, after }];
  });
}

function isSame(before: RegisteredStreet, after: StreetPlan['after']): boolean {
  return (
    before.active === after.active &&
    before.roadAuthority === after.roadAuthority &&
    before.authoritySource === after.authoritySource
  );
}
