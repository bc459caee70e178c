import { plannedAnew } from '../../../db/by-index.ts';
import type { Context } from '../../context.ts';
import { type SealedSsn, ssnIndex, withCurrentIndex } from '../../crypto/seal-ssn.ts';
import type { SealFor } from '../../record/parse.ts';
import { staffNumberKey } from '../../record/record.ts';
import { ssnInTransit } from '../../record/ssn-place.ts';
import { isLiveRun, latestRun } from '../run/run.ts';
import type { StagedForm } from '../transfer/staged-form.ts';
import type { DraftCheck } from './schema.ts';
import { stagedNumbers } from './staged-numbers.ts';

/** What is in memory at once. */
const BATCH_ROWS = 1_000;
const MAX_EXAMPLES = 10;

interface Sent {
  staffNumber: string;
  /** Null for a record that can't be staged. */
  form: StagedForm | null;
}

/** An SSN that is compared and not kept. */
const NOT_KEPT: SealedSsn = { cipher: Buffer.alloc(0), index: Buffer.alloc(0), last4: '' };

/** For records that are only checked: sealing takes a fifth of a check's time. */
export const leaveSsnsOut: SealFor = () => NOT_KEPT;

/** What a transfer would do to what the run holds already (SYNC-2). */
export class RunComparison {
  /** Null where the run holds nothing. */
  readonly found: DraftCheck['run'];
  readonly seal: SealFor;
  readonly #ctx: Context;
  readonly #runId: string;
  #batch: Sent[] = [];

  private constructor(ctx: Context, runId: string, held: { staged: number; setAside: number } | null) {
    this.#ctx = ctx;
    this.#runId = runId;
    this.found = held && { ...held, same: 0, different: 0, corrected: 0, withdrawn: 0, examples: [] };
    this.seal = held
      ? (digits) => ({ ...NOT_KEPT, index: ssnIndex(ctx.keys, ctx.district.id, digits) })
      : leaveSsnsOut;
  }

  static async open(ctx: Context): Promise<RunComparison> {
    const run = await ctx.db.inDistrict(ctx.district.id, (tx) => latestRun(tx));
    const held = isLiveRun(run) && { staged: run.staffTransferred, setAside: run.setAside };
    const holds = held && held.staged + held.setAside > 0 ? held : null;
    return new RunComparison(ctx, run?.id ?? '', holds);
  }

  async add(sent: Sent): Promise<void> {
    if (!this.found) return;
    this.#batch.push(sent);
    if (this.#batch.length >= BATCH_ROWS) await this.end();
  }

  /** Compares what was added last. */
  async end(): Promise<void> {
    const [batch, found] = [this.#batch, this.found];
    if (batch.length === 0 || !found) return;
    this.#batch = [];
    const asked = {
      runId: this.#runId,
      places: batch.map((_, place) => place),
      keys: batch.map(({ staffNumber }) => staffNumberKey(staffNumber)),
      records: batch.map(({ form }) => form?.record ?? null),
    };
    const rows = await this.#ctx.db.inDistrict(this.#ctx.district.id, (tx) =>
      plannedAnew(tx, () => stagedNumbers(tx, asked)),
    );
    for (const row of rows) {
      const { staffNumber, form } = batch[row.place] as Sent;
      if (!row.isStaged) found.corrected += form ? 1 : 0;
      else if (!form) found.withdrawn += 1;
      else if (row.isSame && this.#isSameSsn(staffNumber, form.ssn, row)) found.same += 1;
      else {
        found.different += 1;
        if (found.examples.length < MAX_EXAMPLES) found.examples.push(staffNumber);
      }
    }
  }

  /** The staged one may have been sealed with an older key. */
  #isSameSsn(
    staffNumber: string,
    ssn: SealedSsn | null | undefined,
    { ssnIndex: index, ssnCipher: cipher }: { ssnIndex: Buffer | null; ssnCipher: Buffer | null },
  ): boolean {
    if (!ssn || !index || !cipher) return !ssn && !index;
    const place = ssnInTransit(this.#ctx.district.id, staffNumber);
    return withCurrentIndex(this.#ctx.keys, place, { index, cipher, last4: '' }).index.equals(ssn.index);
  }
}
