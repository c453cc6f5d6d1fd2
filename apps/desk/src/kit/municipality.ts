/** Whose desk this is: name and colour, public like the portal's front page. */
import type { Profile } from '../../../../contract/catalogue.ts';
import { api } from './api.ts';
import { makeStore } from './store.ts';

/** The parts of the profile that the frame shows. */
export type MunicipalityFace = Pick<Profile, 'name' | 'shortName' | 'brand' | 'accent'>;

export const municipality = makeStore<MunicipalityFace | null>(null);

/** The default turquoise of tokens.css until the municipality's own colour is known. */
const DEFAULT_ACCENT = '#0b6e75';

export function accentOf(face: MunicipalityFace | null): string {
  return face !== null && /^#[0-9a-f]{6}$/i.test(face.accent) ? face.accent : DEFAULT_ACCENT;
}

/** Without it the desk works the same, only under its default colour. */
export async function loadMunicipality(): Promise<void> {
  try {
    municipality.set(await api.ask<MunicipalityFace>({ method: 'GET', path: '/api/v1/municipality' }));
  } catch {
    municipality.set(null);
  }
}
