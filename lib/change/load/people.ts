import { and } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, isOneOf } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { person } from '../../../db/schema/person.ts';
import type { CryptoKeys } from '../../crypto/keys.ts';
import type { CampusPerson } from '../campus-state.ts';
import { COLUMNS } from '../columns.ts';
import { fromColumns } from '../person-row.ts';
import { employmentsOf, identitiesOf } from './own-rows.ts';

const PERSON = { ...COLUMNS.person, rev: person.rev };

const byIds = defineQuery('people by id', (orm, p: Params<{ ids: readonly string[] }>) =>
  orm
    .select(PERSON)
    .from(person)
    .where(and(inDistrict(person), isOneOf(person.id, p.ids)))
    .orderBy(person.id),
);
const byNumbers = defineQuery('people by staff number', (orm, p: Params<{ numbers: readonly string[] }>) =>
  orm
    .select(PERSON)
    .from(person)
    .where(and(inDistrict(person), isOneOf(person.staffNumberKey, p.numbers)))
    .orderBy(person.id),
);
/** The people to read: by id, or by `staffNumberKey`. */
export type Which = { ids: readonly string[] } | { numbers: readonly string[] };

/** People with their identities and employments, by id; positions and households are still empty. */
export async function loadPeople(
  keys: CryptoKeys,
  tx: Transaction,
  which: Which,
): Promise<Map<string, CampusPerson>> {
  const people = await readPeople(keys, tx, which);
  if (people.size === 0) return people;
  const ids = [...people.keys()];
  const [identities, employments] = await Promise.all([
    identitiesOf(tx, { ids }),
    employmentsOf(tx, { ids }),
  ]);
  for (const row of identities) people.get(row.personId)?.identities.push(row);
  for (const row of employments) people.get(row.personId)?.employments.push(row);
  return people;
}

/** People's own rows, by id; none of their other rows. */
export async function readPeople(
  keys: CryptoKeys,
  tx: Transaction,
  which: Which,
): Promise<Map<string, CampusPerson>> {
  const rows = await ('ids' in which ? byIds(tx, which) : byNumbers(tx, which));
  return new Map(rows.map((row) => [row.id, toPerson(keys, tx, row)]));
}

const toPerson = (
  keys: CryptoKeys,
  { districtId }: Transaction,
  row: Awaited<ReturnType<typeof byIds>>[number],
): CampusPerson => ({
  ...fromColumns(keys, districtId, row),
  identities: [],
  employments: [],
  positions: [],
  households: [],
});
