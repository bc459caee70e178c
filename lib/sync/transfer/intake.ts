import type { ReferenceValues } from '../../change/campus-state.ts';
import { todayOf } from '../../change/plan/new-batch.ts';
import { referenceErrors } from '../../change/plan/references.ts';
import { Breather } from '../../concurrency/breather.ts';
import type { Context } from '../../context.ts';
import type { FieldError, Warning } from '../../failure.ts';
import type { ValueMap } from '../../record/map-values.ts';
import type { SealFor } from '../../record/parse.ts';
import { ownValueMap } from '../../value-mapping/own-value-map.ts';
import { DuplicateCheck, sentTwice } from './duplicate-check.ts';
import { KnownRecords, type KnownStaff, type Reading } from './known-records.ts';
import type { CallPlaces, OpenCall } from './open-call.ts';
import { jsonOf, numberOf, placed, type ReadRecord, SentReader } from './read-sent.ts';
import { ReferenceCache } from './reference-cache.ts';
import type { FaultyRecord, SentRecord, ValidRecord } from './sent-record.ts';
import { SentValues } from './sent-values.ts';
import { newTitles } from './staged-form.ts';
import { moreWarnings } from './texts.ts';

export interface IntakeCall extends CallPlaces {
  /** Whether a repeated number is an error of the later record. Otherwise the caller sets aside all records with it. */
  refuseRepeated: boolean;
  /** Where records that are known are staged, without being read. Without it each is read. */
  staging?: OpenCall;
  /** For records that are only checked: what becomes of their SSNs. */
  seal?: SealFor;
}

interface Known {
  index: number;
  sent: SentRecord;
  known: KnownStaff;
  errors: FieldError[];
}

/** Records of a call, one after another, and what is known of each. */
interface Batch {
  /** Undefined once they are read. */
  sent: (SentRecord | undefined)[];
  known: Promise<(KnownStaff | Buffer | undefined)[]>;
}

/** Records that are looked for together. */
const BATCH_ROWS = 2_000;
/** Of long lines fewer: a line has up to 1 MiB. */
const BATCH_BYTES = 4 * 1024 * 1024;
/** Records that are read before their codes are looked up together. Known ones need none of that. */
const READ_ROWS = 200;
/** Errors that are in memory before a call that has too many is given up: a record has up to a thousand. */
const BATCH_ERRORS = 5_000;
/** Numbers that are compared in memory, invalid records' too. Further ones are compared once they are staged. */
export const NUMBERS_KEPT = 10_000;
const MAX_WARNINGS = 1_000;

/** The records of one call on their way into the staging: read, checked by the rules and against the codes of Campus. */
export class Intake {
  readonly warnings: Warning[] = [];
  /** Records, not people. */
  received = 0;
  /** Whether a number was sent more than once, as far as `NUMBERS_KEPT` can tell. */
  hasRepeated = false;
  /** The values that are no codes of Campus. */
  readonly values = new SentValues();
  #map: ValueMap | undefined;
  #knownRecords: KnownRecords | undefined;
  #moreWarnings = 0;
  readonly #breather = new Breather();
  readonly #numbers: DuplicateCheck;
  readonly #reference: ReferenceCache;
  readonly #ctx: Context;
  readonly #today: string;
  readonly #call: IntakeCall;
  /** Called with the records that can't be staged, batch by batch. */
  readonly #onFaulty: (faulty: FaultyRecord[]) => Promise<void>;

  constructor(ctx: Context, call: IntakeCall, onFaulty: (faulty: FaultyRecord[]) => Promise<void>) {
    this.#ctx = ctx;
    this.#today = todayOf(ctx);
    this.#call = call;
    this.#numbers = new DuplicateCheck(NUMBERS_KEPT);
    this.#reference = new ReferenceCache(ctx);
    this.#onFaulty = onFaulty;
  }

  /** How many records were known: they are staged already. */
  get staged(): number {
    return this.#knownRecords?.staged ?? 0;
  }

