import { and, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { defineCommand, type Params } from '../../../db/query.ts';
import { stagedStaff } from '../../../db/schema/staging.ts';
import { unnested } from '../../../db/unnested.ts';
import type { CryptoKeys } from '../../crypto/keys.ts';
import { type AsideRow, listed, stagedRow } from './aside-row.ts';
import type { CallPlaces, OpenCall } from './open-call.ts';
import { keepSetAside, removeSetAside } from './set-aside.ts';
import { copiedAgain, type Earlier, placeOfEarlier, setAsideLater } from './staged-earlier.ts';
import { stagedDifferently } from './texts.ts';

/** What became of a call's numbers that the run has staged before. */
export interface Settled {
  /** Records that equal the staged ones: a retry. */
  retried: number;
  /** Records of the call that are set aside now. */
  setAside: number;
  /** Staff of earlier calls who are no longer staged. */
  unstaged: number;
}

const removePlaces = defineCommand(
  'remove staged records by call and line',
  (orm, p: Params<{ callIds: readonly string[]; lines: readonly number[] }>) => {
    const place = unnested('place', {
      callId: [stagedStaff.callId, p.callIds],
      line: [stagedStaff.line, p.lines],
    });
    const places = orm.select({ callId: place.columns.callId, line: place.columns.line }).from(place.table);
    return orm
      .delete(stagedStaff)
      .where(and(inDistrict(stagedStaff), sql`(${stagedStaff.callId}, ${stagedStaff.line}) in ${places}`));
  },
);

interface Place {
  callId: string;
  line: number;
}
const unstage = (tx: Transaction, places: readonly Place[]): Promise<number> =>
  removePlaces(tx, { callIds: places.map(({ callId }) => callId), lines: places.map(({ line }) => line) });

/**
 * With `onInvalid=setAside`, under the run's lock: a record that equals the staged one counts once; one that differs sets
 * both aside, and so does one that is itself set aside (SYNC-2). What HR means is unknown then, and the staged record
 * may be out of date.
 */
export async function settleNumbers(
  keys: CryptoKeys,
  tx: Transaction,
  call: OpenCall,
  places: CallPlaces,
): Promise<Settled> {
  const settled: Settled = { retried: 0, setAside: 0, unstaged: 0 };
  for await (const batch of copiedAgain(keys, tx, call)) {
    const different = batch.filter(({ equal }) => !equal);
    await unstage(tx, [
      ...batch.map(({ line }) => ({ callId: call.id, line })),
      ...different.map(earlierPlace),
    ]);
    const aside = different.map((one) => withEarlier(one, stagedRow(one.line, one.sent), places));
    await keepSetAside(tx, call, aside);
    settled.retried += batch.length - different.length;
    settled.setAside += different.length;
    settled.unstaged += different.length;
  }
  for await (const batch of setAsideLater(tx, call)) {
    await removeSetAside(
      tx,
      call.id,
      batch.map(({ line }) => line),
    );
    const aside = batch.map(({ line, staffNumber, hr, errors, payload, ...earlier }) =>
      withEarlier({ staffNumber, ...earlier }, { line, staffNumber, hr, errors, payload }, places),
    );
    await keepSetAside(tx, call, aside);
    settled.unstaged += await unstage(tx, batch.map(earlierPlace));
  }
  return settled;
}

const earlierPlace = ({ earlierCall, earlierLine }: Earlier): Place => ({
  callId: earlierCall,
  line: earlierLine,
});

/** The record of this call, with the earlier one and the error that names both. */
function withEarlier(earlier: Earlier, row: AsideRow, { pointer, placeOf }: CallPlaces): AsideRow {
  const { staffNumber } = earlier;
  const stagedAt = placeOfEarlier(earlier);
  const error = {
    pointer: `${pointer}/${row.line}/staffNumber`,
    code: 'duplicateStaffNumber' as const,
    ...stagedDifferently(staffNumber, stagedAt, placeOf(row.line)),
    index: row.line,
    staffNumber,
    stagedAt,
  };
  const { payload } = stagedRow(row.line, earlier.earlierSent);
  return { ...row, errors: [...row.errors, error], payload: listed([payload, row.payload]) };
}
