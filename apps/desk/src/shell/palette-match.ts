/** Which commands a typed text means. Folds Turkish, so `cop` finds `Çöp`; every typed word must begin a word of the command. */
import { words } from '../../../../text/turkish.ts';
import type { Command } from '../kit/commands.ts';

/** Best first: the title begins with it, then a word of the title does, then another word; equal ones keep their order. */
export function matchCommands(commands: readonly Command[], typed: string): Command[] {
  const wanted = words(typed);
  if (wanted.length === 0) return [...commands];
  const ranked = commands.map((command) => ({ command, rank: rankOf(command, wanted) }));
  return ranked
    .filter(({ rank }) => rank > 0)
    .sort((left, right) => right.rank - left.rank)
    .map(({ command }) => command);
}

function rankOf(command: Command, wanted: readonly string[]): number {
  const title = words(command.title);
  const all = [...title, ...words(command.words ?? '')];
  if (!wanted.every((word) => all.some((each) => each.startsWith(word)))) return 0;
  if (title.join(' ').startsWith(wanted.join(' '))) return 3;
  return wanted.every((word) => title.some((each) => each.startsWith(word))) ? 2 : 1;
}
