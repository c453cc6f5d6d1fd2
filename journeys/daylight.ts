/**
 * Preloaded into a house that is opened at night: moves its clock on to the next morning. Nobody is told of a conclusion at night
 * (quiet hours), so a journey begun then would wait for its second SMS until eight.
 */
const ahead = Number(process.env.JOURNEY_CLOCK_AHEAD_MS);
const RealDate = Date;

globalThis.Date = class extends RealDate {
  constructor(...given: [] | [number]) {
    if (given.length === 0) super(RealDate.now() + ahead);
    else super(...given);
  }

  static override now(): number {
    return RealDate.now() + ahead;
  }
} as DateConstructor;
