import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, isOneOf } from '../../../db/conditions.ts';
import { personName } from '../../../db/person-name.ts';
import { defineCommand, defineQuery, type Params } from '../../../db/query.ts';
import { identity, person } from '../../../db/schema/person.ts';
import type { CampusPerson } from '../../change/campus-state.ts';
import { Conflict } from '../../failure.ts';
import { staffNumberKey } from '../../record/record.ts';
import { EDIT_TEXTS } from './texts.ts';

const keyOf = (number: string | null): string => staffNumberKey(number ?? '');

const holderOf = defineQuery('who holds a staff number', (orm, p: Params<{ key: string }>) =>
  orm
    .select({ staffNumber: sql<string>`${person.staffNumber}`, name: personName })
    .from(person)
    .innerJoin(identity, and(inDistrict(identity), eq(identity.personId, person.id), identity.current))
    .where(and(inDistrict(person), eq(person.staffNumberKey, p.key)))
    .limit(1),
);
const raiseRevs = defineCommand(
  'raise the rev of all with these staff numbers',
  (orm, p: Params<{ keys: readonly string[] }>) =>
    orm
      .update(person)
      .set({ rev: sql`${person.rev} + 1` })
      .where(and(inDistrict(person), isOneOf(person.staffNumberKey, p.keys))),
);

/** A number that is new to the person must belong to nobody else: "Staff Numbers must be unique". */
export async function assertNumberFree(
  tx: Transaction,
  person: CampusPerson,
  wanted: string | null,
): Promise<void> {
  const key = keyOf(wanted);
  if (key === '' || key === keyOf(person.staffNumber)) return;
  const holder = await holderOf.first(tx, { key });
  if (!holder) return;
  const message = EDIT_TEXTS.numberIsTaken(holder.staffNumber.trim(), holder.name);
  const hint = EDIT_TEXTS.numberMustBeUnique();
  throw new Conflict(`${message} ${hint}`, [
    { pointer: '/staffNumber', code: 'staffNumberTaken', message, hint },
  ]);
}

/** Another person with the previous number may now be its only holder, so plans made for them must be made again. */
export async function outdatePlans(
  tx: Transaction,
  changes: readonly { before: string | null; after: string | null }[],
): Promise<void> {
  const keys = changes.flatMap(({ before, after }) => {
    const key = keyOf(before);
    return key === '' || key === keyOf(after) ? [] : [key];
  });
  if (keys.length > 0) await raiseRevs(tx, { keys });
}
