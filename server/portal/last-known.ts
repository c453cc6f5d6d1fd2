import type { House } from '../kernel/house.ts';
import type { Profile } from '../modules/catalogue/door.ts';

/**
 * The municipality as last read. Only for the error page, which must not ask the database that may be the reason for it.
 */
const profiles = new WeakMap<House, Profile>();

export function rememberProfile(house: House, profile: Profile): void {
  profiles.set(house, profile);
}

export function lastKnownProfile(house: House): Profile | undefined {
  return profiles.get(house);
}
