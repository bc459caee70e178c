import { and, desc, eq, type SQL, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, isOneOf } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { changeJournal } from '../../../db/schema/journal.ts';
import { decodeChange, type EncodedChange, type JournalChange } from '../../change/journal-format.ts';

/** A run's journal entry. */
export interface Entry {
  personId: string;
  rev: number;
  changes: JournalChange[];
}

const peopleOfRun = defineQuery(
  'people a run changed, a batch',
  (orm, p: Params<{ runId: string; after: string | null; limit: number }>) =>
    orm
      .selectDistinct({ personId: changeJournal.personId })
      .from(changeJournal)
      .where(
        and(
          inDistrict(changeJournal),
          eq(changeJournal.runId, p.runId),
          sql`(${p.after}::uuid is null or ${changeJournal.personId} > ${p.after})`,
        ),
      )
      .orderBy(changeJournal.personId)
      .limit(p.limit),
);

/** A journal entry's changes. */
export const JOURNALED: SQL<JournalChange[]> = sql`${changeJournal.changes}`.mapWith(
  (changes: EncodedChange[]) => changes.map(decodeChange),
);

const entriesOfRun = defineQuery(
  'what a run changed of people',
  (orm, p: Params<{ runId: string; people: readonly string[] }>) =>
    orm
      .select({ personId: changeJournal.personId, rev: changeJournal.rev, changes: JOURNALED })
      .from(changeJournal)
      .where(
        and(
          inDistrict(changeJournal),
          eq(changeJournal.runId, p.runId),
          isOneOf(changeJournal.personId, p.people),
        ),
      )
      .orderBy(changeJournal.personId, desc(changeJournal.rev), desc(changeJournal.id)),
);

/** The next people of a run's journal, in the order of their ids. */
export async function nextPeople(
  tx: Transaction,
  runId: string,
  after: string | undefined,
  limit: number,
): Promise<string[]> {
  const people = await peopleOfRun(tx, { runId, after: after ?? null, limit });
  return people.map(({ personId }) => personId);
}

/** A run's journal entries of these people, by person, the latest entry first. */
export async function entriesOf(
  tx: Transaction,
  runId: string,
  people: readonly string[],
): Promise<Map<string, Entry[]>> {
  return Map.groupBy(await entriesOfRun(tx, { runId, people }), ({ personId }) => personId);
}
