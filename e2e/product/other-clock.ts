/** Loaded into a process of the product before anything else: its clock is CLOCK_AHEAD seconds ahead. */
const aheadMs = Number(process.env.CLOCK_AHEAD) * 1000;
const RealDate = Date;

class OtherDate extends RealDate {
  constructor(...given: unknown[]) {
    if (given.length === 0) super(OtherDate.now());
    else super(...(given as [number]));
  }

  static override now(): number {
    return RealDate.now() + aheadMs;
  }
}

// Next copies only what belongs to the constructor itself.
Object.assign(OtherDate, { UTC: RealDate.UTC, parse: RealDate.parse });
globalThis.Date = OtherDate as DateConstructor;
