import { join } from 'node:path';
import type { PgTable } from 'drizzle-orm/pg-core';
import { type Database, openDatabase, type Transaction } from '../db/client.ts';
import { assignmentCode, gender, school, section, title } from '../db/schema/district.ts';
import { address, household, householdLocation, householdMember } from '../db/schema/household.ts';
import { districtAssignment, employment, identity, person, sectionStaff } from '../db/schema/person.ts';
import { type Access, giveAccess } from '../db/seed/access.ts';
import { AddressBook } from '../db/seed/address-book.ts';
import { idOf, type Kind } from '../db/seed/synthetic/ids.ts';
import type { CryptoKeys } from '../lib/crypto/keys.ts';
import { sealSsn } from '../lib/crypto/seal-ssn.ts';
import { openDistrict } from '../lib/district/open-district.ts';
import { ssnOfPerson } from '../lib/record/ssn-place.ts';
import { type CopyRow, copyRows } from './copy.ts';
import { type TsvRow, tsvById, tsvRows } from './tsv.ts';

/**
 * Loads the reference's Campus into the product's tables: the same people, names, employments, positions and
 * households. What the reference has no column for is given the value that HR's feed repeats, so that a record that is
 * identical there is identical here: a household's phone is its staff member's cell phone, a location starts with their
 * first employment. Addresses are read again, so that the same home is one address by the product's own key (ADR-3).
 *
 * @param ownerUrl a superuser's: COPY into tables with row level security is refused to everyone else
 * @param folder the reference's TSV files
 */
export async function loadReferenceDistrict(
  ownerUrl: string,
  keys: CryptoKeys,
  folder: string,
): Promise<Access> {
  const owner = openDatabase(ownerUrl, { max: 1 });
  try {
    const given = { appName: 'reference', name: 'Reference ISD', timeZone: 'America/Chicago' };
    const { districtId, ...access } = await openDistrict(owner, keys, given, async (ctx, tx) => ({
      districtId: tx.districtId,
      ...(await giveAccess(ctx, tx)),
    }));
    await owner.stagingInDistrict(districtId, (tx) => new Loader(tx, keys, folder).load());
    await settle(owner);
    return access;
  } finally {
    await owner.close();
  }
}

/** As after a night's rest: nothing is left to be vacuumed or analysed while a bench runs. */
const settle = (owner: Database) => owner.pool.query('vacuum (freeze, analyze)');

const cell = (row: TsvRow, index: number): string | null => row[index] ?? null;
const number = (row: TsvRow, index: number): number => Number(row[index]);

class Loader {
  readonly #tx: Transaction;
  readonly #keys: CryptoKeys;
  readonly #folder: string;

  constructor(tx: Transaction, keys: CryptoKeys, folder: string) {
    this.#tx = tx;
    this.#keys = keys;
    this.#folder = folder;
  }

  async load(): Promise<void> {
    await this.#codes();
    await this.#people();
    await this.#positions();
    await this.#households();
  }

  #file = (table: string): string => join(this.#folder, `${table}.tsv`);

