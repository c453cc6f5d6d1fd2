/** Whose road a street is, found by any spelling of its name. Pure: made once of the register, asked for every request. */
import type { RegisteredStreet, RoadAuthority } from './neighbourhood.ts';
import { bareStreetKey, streetKey } from './street-key.ts';

export interface StreetBook {
  /** Null: nobody has said, or no street of that name is known there, or several are that are not the same authority's. */
  authorityOf(neighbourhoodId: number | null, street: string | null): RoadAuthority | null;
}

export function makeStreetBook(streets: readonly RegisteredStreet[]): StreetBook {
  const whole = new Map<string, RoadAuthority | null>();
  const bare = new Map<string, RoadAuthority | null>();
  for (const { neighbourhoodId, name, roadAuthority, active } of streets) {
    if (!active) continue;
    const key = streetKey(name);
    note(whole, `${neighbourhoodId} ${key}`, roadAuthority);
    const short = bareStreetKey(key);
    if (short !== null) note(bare, `${neighbourhoodId} ${short}`, roadAuthority);
  }
  return {
    authorityOf(neighbourhoodId, street) {
      if (neighbourhoodId === null || street === null) return null;
      const key = `${neighbourhoodId} ${streetKey(street)}`;
      return whole.get(key) ?? bare.get(key) ?? null;
    },
  };
}

/** Two streets that answer to one name and differ in authority answer with none: a guess would send a crew to the wrong road. */
function note(book: Map<string, RoadAuthority | null>, key: string, authority: RoadAuthority | null): void {
  const known = book.get(key);
  book.set(key, known === undefined || known === authority ? authority : null);
}
