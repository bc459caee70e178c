import { type AnyColumn, and, eq, gt, isNull, lte, or, type SQL, sql } from 'drizzle-orm';
import { DISTRICT_ID, inDistrict, ZERO } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { knownRecord } from '../../../db/schema/known-record.ts';
import { stagedStaff } from '../../../db/schema/staging.ts';
import { unnested } from '../../../db/unnested.ts';
import { recordDigest } from '../batch/record-digest.ts';

/**
 * Stages those of these lines that are known. Each digest is looked up by itself (`ZERO`): Postgres knows nothing of what a commit
 * has just kept.
 * @param byPointer stages a row that points to what is known; otherwise a copy of it
 */
export const stageKnown = defineQuery(
  'stage the records that are known',
  (
    orm,
    p: Params<{
      callId: string;
      runId: string;
      lines: readonly number[];
      digests: readonly Buffer[];
      today: string;
      byPointer: boolean;
    }>,
  ) => {
    const sent = unnested('sent', {
      line: [stagedStaff.line, p.lines],
      digest: [stagedStaff.sentDigest, p.digests],
    });
    const known = orm
      .select({
        staffNumberKey: knownRecord.staffNumberKey,
        ...{ record: knownRecord.record, sent: knownRecord.sent },
        ...{
          ssnCipher: knownRecord.ssnCipher,
          ssnIndex: knownRecord.ssnIndex,
          ssnLast4: knownRecord.ssnLast4,
        },
        warnings: knownRecord.warnings,
        recordDigest: recordDigest(knownRecord).as('record_digest'),
      })
      .from(knownRecord)
      .where(
        and(
          inDistrict(knownRecord),
          eq(knownRecord.sentDigest, sent.columns.digest),
          lte(knownRecord.readOn, p.today),
          or(isNull(knownRecord.changesOn), gt(knownRecord.changesOn, p.today)),
        ),
      )
      .offset(ZERO)
      .as('known');
    const unlessByPointer = (column: AnyColumn, pointer: SQL, name: string) =>
      sql`case when ${p.byPointer}::boolean then ${pointer} else ${column} end`.as(name);
    return orm
      .insert(stagedStaff)
      .select(
        orm
          .select({
            districtId: sql`${DISTRICT_ID}::uuid`.as('district_id'),
            callId: sql`${p.callId}::uuid`.as('call_id'),
            line: sent.selection.line,
            runId: sql`${p.runId}::uuid`.as('run_id'),
            staffNumberKey: known.staffNumberKey,
            record: unlessByPointer(known.record, sql`''`, 'record'),
            sent: unlessByPointer(known.sent, sql`''`, 'sent'),
            ssnCipher: unlessByPointer(known.ssnCipher, sql`null`, 'ssn_cipher'),
            ssnIndex: unlessByPointer(known.ssnIndex, sql`null`, 'ssn_index'),
            ssnLast4: unlessByPointer(known.ssnLast4, sql`null`, 'ssn_last4'),
            newTitles: sql`null::text`.as('new_titles'),
            sentDigest: sql`null::bytea`.as('sent_digest'),
            readOn: sql`null::date`.as('read_on'),
            changesOn: sql`null::date`.as('changes_on'),
            warnings: known.warnings,
            recordDigest: known.recordDigest,
          })
          .from(sent.table)
          .crossJoinLateral(known),
      )
      .returning({ line: stagedStaff.line, key: stagedStaff.staffNumberKey, warnings: stagedStaff.warnings });
  },
);
