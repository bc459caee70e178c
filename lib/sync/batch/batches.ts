/** A published transfer call: its records stand from `firstSeq` on. */
export interface StagedCall {
  id: string;
  firstSeq: number;
  records: number;
}

/** Some lines of one call, `to` exclusive; line 0 has place `firstSeq` in staged order. */
export interface Part {
  callId: string;
  firstSeq: number;
  from: number;
  to: number;
}

/** A stretch of staged order, possibly over several calls and with gaps: what one batch works on. */
export interface Stretch {
  /** Place of the first record. */
  from: number;
  records: number;
  parts: Part[];
}

/** People per transaction of a job. 500 to 1,000 measured best. */
export const STRETCH = 1000;

/** Gathers parts into stretches of `size` records. */
export class Gathering {
  readonly #size: number;
  #open: Stretch | undefined;

  constructor(size: number) {
    this.#size = size;
  }

  /** @returns the stretches that are full by now */
  add({ callId, firstSeq, from, to }: Part): Stretch[] {
    const full: Stretch[] = [];
    for (let line = from; line < to; ) {
      this.#open ??= { from: firstSeq + line, records: 0, parts: [] };
      const taken = Math.min(to - line, this.#size - this.#open.records);
      this.#open.parts.push({ callId, firstSeq, from: line, to: line + taken });
      this.#open.records += taken;
      line += taken;
      if (this.#open.records === this.#size) full.push(...this.rest());
    }
    return full;
  }

  /** What is left, which is not full; empties the gathering. */
  rest(): Stretch[] {
    const left = this.#open ? [this.#open] : [];
    this.#open = undefined;
    return left;
  }
}

/** Cuts staged order into stretches of `size`, so that a thousand calls of one person are one batch too. */
export function* stretches(calls: readonly StagedCall[], size: number): Generator<Stretch> {
  const gathering = new Gathering(size);
  for (const { id, firstSeq, records } of calls)
    yield* gathering.add({ callId: id, firstSeq, from: 0, to: records });
  yield* gathering.rest();
}

/** The parts of a stretch without those of its places that are gone. */
export function without({ parts }: Stretch, isGone: (place: number) => boolean): Part[] {
  const left: Part[] = [];
  for (const { callId, firstSeq, ...part } of parts)
    for (let line = part.from; line < part.to; line += 1) {
      if (isGone(firstSeq + line)) continue;
      const last = left.at(-1);
      if (last?.callId === callId && last.to === line) last.to += 1;
      else left.push({ callId, firstSeq, from: line, to: line + 1 });
    }
  return left;
}
