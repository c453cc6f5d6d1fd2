/** Where somebody begins: the first screen of the rail that is theirs. */
import type { Me } from '../../../contract/staff.ts';
import type { Screen } from './screen.ts';
import { screens } from './screens.ts';

export function startOf(me: Me | null | undefined): Screen {
  const theirs = me ? screens.find((screen) => screen.rail && (screen.for?.(me) ?? true)) : undefined;
  return theirs ?? screens[0]!;
}
