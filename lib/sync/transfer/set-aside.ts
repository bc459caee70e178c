import type { Transaction } from '../../../db/client.ts';
import { rowWriter } from '../../../db/rows.ts';
import { setAsideStaff } from '../../../db/schema/staging.ts';
import { maskPayload } from '../../error-log/mask-payload.ts';
import type { FieldError } from '../../failure.ts';
import { staffNumberKey } from '../../record/record.ts';
import type { FaultyRecord } from './intake.ts';

/** A record that was set aside (SYNC-2), at its place in staged order. */
export interface SetAside {
  seq: number;
  staffNumber: string | null;
  hr: Record<string, string>;
  errors: FieldError[];
  payload: string | null;
}

const rows = rowWriter(setAsideStaff, [
  ...(['id', 'callId', 'line', 'runId', 'staffNumber', 'staffNumberKey', 'hr', 'errors', 'payload'] as const),
]);

const LONGEST = 100;
const NAMES = ['staffNumber', 'lastName', 'firstName', 'middleName'] as const;

/** Keeps records that can't be staged; they count with their call, whose publishing is another transaction's. */
export const keepSetAside = (
  tx: Transaction,
  call: { id: string; runId: string; newId: () => string },
  faulty: readonly FaultyRecord[],
): Promise<void> =>
  rows.insert(
    tx,
    faulty.map(({ index, sent, staffNumber, errors }) => ({
      id: call.newId(),
      callId: call.id,
      line: index,
      runId: call.runId,
      staffNumber: storable(staffNumber) ?? null,
      staffNumberKey: staffNumber ? staffNumberKey(storable(staffNumber) ?? '') : null,
      hr: JSON.stringify(namesOf(sent.value)),
      errors: JSON.stringify(errors.map((error) => ({ ...error, message: storable(error.message) }))),
      payload: payloadOf(sent),
    })),
  );

/** Those of a run in staged order, `limit` behind `after`. */
export const readSetAside = (
  tx: Transaction,
  { runId, after, limit }: { runId: string; after: number; limit: number },
): Promise<SetAside[]> =>
  tx.rows(
    `select c.first_seq + a.line as seq, a.staff_number as "staffNumber", a.hr, a.errors, a.payload
       from staged_call c
       join set_aside_staff a on a.district_id = $1 and a.call_id = c.id
      where c.district_id = $1 and c.run_id = $2 and c.first_seq is not null and c.set_aside > 0
        and c.first_seq + c.records > $3 and a.line > $3 - c.first_seq
      order by seq limit $4`,
    [tx.districtId, runId, after, limit],
  );

function namesOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  const sent = value as Record<string, unknown>;
  return Object.fromEntries(
    NAMES.flatMap((name) => {
      const text = typeof sent[name] === 'string' ? storable(sent[name]) : undefined;
      return text === undefined ? [] : [[name, text]];
    }),
  );
}

/** As an answer can show it and Postgres can hold it. */
const storable = (text: string | undefined): string | undefined =>
  text?.toWellFormed().replaceAll('\0', '␀').slice(0, LONGEST);

function payloadOf({ bytes, value }: FaultyRecord['sent']): string | null {
  const sent = bytes ?? Buffer.from(JSON.stringify(value) ?? '');
  return maskPayload({
    bytes: sent,
    whole: true,
    readable: bytes === undefined,
    contentType: 'application/json',
  });
}
