import { and, eq, sql } from 'drizzle-orm';
import { findByIndex } from '../../../db/by-index.ts';
import type { Transaction } from '../../../db/client.ts';
import { DISTRICT_ID, inDistrict, ONE } from '../../../db/conditions.ts';
import { defineCommand, type Params } from '../../../db/query.ts';
import { knownRecord } from '../../../db/schema/known-record.ts';
import { stagedStaff } from '../../../db/schema/staging.ts';
import { unnested } from '../../../db/unnested.ts';
import { Conflict } from '../../failure.ts';
import type { KnownStaff } from './known-records.ts';
import type { OpenCall } from './open-call.ts';
import { knownNoMore } from './texts.ts';

/** A known record at its place in a call. */
export interface KnownRow extends KnownStaff {
  line: number;
}

interface Rows {
  lines: readonly number[];
  digests: readonly Buffer[];
}

const stageKnown = defineCommand(
  'stage known records',
  (orm, p: Params<Rows & { callId: string; runId: string }>) => {
    const { table, columns, selection } = unnested('sent', {
      line: [stagedStaff.line, p.lines],
      digest: [stagedStaff.sentDigest, p.digests],
    });
    return orm
      .insert(stagedStaff)
      .select(
        orm
          .select({
            districtId: sql`${DISTRICT_ID}::uuid`.as('district_id'),
            callId: sql`${p.callId}::uuid`.as('call_id'),
            line: selection.line,
            runId: sql`${p.runId}::uuid`.as('run_id'),
            staffNumberKey: knownRecord.staffNumberKey,
            record: knownRecord.record,
            sent: knownRecord.sent,
            ssnCipher: knownRecord.ssnCipher,
            ssnIndex: knownRecord.ssnIndex,
            ssnLast4: knownRecord.ssnLast4,
            newTitles: sql`null::text`.as('new_titles'),
            sentDigest: sql`null::bytea`.as('sent_digest'),
            readOn: sql`null::date`.as('read_on'),
            changesOn: sql`null::date`.as('changes_on'),
            warnings: sql`null::text`.as('warnings'),
          })
          .from(table)
          .innerJoin(knownRecord, and(inDistrict(knownRecord), eq(knownRecord.sentDigest, columns.digest))),
      )
      .returning(ONE);
  },
);

/**
 * Stages known records. What is known changes only between a commit and the next start (keep-known.ts), so that they are
 * still there while a call is received.
 * @throws Conflict if one is not
 */
export async function copyKnown(
  tx: Transaction,
  { id, runId }: OpenCall,
  rows: readonly KnownRow[],
): Promise<number> {
  if (rows.length === 0) return 0;
  await findByIndex(tx);
  const staged = await stageKnown(tx, {
    callId: id,
    runId,
    lines: rows.map(({ line }) => line),
    digests: rows.map(({ digest }) => digest),
  });
  if (staged !== rows.length) throw new Conflict(knownNoMore);
  return staged;
}
