import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict } from '../../../db/conditions.ts';
import { personName } from '../../../db/person-name.ts';
import { isStaff } from '../../../db/person-roles.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { identity, person } from '../../../db/schema/person.ts';
import { unnested } from '../../../db/unnested.ts';
import { staffNumberKey } from '../../record/record.ts';
import { holdersOf } from './holders.ts';
import { fitsMiddleName, type NameReading, nameReadings } from './name-readings.ts';

/** Somebody whom a line may name. */
export interface Named {
  id: string;
  name: string;
  staffNumber: string | null;
}

/** Whom a text names, and by what. Several share the number, or the name. */
export interface Found {
  by: 'number' | 'name';
  people: Named[];
}

const named = defineQuery(
  'people of these names',
  (orm, p: Params<{ lasts: readonly string[]; firsts: readonly string[] }>) => {
    const asked = unnested('asked', {
      last: [identity.lastNameKey, p.lasts],
      first: [identity.firstNameKey, p.firsts],
    });
    return orm
      .select({
        id: person.id,
        name: personName,
        staffNumber: person.staffNumber,
        last: sql<string>`${identity.lastNameKey}`,
        first: sql<string>`${identity.firstNameKey}`,
        middleName: identity.middleName,
        isStaff,
      })
      .from(asked.table)
      .innerJoin(
        identity,
        and(
          inDistrict(identity),
          eq(identity.lastNameKey, asked.columns.last),
          eq(identity.firstNameKey, asked.columns.first),
          identity.current,
        ),
      )
      .innerJoin(person, and(inDistrict(person), eq(person.id, identity.personId)))
      .orderBy(person.id);
  },
);
type NamedRow = Awaited<ReturnType<typeof named>>[number];

/** Whom each text names: a staff number that somebody has, else a name. Of several of a name, staff come before others. */
export async function findNamed(tx: Transaction, texts: readonly string[]): Promise<Map<string, Found>> {
  const found = new Map<string, Found>();
  const holders = await holdersOf(tx, texts);
  const byName = [...new Set(texts)].filter((text) => {
    const people = holders.get(staffNumberKey(text));
    if (people)
      found.set(text, {
        by: 'number',
        people: people.map(({ personId, ...rest }) => ({ id: personId, ...rest })),
      });
    return !people;
  });
  const readings = new Map(byName.map((text) => [text, nameReadings(text)]));
  const rows = await rowsOf(tx, [...readings.values()].flat(2));
  for (const [text, likeliest] of readings)
    found.set(text, {
      by: 'name',
      people: peopleOf(rows, likeliest).map(({ id, name, staffNumber }) => ({ id, name, staffNumber })),
    });
  return found;
}

const keyOf = ({ last, first }: { last: string; first: string }): string => `${last}\n${first}`;

async function rowsOf(tx: Transaction, readings: readonly NameReading[]): Promise<Map<string, NamedRow[]>> {
  const distinct = [...new Map(readings.map((reading) => [keyOf(reading), reading])).values()];
  if (distinct.length === 0) return new Map();
  const lasts = distinct.map(({ last }) => last);
  const firsts = distinct.map(({ first }) => first);
  return Map.groupBy(await named(tx, { lasts, firsts }), keyOf);
}

/** The people of the first readings that anybody fits. */
function peopleOf(rows: ReadonlyMap<string, NamedRow[]>, likeliest: readonly NameReading[][]): NamedRow[] {
  for (const readings of likeliest) {
    const fitting = readings.flatMap((reading) =>
      (rows.get(keyOf(reading)) ?? []).filter(({ middleName }) => fitsMiddleName(reading.middle, middleName)),
    );
    const people = [...new Map(fitting.map((row) => [row.id, row])).values()];
    const staff = people.filter(({ isStaff }) => isStaff);
    if (people.length > 0) return staff.length > 0 ? staff : people;
  }
  return [];
}