  /** Those that were read, in the order sent, some at a time. While one batch is read, the next one is received and looked for. */
  async *validRecords(
    records: Iterable<SentRecord> | AsyncIterable<SentRecord>,
  ): AsyncGenerator<ValidRecord[]> {
    const { staging } = this.#call;
    this.#map = await ownValueMap(this.#ctx, this.#ctx.db.aside);
    const reader = new SentReader(this.#ctx, { today: this.#today, call: this.#call, map: this.#map });
    if (staging)
      this.#knownRecords = await KnownRecords.open(this.#ctx, staging, {
        today: this.#today,
        map: this.#map,
      });
    const batches = batchesOf(records);
    let firstLine = 0;
    let looked: Batch['known'] | undefined;
    let isOver = false;
    const receive = async (): Promise<Batch | undefined> => {
      const { value: sent } = await batches.next();
      if (!sent || isOver) return undefined;
      looked = this.#lookFor(sent, firstLine);
      // Awaited when its turn comes, or at the end.
      looked.catch(() => {});
      firstLine += sent.length;
      return { sent, known: looked };
    };
    try {
      for (let coming = receive(); ; ) {
        const batch = await coming;
        if (!batch) break;
        coming = receive();
        // Awaited in the next round, unless this one fails.
        coming.catch(() => {});
        yield* this.#check(batch, reader);
      }
    } finally {
      isOver = true;
      // Whatever failed: the caller removes what is staged, so nothing may arrive later. A sender is not waited for.
      await Promise.allSettled([looked]);
    }
    if (this.#moreWarnings > 0)
      this.warnings.push({
        code: 'moreWarnings',
        message: moreWarnings(this.#moreWarnings),
      });
  }

  async #lookFor(sent: readonly SentRecord[], firstLine: number): Batch['known'] {
    return (await this.#knownRecords?.stage(sent.map(jsonOf), firstLine)) ?? sent.map(() => undefined);
  }

  async *#check(batch: Batch, reader: SentReader): AsyncGenerator<ValidRecord[]> {
    let parsed: (ReadRecord | Known)[] = [];
    let read = 0;
    let errors = 0;
    for (const [i, found] of (await batch.known).entries()) {
      const sent = batch.sent[i] as SentRecord;
      // Forgotten as soon as it is read: what is in memory for long costs more to keep than to read.
      batch.sent[i] = undefined;
      const index = this.received++;
      const one =
        found && 'staffNumberKey' in found
          ? { index, sent, known: found, errors: [] }
          : reader.read(sent, index, found);
      this.#warn('known' in one ? one.known.warnings : one.warnings, index);
      parsed.push(one);
      if (!('known' in one)) read += 1;
      errors += one.errors.length;
      const pause = this.#breather.breathe();
      if (pause) await pause;
      if (errors < BATCH_ERRORS && read < READ_ROWS) continue;
      yield await this.#divide(parsed);
      parsed = [];
      read = 0;
      errors = 0;
    }
    yield await this.#divide(parsed);
  }

  /** Gives the faulty ones away, and returns the others that were read. */
  async #divide(parsed: readonly (ReadRecord | Known)[]): Promise<ValidRecord[]> {
    const codesOfRead = parsed.flatMap((one) => ('codes' in one ? one.codes : []));
    const reference = await this.#reference.lookUp(codesOfRead);
    let faulty: FaultyRecord[] = [];
    let faults = 0;
    const valid: ValidRecord[] = [];
    for (const one of parsed) {
      const { index, sent, errors } = one;
      const reading = 'known' in one ? undefined : this.#compareCodes(one, reference);
      const number = 'known' in one ? one.known.staffNumberKey : one.staffNumber;
      const otherIndex = number === undefined ? undefined : this.#numbers.add(index, number);
      if (otherIndex !== undefined) {
        this.hasRepeated = true;
        const repeated = { index, staffNumber: sentNumber(one) ?? '', otherIndex };
        if (this.#call.refuseRepeated) errors.push(sentTwice(repeated, this.#call));
      }
      if (errors.length > 0) faulty.push({ index, sent, staffNumber: sentNumber(one), errors });
      else if ('form' in one && one.form)
        valid.push({ index, form: one.form, newTitles: newTitles(one.form, reference.titles), reading });
      faults += errors.length;
      if (faults >= BATCH_ERRORS) {
        await this.#onFaulty(faulty);
        faulty = [];
        faults = 0;
      }
      const pause = this.#breather.breathe();
      if (pause) await pause;
    }
    if (faulty.length > 0) await this.#onFaulty(faulty);
    return valid;
  }

  /** @returns how the record will be known, where nothing is to be said of its codes */
  #compareCodes(
    { index, sent, staffNumber, form, errors, digest, ...one }: ReadRecord,
    reference: ReferenceValues,
  ): Reading | undefined {
    const found = referenceErrors(one.codes, reference);
    this.values.add(sent, form && !this.#map ? one.codes : undefined, this.#map, reference);
    for (const error of found.errors) errors.push(placed(this.#call, error, index, staffNumber));
    this.#warn(found.warnings, index);
    if (!digest || !form || one.isMapped || found.warnings.length > 0) return undefined;
    return this.#knownRecords?.readingOf(digest, one.changesOn, one.warnings);
  }

  #warn(warnings: readonly Warning[], index: number): void {
    for (const warning of warnings)
      if (this.warnings.length < MAX_WARNINGS)
        this.warnings.push({ ...warning, pointer: `${this.#call.pointer}/${index}${warning.pointer ?? ''}` });
      else this.#moreWarnings += 1;
  }
}

/** As HR wrote it; of a known record only its key is at hand. */
const sentNumber = (one: ReadRecord | Known): string | undefined =>
  'known' in one ? numberOf(one.sent.value) : one.staffNumber;

async function* batchesOf(
  records: Iterable<SentRecord> | AsyncIterable<SentRecord>,
): AsyncGenerator<SentRecord[]> {
  let batch: SentRecord[] = [];
  let bytes = 0;
  for await (const sent of records) {
    batch.push(sent);
    bytes += sent.bytes?.length ?? 0;
    if (batch.length < BATCH_ROWS && bytes < BATCH_BYTES) continue;
    yield batch;
    batch = [];
    bytes = 0;
  }
  if (batch.length > 0) yield batch;
}
