/** What a screen is to the shell: an address, its code (loaded when first opened), and optionally a place on the rail and in the palette. */
import type { ComponentType } from 'react';
import type { Me } from '../../../contract/staff.ts';

export interface Words {
  tr: string;
  en: string;
}

export interface Screen {
  /** Under /personel: '/isler/$id'. */
  path: string;
  /** `() => import('./screens/…/….tsx').then((module) => module.Name)`. */
  load: () => Promise<ComponentType>;
  title: Words;
  /** Who is offered it; left out: everybody signed in. The server asks again. */
  for?: (me: Me) => boolean;
  /** A place on the rail (at most six); the icon is one of the shell's own. */
  rail?: {
    icon: RailIcon;
    label: Words;
    /** A number beside the word, as a hook: undefined or 0 shows none. */
    useCount?: () => number | undefined;
  };
  /** Reached from the palette, with more words it is found by; `keys` as for useShortcut ('G B'). */
  palette?: { words?: string; keys?: string };
}

export type RailIcon =
  'work' | 'phone' | 'figures' | 'messages' | 'administration' | 'audit' | 'approvals' | 'conversations' | 'map';

/** The address without its optional parts: where the rail and the palette lead. */
export function addressOf({ path }: Pick<Screen, 'path'>): string {
  return path.replace(/\/\{-.*$/, '');
}
