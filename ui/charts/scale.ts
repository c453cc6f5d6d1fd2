/** Round numbers for axes and classes. Pure. */

const wholeSteps = [1, 2, 2.5, 5, 10];
const fineSteps = [1, 1.2, 1.5, 1.6, 2, 2.5, 3, 4, 5, 6, 8, 10];

/** Axis marks from 0 to at least `max`, three to six of them, all whole when `max` is at least 5. */
export function axisTicks(max: number): number[] {
  if (max <= 0) return [0, 1];
  const step = roundedUp(max / 4, wholeSteps);
  const count = Math.ceil(max / step - 1e-9);
  return Array.from({ length: count + 1 }, (_, at) => Number((at * step).toPrecision(12)));
}

export interface ValueClass {
  /** First value of the class. */
  readonly from: number;
  /** First value beyond it. */
  readonly below: number;
}

/** Equal classes of a round width, from 0 to above `max`: their limits are printed, so they must be readable numbers. */
export function valueClasses(max: number, count: number): ValueClass[] {
  const width = max <= 0 ? 1 : Math.max(1, roundedUp((max + 1) / count, fineSteps));
  return Array.from({ length: count }, (_, at) => ({
    from: Math.round(at * width),
    below: Math.round((at + 1) * width),
  }));
}

function roundedUp(value: number, steps: readonly number[]): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return steps.find((step) => step * power >= value - 1e-9)! * power;
}
