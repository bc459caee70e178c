import { type AnyColumn, and, eq, exists, isNull, or, type SQL, type SQLWrapper, sql } from 'drizzle-orm';
import { union } from 'drizzle-orm/pg-core';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, lower, ONE, ZERO } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { address, household, householdLocation, householdMember } from '../../db/schema/household.ts';
import { identity, person } from '../../db/schema/person.ts';
import { unnested } from '../../db/unnested.ts';
import { dayAndMonthSwapped, type Fingerprint } from './likeness.ts';
import { nicknamesOf } from './nicknames.ts';

type Texts = readonly (string | null)[];
interface Asked {
  numbered: readonly number[];
  ssns: readonly Buffer[];
  named: readonly number[];
  lastNames: Texts;
  firstNames: Texts;
  births: Texts;
  swappedBirths: Texts;
  phones: Texts;
  emails: Texts;
  born: readonly number[];
  birthDates: Texts;
  lastNamesOfBorn: Texts;
  firstNamesOfBorn: Texts;
  housed: readonly number[];
  addresses: Texts;
  lastNamesOfHoused: Texts;
  firstNamesOfHoused: Texts;
}

const listOf = (column: SQLWrapper): SQL => sql`string_to_array(${column}, ' ')`;

/** One of the phones asked for is in one of the columns, whatever their punctuation. More may match: likeness decides. */
const hasPhone = (asked: SQLWrapper, ...columns: AnyColumn[]): SQL => {
  const digits = columns.map((column) => sql`regexp_replace(${column}, '[^0-9]', '', 'g')`);
  return sql`exists (select from unnest(${listOf(asked)}) as asked(phone) where strpos(concat_ws(' ', ${sql.join(digits, sql`, `)}), asked.phone) > 0)`;
};

const candidatePairs = defineQuery('people who may be the same', (orm, p: Params<Asked>) => {
  const bySsn = unnested('by_ssn', { n: ['integer', p.numbered], ssn: [person.ssnIndex, p.ssns] });
  const byName = unnested('by_name', {
    n: ['integer', p.named],
    last: [identity.lastNameKey, p.lastNames],
    first: [identity.firstNameKey, p.firstNames],
    born: [person.birthDate, p.births],
    swapped: [person.birthDate, p.swappedBirths],
    phones: ['text', p.phones],
    emails: ['text', p.emails],
  });
  const byBirth = unnested('by_birth', {
    n: ['integer', p.born],
    born: [person.birthDate, p.birthDates],
    last: [identity.lastNameKey, p.lastNamesOfBorn],
    first: [identity.firstNameKey, p.firstNamesOfBorn],
  });
  const byHome = unnested('by_home', {
    n: ['integer', p.housed],
    key: [address.matchKey, p.addresses],
    last: [identity.lastNameKey, p.lastNamesOfHoused],
    first: [identity.firstNameKey, p.firstNamesOfHoused],
  });
  const { last, first, born, swapped, phones, emails } = byName.columns;
  const householdHasPhone = exists(
    orm
      .select(ONE)
      .from(householdMember)
      .innerJoin(household, and(inDistrict(household), eq(household.id, householdMember.householdId)))
      .where(
        and(
          inDistrict(householdMember),
          eq(householdMember.personId, person.id),
          hasPhone(phones, household.phone),
        ),
      ),
  );
  const named = orm
    .select({ personId: identity.personId })
    .from(identity)
    .where(and(inDistrict(identity), isNamed(last, first)))
    .offset(ZERO)
    .as('named');
  const alike = or(
    sql`${person.birthDate} in (${born}, ${swapped})`,
    and(
      or(isNull(born), isNull(person.birthDate)),
      or(
        sql`${lower(person.workEmail)} = any(${listOf(emails)})`,
        sql`${lower(person.personalEmail)} = any(${listOf(emails)})`,
        hasPhone(phones, person.workPhone, person.cellPhone, person.otherPhone),
        householdHasPhone,
      ),
    ),
  );
  /** Looked up one by one for each row before it (`ZERO`): see `candidatesOf`. */
  const peopleWith = (name: string, condition: SQL | undefined) =>
    orm
      .select({ id: person.id })
      .from(person)
      .where(and(inDistrict(person), condition))
      .offset(ZERO)
      .as(name);
  const halfNamed = (name: string, personId: AnyColumn, of: { last: SQL; first: SQL }) =>
    orm
      .select({ personId: identity.personId })
      .from(identity)
      .where(and(inDistrict(identity), eq(identity.personId, personId), hasHalfOfName(of)))
      .offset(ZERO)
      .as(name);
  const ofSsn = peopleWith('of_ssn', eq(person.ssnIndex, bySsn.columns.ssn));
  const ofName = peopleWith('of_name', and(eq(person.id, named.personId), alike));
  const ofBirth = peopleWith('of_birth', eq(person.birthDate, byBirth.columns.born));
  const home = orm
    .select({ id: address.id })
    .from(address)
    .where(and(inDistrict(address), eq(address.matchKey, byHome.columns.key)))
    .offset(ZERO)
    .as('home');
  const location = orm
    .select({ householdId: householdLocation.householdId })
    .from(householdLocation)
    .where(and(inDistrict(householdLocation), eq(householdLocation.addressId, home.id)))
    .offset(ZERO)
    .as('location');
  const member = orm
    .select({ personId: householdMember.personId })
    .from(householdMember)
    .where(and(inDistrict(householdMember), eq(householdMember.householdId, location.householdId)))
    .offset(ZERO)
    .as('member');
  const ofHome = halfNamed('of_home', member.personId, byHome.columns);
  return union(
    orm.select({ n: bySsn.columns.n, id: ofSsn.id }).from(bySsn.table).crossJoinLateral(ofSsn),
    orm
      .select({ n: byName.columns.n, id: ofName.id })
      .from(byName.table)
      .crossJoinLateral(named)
      .crossJoinLateral(ofName),
    orm
      .select({ n: byBirth.columns.n, id: ofBirth.id })
      .from(byBirth.table)
      .crossJoinLateral(ofBirth)
      .crossJoinLateral(halfNamed('half_named', ofBirth.id, byBirth.columns)),
    orm
      .select({ n: byHome.columns.n, id: ofHome.personId })
      .from(byHome.table)
      .crossJoinLateral(home)
      .crossJoinLateral(location)
      .crossJoinLateral(member)
      .crossJoinLateral(ofHome),
  );
});

