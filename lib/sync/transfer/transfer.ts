import { findByIndex } from '../../../db/by-index.ts';
import type { Transaction } from '../../../db/client.ts';
import { recordAudit } from '../../audit/record-audit.ts';
import type { WarningCode } from '../../codes/code.ts';
import { Breather } from '../../concurrency/breather.ts';
import type { Context } from '../../context.ts';
import type { CryptoKeys } from '../../crypto/keys.ts';
import { Conflict, type Warning } from '../../failure.ts';
import { noteUnknownValues } from '../../value-mapping/note-unknown-values.ts';
import { VALUE_MAPPING_TEXTS } from '../../value-mapping/texts.ts';
import { assertRun } from '../run/assert-run.ts';
import { assertAllowed, lockLatestRun } from '../run/run.ts';
import { type AsideRow, faultyRow } from './aside-row.ts';
import { CallErrors } from './call-errors.ts';
import { Intake, NUMBERS_KEPT } from './intake.ts';
import { type CallPlaces, discardCall, type OpenCall, openTransferCall } from './open-call.ts';
import { publish } from './publish.ts';
import { setAsideRepeated } from './repeated-in-call.ts';
import type { FaultyRecord, SentRecord } from './sent-record.ts';
import { keepSetAside, replaceSetAside } from './set-aside.ts';
import { type Settled, settleNumbers } from './settle-numbers.ts';
import { copyStaged } from './stage.ts';
import { duplicatesInCall, errorsOfStaged } from './staged-duplicates.ts';
import { takeSpace } from './staging-space.ts';
import { alreadyStaged, restartedMeanwhile, setAsideReplaced, wereSetAside } from './texts.ts';

export const ON_INVALID = ['reject', 'setAside'] as const;

export interface Transfer {
  /** The run the caller means; without it the live one. */
  runId?: string | undefined;
  /** StaffMembers as sent; of a stream as they come. */
  records: Iterable<SentRecord> | AsyncIterable<SentRecord>;
  /** The pointer to the list in the body as sent: `/staffMembers`, or `''` for a bare array and for lines. */
  pointer: string;
  /** Where a record is, for a message; without it by its pointer. */
  placeOf?: CallPlaces['placeOf'];
  /** What becomes of a record that can't be staged (SYNC-2). */
  onInvalid?: (typeof ON_INVALID)[number];
  /**
   * Whether what can't be read is set aside, too, without a number. Somebody has to agree: it may be one of the rows of a
   * person, whose other rows then lose its position (POS-10).
   */
  setsUnreadableAside?: boolean | undefined;
  /** Called with every faulty record while its row is still in memory. */
  onFaulty?: (faulty: FaultyRecord) => void;
  /** Called in the transaction that publishes the call, under the run's lock. What it throws stops the call. */
  beforePublish?: ((tx: Transaction) => Promise<void>) | undefined;
}

export interface Transferred {
  /** Staff of this call, each once: staged by it, staged before with the same data, or set aside. */
  received: number;
  /** How many of these were set aside. */
  setAsideOfCall: number;
  /** The others are of the run so far. */
  staffTransferred: number;
  setAside: number;
  warnings: Warning[];
}

/**
 * Stages a call's staff, whole or not at all, or sets aside those that can't be staged (SYNC-2). Memory holds a few thousand
 * records at most. No connection is held while records are awaited.
 * @throws Invalid with every error of every record; Conflict when the run takes no transfer now
 */
export async function transferStaff(ctx: Context, input: Transfer): Promise<Transferred> {
  const call = await openTransferCall(ctx, input.runId);
  try {
    return await publishReceived(ctx, input, call, await receiveStaff(ctx, input, call));
  } catch (error) {
    await discardCall(ctx, call);
    throw error;
  }
}

/** What a record that is set aside takes beside its payload, mostly its errors. */
const ASIDE_BYTES = 1_000;

/** The records of a call, copied or set aside, before they are compared with the run. */
interface Received {
  intake: Intake;
  copied: number;
  aside: number;
}

const placesOf = ({ pointer, placeOf = (index) => `at ${pointer}/${index}` }: Transfer): CallPlaces => ({
  pointer,
  placeOf,
});

