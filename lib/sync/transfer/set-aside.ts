import { and, eq, gt, isNotNull, sql } from 'drizzle-orm';
import type { Transaction } from '../../../db/client.ts';
import { inDistrict, json } from '../../../db/conditions.ts';
import { defineQuery, type Params } from '../../../db/query.ts';
import { rowWriter } from '../../../db/rows.ts';
import { setAsideStaff, stagedCall } from '../../../db/schema/staging.ts';
import { maskPayload } from '../../error-log/mask-payload.ts';
import type { FieldError } from '../../failure.ts';
import { staffNumberKey } from '../../record/record.ts';
import type { FaultyRecord } from './intake.ts';

const rows = rowWriter(setAsideStaff, [
  ...(['id', 'callId', 'line', 'runId', 'staffNumber', 'staffNumberKey', 'hr', 'errors', 'payload'] as const),
]);

const MAX_CHARS = 100;
const NAMES = ['staffNumber', 'lastName', 'firstName', 'middleName'] as const;

/** Keeps records that can't be staged. Inserted now, counted only when `publish` runs in the next transaction. */
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

const place = sql<number>`${stagedCall.firstSeq} + ${setAsideStaff.line}`;

const setAsideAfter = defineQuery(
  'set-aside records of a run after a place',
  (orm, p: Params<{ runId: string; after: number; limit: number }>) =>
    orm
      .select({
        seq: place,
        staffNumber: setAsideStaff.staffNumber,
        hr: json<Record<string, string>>(setAsideStaff.hr),
        errors: json<FieldError[]>(setAsideStaff.errors),
        payload: setAsideStaff.payload,
      })
      .from(stagedCall)
      .innerJoin(setAsideStaff, and(inDistrict(setAsideStaff), eq(setAsideStaff.callId, stagedCall.id)))
      .where(
        and(
          inDistrict(stagedCall),
          eq(stagedCall.runId, p.runId),
          isNotNull(stagedCall.firstSeq),
          gt(stagedCall.setAside, 0),
          sql`${stagedCall.firstSeq} + ${stagedCall.records} > ${p.after}`,
          sql`${setAsideStaff.line} > ${p.after} - ${stagedCall.firstSeq}`,
        ),
      )
      .orderBy(place)
      .limit(p.limit),
);

/** A record that was set aside (SYNC-2), at its place in staged order. */
export type SetAside = Awaited<ReturnType<typeof setAsideAfter>>[number];

/** At most `limit` set-aside records of a run after the place `after`, in staged order. */
export const readSetAside = (
  tx: Transaction,
  input: { runId: string; after: number; limit: number },
): Promise<SetAside[]> => setAsideAfter(tx, input);

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
  text?.toWellFormed().replaceAll('\0', '␀').slice(0, MAX_CHARS);

function payloadOf({ bytes, value }: FaultyRecord['sent']): string | null {
  const sent = bytes ?? Buffer.from(JSON.stringify(value) ?? '');
  return maskPayload({
    bytes: sent,
    whole: true,
    readable: bytes === undefined,
    contentType: 'application/json',
  });
}