/**
 * Both names, as a range of `identity_by_name`. As two equations Postgres, without statistics, took the index of first names, and
 * read all who have one.
 */
const isNamed = (last: SQL, first: SQL): SQL => {
  const name = sql`(${identity.lastNameKey}, ${identity.firstNameKey})`;
  return sql`${name} operator(pg_catalog.~>=~) (${last}, ${first}) and ${name} operator(pg_catalog.~<=~) (${last}, ${first})`;
};

const hasHalfOfName = ({ last, first }: { last: SQL; first: SQL }): SQL | undefined =>
  or(eq(identity.lastNameKey, last), eq(identity.firstNameKey, first), eq(identity.lastNameKey, first));

/**
 * Ids by place in `asked`, whose addresses are those that Campus has: who shares the SSN; a name (nicknames and swaps too)
 * and a birth date, or, where one of the two has none, a phone or an e-mail address; a birth date and half a name; an
 * address and half a name. Namesakes grow with the district, so a name alone brings nobody: 100,000 people have
 * fifteen for each new one. In a first load Postgres has no statistics of the tables, and joins them by any of their indexes, all of
 * which begin with the district: it read every address, and all who have a first name. So each row is looked up by itself.
 */
export async function candidatesOf(
  tx: Transaction,
  asked: readonly Fingerprint[],
): Promise<Map<number, Set<string>>> {
  const named = asked.flatMap(({ names: [name], ...fingerprint }, n) =>
    name ? [{ n, name, fingerprint }] : [],
  );
  const names = named.flatMap(({ n, name: { last, first }, fingerprint }) => {
    const { birthDate: born } = fingerprint;
    const other = {
      n,
      born,
      swapped: born && dayAndMonthSwapped(born),
      phones: fingerprint.phones.join(' '),
      emails: fingerprint.emails.join(' '),
    };
    return [
      ...[...nicknamesOf(first)].map((nickname) => ({ ...other, last, first: nickname })),
      { ...other, last: first, first: last },
    ];
  });
  const born = named.flatMap(({ n, name, fingerprint: { birthDate } }) =>
    birthDate ? [{ n, birthDate, ...name }] : [],
  );
  const housed = named.flatMap(({ n, name, fingerprint: { addresses } }) =>
    addresses.map((address) => ({ n, address, ...name })),
  );
  const numbered = asked.flatMap(({ ssn, oldSsns = [] }, n) =>
    (ssn ? [ssn, ...oldSsns] : []).map((hex) => ({ n, ssn: Buffer.from(hex, 'hex') })),
  );
  const pairs = await candidatePairs(tx, {
    numbered: numbered.map(({ n }) => n),
    ssns: numbered.map(({ ssn }) => ssn),
    named: names.map(({ n }) => n),
    lastNames: names.map(({ last }) => last),
    firstNames: names.map(({ first }) => first),
    births: names.map((name) => name.born),
    swappedBirths: names.map(({ swapped }) => swapped),
    phones: names.map(({ phones }) => phones),
    emails: names.map(({ emails }) => emails),
    born: born.map(({ n }) => n),
    birthDates: born.map(({ birthDate }) => birthDate),
    lastNamesOfBorn: born.map(({ last }) => last),
    firstNamesOfBorn: born.map(({ first }) => first),
    housed: housed.map(({ n }) => n),
    addresses: housed.map(({ address }) => address),
    lastNamesOfHoused: housed.map(({ last }) => last),
    firstNamesOfHoused: housed.map(({ first }) => first),
  });
  const found = new Map<number, Set<string>>();
  for (const { n, id } of pairs) found.set(n, (found.get(n) ?? new Set()).add(id));
  return found;
}
