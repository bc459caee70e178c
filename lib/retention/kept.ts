import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery } from '../../db/query.ts';
import { retention } from '../../db/schema/retention.ts';
import { KIND_NAMES, KINDS, type Kind } from './kinds.ts';

const rows = defineQuery('what a district keeps for how long', (orm) =>
  orm
    .select({ kind: retention.kind, days: retention.days, removedBefore: retention.removedBefore })
    .from(retention)
    .where(inDistrict(retention)),
);
/** How long a kind is kept. */
export interface Kept {
  days: number;
  /** Somebody chose it. */
  chosen: boolean;
  /** What is older is gone, or going; null if nothing is. */
  removedBefore: Date | null;
}

/** How long the district keeps each kind. */
export async function readKept(tx: Transaction): Promise<Record<Kind, Kept>> {
  const stored = new Map((await rows(tx)).map((row) => [row.kind, row]));
  const of = (kind: Kind): Kept => {
    const row = stored.get(kind);
    return {
      days: row?.days ?? KINDS[kind].days,
      chosen: row?.days != null,
      removedBefore: row?.removedBefore ?? null,
    };
  };
  return Object.fromEntries(KIND_NAMES.map((kind) => [kind, of(kind)])) as Record<Kind, Kept>;
}
