import { and, eq, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { asStored, DISTRICT_ID, inDistrict, isOneOf } from '../../../db/conditions.ts';
import { defineCommand, defineQuery, type Params } from '../../../db/query.ts';
import type { MovedRecords } from '../../../db/schema/combination.ts';
import { changeJournal } from '../../../db/schema/journal.ts';
import { hrNotice } from '../../../db/schema/notice.ts';
import { syncResult } from '../../../db/schema/sync.ts';
import { difference } from '../../../db/schema/validation.ts';

interface PairIds {
  baseId: string;
  otherId: string;
}

const moveJournal = defineQuery('move the journal to another person', (orm, p: Params<PairIds>) =>
  orm
    .update(changeJournal)
    .set({ personId: asStored(p.baseId, changeJournal.personId) })
    .where(and(inDistrict(changeJournal), eq(changeJournal.personId, p.otherId)))
    .returning({ id: changeJournal.id }),
);
const moveResults = defineQuery('move results to another person', (orm, p: Params<PairIds>) =>
  orm
    .update(syncResult)
    .set({ personId: asStored(p.baseId, syncResult.personId) })
    .where(and(inDistrict(syncResult), eq(syncResult.personId, p.otherId)))
    .returning({ runId: syncResult.runId, seq: syncResult.seq }),
);
const moveDifferences = defineQuery('move report entries to another person', (orm, p: Params<PairIds>) =>
  orm
    .update(difference)
    .set({ personId: asStored(p.baseId, difference.personId) })
    .where(and(inDistrict(difference), eq(difference.personId, p.otherId)))
    .returning({ validationId: difference.validationId, section: difference.section, seq: difference.seq }),
);

const moveMergeNotices = defineQuery('move notices to another person', (orm, p: Params<PairIds>) =>
  orm
    .update(hrNotice)
    .set({ personId: asStored(p.baseId, hrNotice.personId) })
    .where(
      and(
        inDistrict(hrNotice),
        eq(hrNotice.personId, p.otherId),
        eq(hrNotice.kind, 'addressMerged'),
        sql`${hrNotice.subject} not in (select subject from hr_notice where district_id = ${DISTRICT_ID} and person_id = ${p.baseId})`,
      ),
    )
    .returning({ id: hrNotice.id }),
);

/**
 * HR hears of merged addresses at the base person (RO-4). The other's drift ends with their values, and the rest of their
 * notices with them.
 * @returns which it hears of, for the undo
 */
export const moveNotices = (tx: Transaction, baseId: string, otherId: string): Promise<{ id: string }[]> =>
  moveMergeNotices(tx, { baseId, otherId });

/** The journal, results and report entries of the other person become the base's. @returns which, for the undo */
export async function moveRecords(
  tx: Transaction,
  baseId: string,
  otherId: string,
): Promise<Omit<MovedRecords, 'notices'>> {
  const pair = { baseId, otherId };
  const [journal, results, differences] = await Promise.all([
    moveJournal(tx, pair),
    moveResults(tx, pair),
    moveDifferences(tx, pair),
  ]);
  return { journal, results, differences };
}

const giveJournal = defineCommand(
  'give journal entries to a person',
  (orm, p: Params<{ personId: string; ids: readonly string[] }>) =>
    orm
      .update(changeJournal)
      .set({ personId: asStored(p.personId, changeJournal.personId) })
      .where(and(inDistrict(changeJournal), isOneOf(changeJournal.id, p.ids))),
);
const giveResults = defineCommand(
  'give results to a person',
  (orm, p: Params<{ personId: string; runIds: readonly string[]; seqs: readonly number[] }>) =>
    orm
      .update(syncResult)
      .set({ personId: asStored(p.personId, syncResult.personId) })
      .where(
        and(
          inDistrict(syncResult),
          sql`(${syncResult.runId}, ${syncResult.seq}) in
            (select * from unnest(${p.runIds}::uuid[], ${p.seqs}::integer[]))`,
        ),
      ),
);
const giveDifferences = defineCommand(
  'give report entries to a person',
  (
    orm,
    p: Params<{
      personId: string;
      validationIds: readonly string[];
      sections: readonly string[];
      seqs: readonly number[];
    }>,
  ) =>
    orm
      .update(difference)
      .set({ personId: asStored(p.personId, difference.personId) })
      .where(
        and(
          inDistrict(difference),
          sql`(${difference.validationId}, ${difference.section}, ${difference.seq}) in
            (select * from unnest(${p.validationIds}::uuid[], ${p.sections}::text[], ${p.seqs}::integer[]))`,
        ),
      ),
);

const giveNotices = defineCommand(
  'give notices to a person',
  (orm, p: Params<{ personId: string; ids: readonly string[] }>) =>
    orm
      .update(hrNotice)
      .set({ personId: asStored(p.personId, hrNotice.personId) })
      .where(and(inDistrict(hrNotice), isOneOf(hrNotice.id, p.ids))),
);

/** The reverse: a person who is there again gets their records back. */
export async function giveRecordsBack(
  tx: Transaction,
  personId: string,
  { journal, results, differences, notices = [] }: MovedRecords,
): Promise<void> {
  await giveNotices(tx, { personId, ids: notices.map(({ id }) => id) });
  await giveJournal(tx, { personId, ids: journal.map(({ id }) => id) });
  await giveResults(tx, {
    personId,
    runIds: results.map(({ runId }) => runId),
    seqs: results.map(({ seq }) => seq),
  });
  await giveDifferences(tx, {
    personId,
    validationIds: differences.map(({ validationId }) => validationId),
    sections: differences.map(({ section }) => section),
    seqs: differences.map(({ seq }) => seq),
  });
}
