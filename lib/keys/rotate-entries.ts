import { and, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, isOneOf } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { rowWriter } from '../../db/rows.ts';
import { changeJournal } from '../../db/schema/journal.ts';
import { person } from '../../db/schema/person.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import { openedSsn, type SealedSsn, type SsnPlace, sealSsn, ssnIndexes } from '../crypto/seal-ssn.ts';
import { ssnInTransit, ssnOfPerson } from '../record/ssn-place.ts';
import { ENTRY, type JournalEntry, type JournaledRow, rowsOf } from './journal.ts';

const entriesOfPeople = defineQuery(
  'keys: all journal entries of people',
  (orm, p: Params<{ people: readonly string[] }>) =>
    orm
      .select(ENTRY)
      .from(changeJournal)
      .where(
        and(
          inDistrict(changeJournal),
          isOneOf(changeJournal.personId, p.people),
          sql`${changeJournal.changes}::text ~ '"ssnCipher": "'`,
        ),
      ),
);
const ssnsOfPeople = defineQuery('keys: SSNs of people', (orm, p: Params<{ people: readonly string[] }>) =>
  orm
    .select({ id: person.id, number: person.staffNumber, cipher: person.ssnCipher })
    .from(person)
    .where(and(inDistrict(person), isOneOf(person.id, p.people))),
);
const writer = rowWriter(changeJournal, ['id', 'changes']);

/**
 * Seals the SSNs of entries with the current keys, each for its person. What a change wrote was sealed for a staff number in
 * transit that the entry need not name; its digits are known by its index from the person's row or from the next change.
 *
 * @returns how many entries were written, and how many SSNs could not be read
 */
export async function rotateEntries(
  keys: CryptoKeys,
  tx: Transaction,
  batch: readonly JournalEntry[],
): Promise<{ rotated: number; unreadable: number }> {
  if (batch.length === 0) return { rotated: 0, unreadable: 0 };
  const digitsOf = await knownDigits(keys, tx, batch);
  let unreadable = 0;
  const written = batch.filter((entry) => {
    let isWhole = true;
    for (const { id, row } of rowsOf(entry)) {
      if (!row.ssnCipher) continue;
      if (!row.ssnIndex) {
        // The same digits sealed again: undo and history leave such a cipher out.
        delete row.ssnCipher;
        continue;
      }
      const digits = digitsOf(id, row);
      if (digits === undefined) {
        unreadable += 1;
        isWhole = false;
        continue;
      }
      const sealed = sealSsn(keys, ssnOfPerson(tx.districtId, id), digits);
      row.ssnCipher = sealed.cipher.toString('base64');
      row.ssnIndex = sealed.index.toString('base64');
    }
    return isWhole;
  });
  const rows = written.map(({ id, changes }) => ({ id, changes: JSON.stringify(changes) }));
  return { rotated: (await writer.update(tx, rows)).length, unreadable };
}

type Digits = (personId: string, row: JournaledRow) => string | undefined;

async function knownDigits(
  keys: CryptoKeys,
  tx: Transaction,
  batch: readonly JournalEntry[],
): Promise<Digits> {
  const { districtId } = tx;
  const people = [
    ...new Set(batch.flatMap((entry) => [entry.personId, ...rowsOf(entry).map(({ id }) => id)])),
  ];
  const [now, all] = await Promise.all([ssnsOfPeople(tx, { people }), entriesOfPeople(tx, { people })]);
  const byIndex = new Map<string, string>();
  const learn = (place: SsnPlace, cipher: SealedSsn['cipher'] | null): string | undefined => {
    const digits = cipher ? openedSsn(keys, place, cipher) : undefined;
    if (digits)
      for (const index of ssnIndexes(keys, districtId, digits)) byIndex.set(index.toString('base64'), digits);
    return digits;
  };
  const numbers = new Map<string, Set<string>>();
  const hasNumber = (id: string, number: string | null | undefined) => {
    if (number) numbers.set(id, (numbers.get(id) ?? new Set()).add(number));
  };
  for (const { id, number, cipher } of now) {
    learn(ssnOfPerson(districtId, id), cipher);
    hasNumber(id, number);
  }
  for (const { id, row } of all.flatMap(rowsOf)) {
    if (row.ssnCipher) learn(ssnOfPerson(districtId, id), Buffer.from(row.ssnCipher, 'base64'));
    hasNumber(id, row.staffNumber);
  }
  return (id, { ssnCipher, ssnIndex }) => {
    const cipher = Buffer.from(ssnCipher ?? '', 'base64');
    const inPlace = openedSsn(keys, ssnOfPerson(districtId, id), cipher) ?? byIndex.get(ssnIndex ?? '');
    if (inPlace) return inPlace;
    for (const number of numbers.get(id) ?? []) {
      const digits = learn(ssnInTransit(districtId, number), cipher);
      if (digits) return digits;
    }
    return undefined;
  };
}
