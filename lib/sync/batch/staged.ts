import { arrayLiteral } from '../../../db/array.ts';
import type { Transaction } from '../../../db/client.ts';
import type { StaffRecord } from '../../record/record.ts';
import type { Part, StagedCall } from './batches.ts';

/** A transferred person at their place in staged order, which counts from 0 over the whole run. */
export interface Staged {
  seq: number;
  record: StaffRecord;
}

export async function stagedCalls(tx: Transaction, runId: string): Promise<StagedCall[]> {
  return tx.rows(
    `select id, first_seq as "firstSeq", records from staged_call
      where district_id = $1 and run_id = $2 and first_seq is not null order by first_seq`,
    [tx.districtId, runId],
  );
}

type StagedTuple = [string, number, string, Buffer | null, Buffer | null, string | null];

/**
 * Staged records, in staged order. A lateral subselect that can't be flattened (`offset 0`) reads part by part,
 * by the primary key; a join would rather read all of a call for a few of its lines.
 */
export async function readStaged(tx: Transaction, parts: readonly Part[]): Promise<Staged[]> {
  const tuples = await tx.tuples<StagedTuple>(
    `select s.call_id, s.line, s.record, s.ssn_cipher, s.ssn_index, s.ssn_last4
       from unnest($2::uuid[], $3::int[], $4::int[]) as part(call_id, from_line, to_line),
            lateral (select * from staged_staff
                      where district_id = $1 and call_id = part.call_id
                        and line >= part.from_line and line < part.to_line
                     offset 0) s`,
    [
      tx.districtId,
      arrayLiteral(parts.map((part) => part.callId)),
      arrayLiteral(parts.map((part) => part.from)),
      arrayLiteral(parts.map((part) => part.to)),
    ],
  );
  const firstSeq = new Map(parts.map((part) => [part.callId, part.firstSeq]));
  return tuples
    .map(([callId, line, json, cipher, index, last4]) => {
      const record = JSON.parse(json) as StaffRecord;
      if (cipher && index && last4) record.ssn = { cipher, index, last4 };
      return { seq: (firstSeq.get(callId) ?? 0) + line, record };
    })
    .sort((a, b) => a.seq - b.seq);
}

/** Describes each new title code by the first record in staged order that brought it (REF-2). */
export async function stagedTitles(tx: Transaction, runId: string): Promise<Map<string, string | null>> {
  const rows = await tx.rows<{ titles: string }>(
    `select s.new_titles as titles
       from staged_call c
       join staged_staff s on s.district_id = $1 and s.call_id = c.id and s.new_titles is not null
      where c.district_id = $1 and c.run_id = $2 and c.first_seq is not null
      order by c.first_seq + s.line`,
    [tx.districtId, runId],
  );
  const described = new Map<string, string | null>();
  for (const { titles } of rows)
    for (const [code, description] of Object.entries(JSON.parse(titles) as Record<string, string | null>))
      if (!described.has(code)) described.set(code, description);
  return described;
}
