import { and } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, isOneOf } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { address } from '../../../db/schema/household.ts';
import type { Change, ChangeOf } from '../change.ts';
import type { PlannedPerson } from '../planned-person.ts';
import { writers } from './row-writers.ts';

type NewAddress = ChangeOf<'address'> & { op: 'insert' };
const isNew = (change: Change): change is NewAddress & Change =>
  change.table === 'address' && change.op === 'insert';

const withKeys = defineQuery('ids of addresses by match key', (orm, p: Params<{ keys: readonly string[] }>) =>
  orm
    .select({ id: address.id, key: address.matchKey })
    .from(address)
    .where(and(inDistrict(address), isOneOf(address.matchKey, p.keys))),
);

/**
 * Finds or creates the addresses the plans bring (ADR-3), in the order of their keys so that parallel writers don't
 * deadlock. Where another writer was first, its address is taken: those plans come back pointing to it, the others as they are.
 */
export async function createAddresses(
  tx: Transaction,
  plans: readonly PlannedPerson[],
): Promise<readonly PlannedPerson[]> {
  const wanted = plans.flatMap((plan) => plan.changes).filter(isNew);
  if (wanted.length === 0) return plans;
  const sorted = wanted.sort((a, b) => (a.after.matchKey < b.after.matchKey ? -1 : 1));
  const created = new Set(
    await writers.address.insertNew(
      tx,
      sorted.map(({ id, after }) => ({ id, ...after })),
      ['matchKey'],
    ),
  );
  const late = sorted.filter((change) => !created.has(change.id));
  if (late.length === 0) return plans;

  const existing = await withKeys(tx, { keys: late.map((change) => change.after.matchKey) });
  const byKey = new Map(existing.map(({ id, key }) => [key, id]));
  const instead = new Map(late.map((change) => [change.id, byKey.get(change.after.matchKey)]));
  const isLate = ({ id, table, after }: Change): boolean =>
    instead.has(id) || (table === 'householdLocation' && after !== null && instead.has(after.addressId));
  return plans.map((plan) =>
    plan.changes.some(isLate)
      ? { ...plan, changes: plan.changes.flatMap((change) => redirect(change, instead)) }
      : plan,
  );
}

function redirect(change: Change, instead: Map<string, string | undefined>): Change[] {
  if (isNew(change) && instead.has(change.id)) return [];
  if (change.table !== 'householdLocation' || change.op === 'delete') return [change];
  const addressId = instead.get(change.after.addressId);
  return addressId ? [{ ...change, after: { ...change.after, addressId } }] : [change];
}
