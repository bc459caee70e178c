import { randomUUID } from 'node:crypto';
import { staffOf } from '../staff.ts';
import type { Answer, Vendor } from '../vendor.ts';

export interface KeyedCreate {
  person: Record<string, unknown>;
  key: string;
}

export const keyedCreates = (count: number, first: number): KeyedCreate[] =>
  staffOf(count, first).map((person) => ({ person, key: randomUUID() }));

/** Creates all of them at once. The answers are undefined where the connection was lost. */
export const createAll = (vendor: Vendor, creates: readonly KeyedCreate[]): Promise<(Answer | undefined)[]> =>
  Promise.all(
    creates.map(({ person, key }) =>
      vendor.call('POST', '/staffMembers', person, { 'idempotency-key': key }).catch(() => undefined),
    ),
  );

/** How long something takes here and now: a fault that is to hit it in the middle needs to know. */
export async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const since = performance.now();
  await work();
  return performance.now() - since;
}
