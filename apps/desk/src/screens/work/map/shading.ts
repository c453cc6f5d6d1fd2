/** How dark each neighbourhood is: equal classes with limits that are printed, so that the shade is only a help. Pure. */
import type { MapAnswer } from '../../../../../../contract/finding.ts';
import { valueClasses } from '../../../../../../ui/charts/scale.ts';
import type { ValueClass } from '../../../../../../ui/charts/scale.ts';

export const SHADES = 5;

export interface Shading {
  classes: readonly ValueClass[];
  many: (neighbourhood: number) => number;
  /** From 1, the lightest, to `SHADES`. */
  classOf: (neighbourhood: number) => number;
}

export function shadingOf(counted: MapAnswer['neighbourhoods']): Shading {
  const numbers = new Map(counted.map(({ id, many }) => [id, many]));
  const named = counted.filter(({ id }) => id !== null);
  const classes = valueClasses(Math.max(0, ...named.map(({ many }) => many)), SHADES);
  const many = (neighbourhood: number) => numbers.get(neighbourhood) ?? 0;
  return {
    classes,
    many,
    classOf(neighbourhood) {
      const place = classes.findIndex(({ below }) => many(neighbourhood) < below);
      return (place < 0 ? SHADES - 1 : place) + 1;
    },
  };
}
