/** A published transfer call: its records have the places from `firstSeq` on. */
export interface StagedCall {
  id: string;
  firstSeq: number;
  records: number;
}

/** Some lines of one call, `to` exclusive; line 0 has place `firstSeq` in staged order. */
export interface LineRange {
  callId: string;
  firstSeq: number;
  from: number;
  to: number;
}

/** What one transaction of a job works on: records in staged order, possibly of several calls and with gaps. */
export interface StagedBatch {
  /** Place of the first record. */
  from: number;
  records: number;
  ranges: LineRange[];
}

/** How many places staged order has. */
export function placesOf(calls: readonly StagedCall[]): number {
  const last = calls.at(-1);
  return last ? last.firstSeq + last.records : 0;
}

/** People per transaction of a job. 500 to 1,000 measured best. */
export const BATCH_SIZE = 1000;

/** Builds batches of `size` records from ranges of lines, or of records that weigh so much together. */
export class BatchBuilder {
  readonly #size: number;
  readonly #weightOf: (place: number) => number;
  #open: StagedBatch | undefined;
  #weight = 0;

  /** @param weightOf of the record at a place, above 0 */
  constructor(size: number, weightOf: (place: number) => number = () => 1) {
    this.#size = size;
    this.#weightOf = weightOf;
  }

  /** @returns the batches that are full now */
  add({ callId, firstSeq, from, to }: LineRange): StagedBatch[] {
    const full: StagedBatch[] = [];
    for (let line = from; line < to; ) {
      this.#open ??= { from: firstSeq + line, records: 0, ranges: [] };
      const first = line;
      while (line < to && this.#weight < this.#size) this.#weight += this.#weightOf(firstSeq + line++);
      this.#open.ranges.push({ callId, firstSeq, from: first, to: line });
      this.#open.records += line - first;
      if (this.#weight >= this.#size) full.push(...this.flush());
    }
    return full;
  }

  /** The last batch, which is not full, if there is one. The builder is empty then. */
  flush(): StagedBatch[] {
    const last = this.#open ? [this.#open] : [];
    this.#open = undefined;
    this.#weight = 0;
    return last;
  }
}

/** Cuts staged order into batches of `size`. A thousand calls of one person are one batch, too. */
export function* batchesOf(calls: readonly StagedCall[], size: number): Generator<StagedBatch> {
  const builder = new BatchBuilder(size);
  for (const { id, firstSeq, records } of calls)
    yield* builder.add({ callId: id, firstSeq, from: 0, to: records });
  yield* builder.flush();
}

/** Batches of what is left of staged order without some places; of `size` records, or of that weight (`BatchBuilder`). */
export function* batchesWithout(
  calls: readonly StagedCall[],
  size: number,
  isExcluded: (place: number) => boolean,
  weightOf?: (place: number) => number,
): Generator<StagedBatch> {
  const left = new BatchBuilder(size, weightOf);
  for (const batch of batchesOf(calls, size))
    for (const range of exclude(batch, isExcluded)) yield* left.add(range);
  yield* left.flush();
}

/** The lines of a batch without the places that `isExcluded` names. */
export function exclude({ ranges }: StagedBatch, isExcluded: (place: number) => boolean): LineRange[] {
  const left: LineRange[] = [];
  for (const { callId, firstSeq, ...range } of ranges)
    for (let line = range.from; line < range.to; line += 1) {
      if (isExcluded(firstSeq + line)) continue;
      const last = left.at(-1);
      if (last?.callId === callId && last.to === line) last.to += 1;
      else left.push({ callId, firstSeq, from: line, to: line + 1 });
    }
  return left;
}
