import { arrayLiteral } from '../../db/array.ts';
import type { Transaction } from '../../db/client.ts';
import type { StaffRecord } from '../staff/record.ts';

/** A transferred person at their place in staged order, which counts from 0 over the whole run. */
export interface Staged {
  seq: number;
  record: StaffRecord;
}

/** A published transfer call: its records stand from `firstSeq` on. */
export interface StagedCall {
  id: string;
  firstSeq: number;
  records: number;
}

export async function stagedCalls(tx: Transaction, runId: string): Promise<StagedCall[]> {
  return tx.rows(
    `select id, first_seq as "firstSeq", records from staged_call
      where district_id = $1 and run_id = $2 and first_seq is not null order by first_seq`,
    [tx.districtId, runId],
  );
}

/** A stretch of staged order, possibly over several calls: what one batch works on. */
export interface Stretch {
  from: number;
  to: number;
  parts: { callId: string; firstSeq: number; from: number; to: number }[];
}

/** People per transaction of a job. 500 to 1,000 measured best. */
export const STRETCH = 1000;

/** Cuts staged order into stretches of `size`, so that a thousand calls of one person are one batch too. */
export function* stretches(calls: readonly StagedCall[], size: number): Generator<Stretch> {
  let open: Stretch | undefined;
  for (const { id, firstSeq, records } of calls)
    for (let line = 0; line < records; ) {
      open ??= { from: firstSeq + line, to: firstSeq + line, parts: [] };
      const taken = Math.min(records - line, size - (open.to - open.from));
      open.parts.push({ callId: id, firstSeq, from: line, to: line + taken });
      line += taken;
      open.to += taken;
      if (open.to - open.from === size) {
        yield open;
        open = undefined;
      }
    }
  if (open) yield open;
}

/** The stretch without some of its places. */
export function without({ from, to, parts }: Stretch, places: ReadonlySet<number>): Stretch {
  const left: Stretch = { from, to, parts: [] };
  for (const { callId, firstSeq, ...part } of parts)
    for (let line = part.from; line < part.to; line += 1) {
      if (places.has(firstSeq + line)) continue;
      const last = left.parts.at(-1);
      if (last?.callId === callId && last.to === line) last.to += 1;
      else left.parts.push({ callId, firstSeq, from: line, to: line + 1 });
    }
  return left;
}

type StagedTuple = [string, number, string, Buffer | null, Buffer | null, string | null];

/**
 * The records of a stretch in staged order. A lateral subselect that can't be flattened (`offset 0`) reads part by part,
 * by the primary key; a join would rather read all of a call for a few of its lines.
 */
export async function readStretch(tx: Transaction, stretch: Stretch): Promise<Staged[]> {
  const tuples = await tx.tuples<StagedTuple>(
    `select s.call_id, s.line, s.record, s.ssn_cipher, s.ssn_index, s.ssn_last4
       from unnest($2::uuid[], $3::int[], $4::int[]) as part(call_id, from_line, to_line),
            lateral (select * from staged_staff
                      where district_id = $1 and call_id = part.call_id
                        and line >= part.from_line and line < part.to_line
                     offset 0) s`,
    [
      tx.districtId,
      arrayLiteral(stretch.parts.map((part) => part.callId)),
      arrayLiteral(stretch.parts.map((part) => part.from)),
      arrayLiteral(stretch.parts.map((part) => part.to)),
    ],
  );
  const firstSeq = new Map(stretch.parts.map((part) => [part.callId, part.firstSeq]));
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
