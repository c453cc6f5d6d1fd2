import type { Openness } from '../../../../../contract/requests.ts';

/** Something that can be done to the request, on its key, in the menu and in the palette. */
export interface Step {
  key: string;
  label: string;
  keys?: string;
  openness: Openness;
  act: () => void;
}
