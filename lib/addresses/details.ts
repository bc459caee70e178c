import type { Transaction } from '../../db/client.ts';
import { zipKey } from '../address/last-line.ts';
import { writers } from '../change/apply/row-writers.ts';
import { compareDetails } from '../change/plan/address-book.ts';
import type { PairAddress } from './pair.ts';
import type { MergeRecord } from './plan.ts';

/** The dropped address's county, ZIP+4 and other details fill what the kept one lacks (ADR-3). */
export async function fillDetails(
  tx: Transaction,
  { id, mergedInto: _, ...before }: PairAddress,
  dropped: PairAddress,
): Promise<MergeRecord['filled']> {
  // The four digits of another zip do not belong to this one.
  const zip = zipKey(dropped.zip) === zipKey(before.zip) ? dropped.zip : null;
  const { after, filled } = compareDetails(before, { ...dropped, zip });
  if (filled.length === 0) return null;
  await writers.address.update(tx, [{ id, ...after }]);
  return { before, after };
}

/** Takes them out again, unless the address was completed otherwise since. */
export async function emptyDetails(
  tx: Transaction,
  { id, mergedInto: _, ...now }: PairAddress,
  filled: MergeRecord['filled'],
): Promise<void> {
  if (!filled) return;
  const untouched = (Object.keys(now) as (keyof typeof now)[]).every(
    (column) => now[column] === filled.after[column],
  );
  if (untouched) await writers.address.update(tx, [{ id, ...filled.before }]);
}
