import { matchKey } from '../../../lib/address/match-key.ts';
import type { CryptoKeys } from '../../../lib/crypto/keys.ts';
import { sealSsn } from '../../../lib/crypto/seal-ssn.ts';
import type { Transaction } from '../../client.ts';
import { type PersonRow, writers } from '../writers.ts';
import { type Ids, idOf } from './ids.ts';
import type { Home } from './staff.ts';

type Writers = typeof writers;
type RowOf<T extends keyof Writers> = Parameters<Writers[T]['insert']>[1][number];
/** In the order their foreign keys want. */
const TABLES = [
  'person',
  'identity',
  'employment',
  'districtAssignment',
  'sectionStaff',
  'address',
  'household',
  'householdMember',
  'householdLocation',
  'enrollment',
  'guardianship',
] as const satisfies (keyof Writers)[];
type Table = (typeof TABLES)[number];

export type NewPerson = Partial<Omit<PersonRow, 'id' | 'ssnCipher' | 'ssnIndex' | 'ssnLast4'>> & {
  ssn?: string | null;
};

/** Rows on their way to the database, a batch of them at a time. */
export class RowBatch {
  readonly #keys: CryptoKeys;
  readonly #districtId: string;
  readonly #ids: Ids;
  #rows = emptyRows();

  constructor(keys: CryptoKeys, districtId: string, ids: Ids) {
    this.#keys = keys;
    this.#districtId = districtId;
    this.#ids = ids;
  }

  /** The rows collected so far, which the batch forgets. */
  take(): Rows {
    const rows = this.#rows;
    this.#rows = emptyRows();
    return rows;
  }

  add<T extends Table>(table: T, row: RowOf<T>): void {
    (this.#rows[table] as RowOf<T>[]).push(row);
  }

  /** The new person's id. */
  person(
    { ssn, ...given }: NewPerson,
    name: { lastName: string; firstName: string; middleName?: string | null },
  ): string {
    const id = this.#ids.next('person');
    const sealed = ssn
      ? sealSsn(this.#keys, { table: 'person', districtId: this.#districtId, rowId: id }, ssn)
      : undefined;
    this.add('person', {
      ...NOBODY,
      ...given,
      id,
      ssnCipher: sealed?.cipher ?? null,
      ssnIndex: sealed?.index ?? null,
      ssnLast4: sealed?.last4 ?? null,
    });
    this.add('identity', {
      middleName: null,
      ...name,
      id: this.#ids.next('identity'),
      personId: id,
      startDate: null,
      endDate: null,
      current: true,
    });
    return id;
  }

  /** Moves `members` into a home; its address is written with the first who live there. */
  household(given: { name: string; staffHousehold: boolean }, home: Home, members: string[]): void {
    const id = this.#ids.next('household');
    const addressId = idOf('address', home.n);
    if (!home.inCampus) {
      home.inCampus = true;
      this.add('address', { ...home.address, id: addressId, matchKey: matchKey(home.address) });
    }
    this.add('household', { ...given, id, phone: null });
    for (const personId of members)
      this.add('householdMember', {
        id: this.#ids.next('member'),
        householdId: id,
        personId,
        startDate: null,
        endDate: null,
      });
    this.add('householdLocation', {
      id: this.#ids.next('location'),
      householdId: id,
      addressId,
      startDate: null,
      endDate: null,
      mailing: true,
      physical: !home.address.postOfficeBox,
      private: false,
      secondary: false,
    });
  }
}

const NOBODY = {
  staffNumber: null,
  gender: null,
  birthDate: null,
  workPhone: null,
  cellPhone: null,
  otherPhone: null,
  workEmail: null,
  personalEmail: null,
};

export type Rows = { [T in Table]: RowOf<T>[] };
const emptyRows = (): Rows => Object.fromEntries(TABLES.map((table) => [table, []])) as unknown as Rows;

/** One statement a table. */
export async function writeRows(tx: Transaction, rows: Rows): Promise<void> {
  for (const table of TABLES) await writers[table].insert(tx, rows[table] as never[]);
}