  /** Copies what `map` makes of a file's rows: the ids first, as `columns` says. */
  async #copy(
    table: PgTable,
    columns: readonly string[],
    file: string,
    map: (row: TsvRow) => CopyRow,
  ): Promise<void> {
    const { districtId } = this.#tx;
    async function* rows(source: AsyncIterable<TsvRow>) {
      for await (const row of source) yield [districtId, ...map(row)];
    }
    const names: readonly string[] = ['districtId', ...columns];
    await copyRows(this.#tx, table, names, rows(tsvRows(this.#file(file))));
  }

  async #codes(): Promise<void> {
    const { districtId } = this.#tx;
    const genders = ['F', 'M', 'X'].map((code, n) => [districtId, idOf('code', n), code, code] as const);
    await copyRows(this.#tx, gender, ['districtId', 'id', 'code', 'description'], genders);
    const codeOf = (row: TsvRow) => [idOf('code', number(row, 0)), cell(row, 1), cell(row, 2)];
    await this.#copy(school, ['id', 'schoolNumber', 'name'], 'school', codeOf);
    await this.#copy(assignmentCode, ['id', 'code', 'description'], 'assignment_code', codeOf);
    await this.#copy(title, ['id', 'code', 'description'], 'title', codeOf);
    await this.#copy(section, ['id', 'schoolNumber', 'name'], 'school', (row) => [
      idOf('section', number(row, 0)),
      cell(row, 1),
      `Section of ${cell(row, 2)}`,
    ]);
  }

  async #people(): Promise<void> {
    const identities = await tsvById(this.#file('identity'));
    const contacts = await tsvById(this.#file('contact'));
    const current = new Set<number>();
    await this.#copy(
      person,
      [
        'id',
        'staffNumber',
        'gender',
        'birthDate',
        'ssnCipher',
        'ssnIndex',
        'ssnLast4',
        'workPhone',
        'cellPhone',
        'otherPhone',
        'workEmail',
        'personalEmail',
      ],
      'person',
      (row) => {
        current.add(number(row, 2));
        const named = identities.get(number(row, 2)) ?? [];
        const [, work = null, cellPhone = null, other = null, workEmail = null, personalEmail = null] =
          contacts.get(number(row, 0)) ?? [];
        const id = idOf('person', number(row, 0));
        return [
          id,
          cell(row, 1),
          cell(named, 5),
          cell(named, 6),
          ...this.#sealed(id, cell(named, 7)),
          ...[work, cellPhone, other, workEmail, personalEmail],
        ];
      },
    );
    await this.#copy(
      identity,
      ['id', 'personId', 'lastName', 'firstName', 'middleName', 'startDate', 'endDate', 'current'],
      'identity',
      (row) => [
        idOf('identity', number(row, 0)),
        idOf('person', number(row, 1)),
        ...[2, 3, 4, 8, 9].map((index) => cell(row, index)),
        current.has(number(row, 0)),
      ],
    );
  }

  #sealed(personId: string, nineDigits: string | null): CopyRow {
    if (nineDigits === null) return [null, null, null];
    const ssn = sealSsn(this.#keys, ssnOfPerson(this.#tx.districtId, personId), nineDigits);
    return [ssn.cipher, ssn.index, ssn.last4];
  }

  async #positions(): Promise<void> {
    const ofPerson = (kind: Kind, row: TsvRow) => [
      idOf(kind, number(row, 0)),
      idOf('person', number(row, 1)),
    ];
    await this.#copy(employment, ['id', 'personId', 'hireDate', 'terminationDate'], 'employment', (row) => [
      ...ofPerson('employment', row),
      cell(row, 2),
      cell(row, 3),
    ]);
    const [schools, titles, codes] = await Promise.all(
      ['school', 'title', 'assignment_code'].map((table) => tsvById(this.#file(table))),
    );
    const codeOf = (table: Map<number, TsvRow> | undefined, row: TsvRow, index: number) =>
      row[index] === null ? null : cell(table?.get(number(row, index)) ?? [], 1);
    const schoolOf = new Map<number, number>();
    await this.#copy(
      districtAssignment,
      ['id', 'personId', 'schoolNumber', 'titleCode', 'assignmentCode', 'startDate', 'endDate'],
      'assignment',
      (row) => {
        schoolOf.set(number(row, 0), number(row, 2));
        return [
          ...ofPerson('position', row),
          codeOf(schools, row, 2),
          codeOf(titles, row, 3),
          codeOf(codes, row, 4),
          cell(row, 5),
          cell(row, 6),
        ];
      },
    );
    await this.#copy(sectionStaff, ['id', 'sectionId', 'assignmentId'], 'assignment_use', (row) => [
      idOf('sectionStaff', number(row, 0)),
      idOf('section', schoolOf.get(number(row, 0)) ?? 0),
      idOf('position', number(row, 0)),
    ]);
  }

  async #households(): Promise<void> {
    const addressIds = await this.#addresses();
    const owners = await this.#owners();
    await this.#copy(household, ['id', 'staffHousehold', 'name', 'phone'], 'household', (row) => [
      idOf('household', number(row, 0)),
      cell(row, 1),
      cell(row, 2),
      owners.get(number(row, 0))?.phone ?? null,
    ]);
    await this.#copy(householdMember, ['id', 'householdId', 'personId'], 'household_member', (row) => [
      idOf('member', number(row, 0)),
      idOf('household', number(row, 1)),
      idOf('person', number(row, 2)),
    ]);
    await this.#copy(
      householdLocation,
      ['id', 'householdId', 'addressId', 'startDate', 'physical'],
      'household_location',
      (row) => [
        idOf('location', number(row, 0)),
        idOf('household', number(row, 1)),
        addressIds.get(number(row, 2))?.id,
        owners.get(number(row, 1))?.start ?? null,
        addressIds.get(number(row, 2))?.postOfficeBox === false,
      ],
    );
  }

  /** Which address each of the reference's is: two of its may be one by the product's key. */
  async #addresses(): Promise<Map<number, { id: string; postOfficeBox: boolean }>> {
    let made = 0;
    const book = new AddressBook(() => idOf('address', made++));
    const known = new Map<number, { id: string; postOfficeBox: boolean }>();
    for await (const row of tsvRows(this.#file('address'))) {
      const [n, box, houseNumber, prefix, street, tag, direction, apt, city, state, zip, county] = row;
      const postOfficeBox = box === 't';
      const parts = { postOfficeBox, number: houseNumber, prefix, street, tag, direction, apt };
      known.set(Number(n), { id: book.idOf({ ...parts, city, state, zip, county }), postOfficeBox });
    }
    const columns = [
      'number',
      'prefix',
      'street',
      'tag',
      'direction',
      'apt',
      'city',
      'state',
      'zip',
      'county',
    ] as const;
    const names: readonly string[] = ['districtId', 'id', 'matchKey', 'postOfficeBox', ...columns];
    await copyRows<PgTable, readonly string[]>(
      this.#tx,
      address,
      names,
      book
        .take()
        .map((one) => [
          this.#tx.districtId,
          one.id,
          one.matchKey,
          one.postOfficeBox,
          ...columns.map((column) => one[column]),
        ]),
    );
    return known;
  }

  /** Of each household with a staff member: what HR's feed says of it. */
  async #owners(): Promise<Map<number, { phone: string | null; start: string | null }>> {
    const contacts = await tsvById(this.#file('contact'));
    const hired = new Map<number, string | null>();
    for await (const row of tsvRows(this.#file('employment')))
      if (!hired.has(number(row, 1))) hired.set(number(row, 1), cell(row, 2));
    const owners = new Map<number, { phone: string | null; start: string | null }>();
    for await (const row of tsvRows(this.#file('household_member'))) {
      const person = number(row, 2);
      const start = hired.get(person);
      if (start !== undefined)
        owners.set(number(row, 1), { phone: cell(contacts.get(person) ?? [], 2), start });
    }
    return owners;
  }
}
