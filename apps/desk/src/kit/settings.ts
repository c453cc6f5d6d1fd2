/**
 * How this person likes the desk: kept in the browser for the first paint and on the server (preferences) so that it follows them
 * to another computer. No personal data.
 */
import type { Language } from '../../../../text/language.ts';
import { makeStore, useStore } from './store.ts';

export interface Settings {
  language: Language;
  theme: 'system' | 'light' | 'dark';
  density: 'normal' | 'dense';
  /** Shortcuts of a single key; WCAG 2.1.4 asks for a way to switch them off. */
  singleKeys: boolean;
}

const KEY = 'hemsehri-desk-settings';
const FIRST: Settings = { language: 'tr', theme: 'system', density: 'normal', singleKeys: true };

export const settings = makeStore<Settings>(FIRST);

export function useSettings(): Settings {
  return useStore(settings);
}

export function changeSettings(change: Partial<Settings>): void {
  settings.set({ ...settings.get(), ...change });
  applyToPage(settings.get());
  try {
    localStorage.setItem(KEY, JSON.stringify(settings.get()));
  } catch {
    // A browser that keeps nothing (private window, full disk) still works until it is closed.
  }
}

/** Before the first paint, so that the page never flashes in another colour. */
export function restoreSettings(): void {
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Settings>;
    settings.set({ ...FIRST, ...kept });
  } catch {
    settings.set(FIRST);
  }
  applyToPage(settings.get());
}

function applyToPage({ theme, language, density }: Settings): void {
  const page = document.documentElement;
  if (theme === 'system') delete page.dataset.theme;
  else page.dataset.theme = theme;
  page.dataset.density = density;
  page.lang = language;
}
