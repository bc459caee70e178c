import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, isOneOf } from '../../../db/conditions.ts';
import { personName } from '../../../db/person-name.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { identity, person } from '../../../db/schema/person.ts';
import { staffNumberKey } from '../../record/record.ts';
import type { Holder } from './judge.ts';

const holding = defineQuery('who holds these staff numbers', (orm, p: Params<{ keys: readonly string[] }>) =>
  orm
    .select({ personId: person.id, staffNumber: sql<string>`${person.staffNumber}`, name: personName })
    .from(person)
    .innerJoin(identity, and(inDistrict(identity), eq(identity.personId, person.id), identity.current))
    .where(and(inDistrict(person), isOneOf(person.staffNumberKey, p.keys)))
    .orderBy(person.id),
);

/** Everybody who has one of these numbers, by staffNumberKey. */
export async function holdersOf(tx: Transaction, numbers: readonly string[]): Promise<Map<string, Holder[]>> {
  const keys = [...new Set(numbers.map(staffNumberKey))].filter(Boolean);
  if (keys.length === 0) return new Map();
  return Map.groupBy(await holding(tx, { keys }), ({ staffNumber }) => staffNumberKey(staffNumber));
}
