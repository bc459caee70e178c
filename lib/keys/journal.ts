import { and, gt, sql } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { changeJournal } from '../../db/schema/journal.ts';
import { ALL, type Current } from './sealed.ts';

/** A row inside a change, as JSON. */
export interface JournaledRow {
  ssnCipher?: string | null;
  ssnIndex?: string | null;
  staffNumber?: string | null;
}
interface JournaledChange {
  table: string;
  id: string;
  before: JournaledRow | null;
  after: JournaledRow | null;
}
export interface JournalEntry {
  id: string;
  personId: string;
  changes: JournaledChange[];
}

export const ENTRY = {
  id: changeJournal.id,
  personId: changeJournal.personId,
  changes: sql<JournaledChange[]>`${changeJournal.changes}`,
};
const entriesRead = (lock: boolean) =>
  defineQuery(
    `keys: journal entries${lock ? ', locked' : ''}`,
    (orm, p: Params<{ after: string; pattern: string; limit: number }>) => {
      const query = orm
        .select(ENTRY)
        .from(changeJournal)
        .where(
          and(
            inDistrict(changeJournal),
            gt(changeJournal.id, p.after),
            sql`${changeJournal.changes}::text ~ ${p.pattern}`,
          ),
        )
        .orderBy(changeJournal.id)
        .limit(p.limit);
      return lock ? query.for('update') : query;
    },
  );
const entries = { read: entriesRead(false), lock: entriesRead(true) };
/** Matches SSNs that begin otherwise; the 6 bytes of version and key id are 8 characters of base64. */
const patternOf = ({ cipher, index }: Current): string => {
  const other = (prefix: Buffer) =>
    prefix.length === 0 ? '' : `(?!${prefix.toString('base64').replaceAll('+', '\\+')})`;
  return `"ssnCipher": "${other(cipher)}|"ssnIndex": "${other(index)}`;
};

/** The next entries with SSNs, without those whose SSNs are all `current`. */
export const readEntries = (
  tx: Transaction,
  { after, current = ALL, limit, lock }: { after: string; current?: Current; limit: number; lock: boolean },
): Promise<JournalEntry[]> =>
  (lock ? entries.lock : entries.read)(tx, { after, pattern: patternOf(current), limit });

/** The changes of people's own rows with their rows. */
export const rowsOf = ({ changes }: JournalEntry): { id: string; row: JournaledRow; isBefore: boolean }[] =>
  changes
    .filter(({ table }) => table === 'person')
    .flatMap(({ id, before, after }) => [
      ...(before ? [{ id, row: before, isBefore: true }] : []),
      ...(after ? [{ id, row: after, isBefore: false }] : []),
    ]);