async function receiveStaff(ctx: Context, input: Transfer, call: OpenCall): Promise<Received> {
  const places = placesOf(input);
  const setsAside = input.onInvalid === 'setAside';
  const errors = new CallErrors();
  const breather = new Breather();
  let aside = 0;
  const intake = new Intake(ctx, { ...places, refuseRepeated: !setsAside, staging: call }, async (faulty) => {
    for (const one of faulty) input.onFaulty?.(one);
    errors.unreadable ||= !input.setsUnreadableAside && faulty.some(({ sent }) => sent.unreadable);
    if (!setsAside || errors.unreadable) return errors.add(faulty.flatMap((one) => one.errors));
    aside += faulty.length;
    const rows: AsideRow[] = [];
    for (const one of faulty) {
      rows.push(faultyRow(one));
      await breather.breathe();
    }
    await ctx.db.aside.inDistrict(ctx.district.id, async (tx) => {
      const bytes = rows.reduce((sum, row) => sum + (row.payload?.length ?? 0) + ASIDE_BYTES, 0);
      await takeSpace(ctx, tx, call, bytes);
      await keepSetAside(tx, call, rows);
    });
  });
  const copied = (await copyStaged(ctx, call, intake.validRecords(input.records))) + intake.staged;
  await noteUnknownValues(ctx, intake.values.unknown(), ctx.db.aside);
  if (!setsAside && intake.received > NUMBERS_KEPT)
    errors.add(await ctx.db.aside.inDistrict(ctx.district.id, (tx) => duplicatesInCall(tx, call.id, places)));
  errors.throwIfAny();
  return { intake, copied, aside };
}

/** In one transaction, under the run's lock: compares the call with what the run has staged, and publishes it. */
function publishReceived(
  ctx: Context,
  input: Transfer,
  call: OpenCall,
  { intake, copied, aside }: Received,
): Promise<Transferred> {
  const places = placesOf(input);
  const setsAside = input.onInvalid === 'setAside';
  return ctx.db.stagingInDistrict(ctx.district.id, async (tx) => {
    await findByIndex(tx);
    const mayRepeat = setsAside && (intake.hasRepeated || intake.received > NUMBERS_KEPT);
    const repeated = mayRepeat ? await setAsideRepeated(tx, call, places) : NONE_REPEATED;

    const locked = await lockLatestRun(tx);
    assertRun(locked, input.runId);
    assertAllowed(locked, 'transfer');
    if (locked.id !== call.runId) throw new Conflict(restartedMeanwhile);
    await input.beforePublish?.(tx);
    // The first call of a run finds nothing staged, and need not look for each of its numbers.
    const isFirst = locked.staffTransferred === 0;
    if (!setsAside && !isFirst) await refuseStaged(ctx.keys, tx, call, places);
    const settled = setsAside && !isFirst ? await settleNumbers(ctx.keys, tx, call, places) : NONE_SETTLED;
    const replaced = locked.setAside > 0 ? await replaceSetAside(tx, call) : 0;

    const staged = copied - repeated.unstaged - settled.retried - settled.setAside;
    const setAside = aside + repeated.aside + settled.setAside;
    const total = await publish(tx, call, {
      at: ctx.now,
      records: intake.received,
      setAside,
      staffTransferred: locked.staffTransferred + staged - settled.unstaged,
      setAsideInRun: locked.setAside + setAside - replaced,
      unknownValues: intake.values.list(),
    });
    const received = staged + settled.retried + setAside;
    // A vendor's calls are in the request log; what an admin staged is in the district's.
    if (ctx.actor.kind === 'user')
      await recordAudit(ctx, tx, {
        action: 'sync.transfer',
        target: call.runId,
        detail: { received, setAside },
      });
    const warnings = [
      ...intake.warnings,
      ...counted('valuesMapped', intake.values.staffMapped, (staff) =>
        VALUE_MAPPING_TEXTS.valuesOfCall(staff, intake.values.mapped()),
      ),
      ...counted('setAside', setAside, wereSetAside),
      ...counted('alreadyStaged', settled.retried, alreadyStaged),
      ...counted('setAsideReplaced', replaced, setAsideReplaced),
    ];
    return { received, setAsideOfCall: setAside, ...total, warnings };
  });
}

/** @throws Invalid for records whose number an earlier call of the run has staged */
async function refuseStaged(
  keys: CryptoKeys,
  tx: Transaction,
  call: OpenCall,
  places: CallPlaces,
): Promise<void> {
  const errors = new CallErrors();
  for await (const again of errorsOfStaged(keys, tx, call, places)) errors.add(again);
  errors.throwIfAny();
}

const NONE_REPEATED = { unstaged: 0, aside: 0 };
const NONE_SETTLED: Settled = { retried: 0, setAside: 0, unstaged: 0 };

const counted = (code: WarningCode, staff: number, text: (staff: number) => string): Warning[] =>
  staff === 0 ? [] : [{ code, message: text(staff) }];
