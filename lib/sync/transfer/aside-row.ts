import { maskPayload } from '../../error-log/mask-payload.ts';
import type { FieldError } from '../../failure.ts';
import { firstErrors } from '../../wire/field-errors.ts';
import type { FaultyRecord } from './sent-record.ts';

/** What is kept of a staff member whose record was set aside. */
export interface AsideRow {
  line: number;
  staffNumber: string | null;
  /** The names as sent, for the report. */
  hr: Record<string, string>;
  errors: FieldError[];
  /** The record as sent, SSNs masked. */
  payload: string | null;
}

const MAX_CHARS = 100;
/** Of a record: the report shows them in a row. */
const MAX_ROW_ERRORS = 100;
/** Of a number that was sent more often: `PENDING` of a whole feed. */
export const MAX_RECORDS = 20;
const NAMES = ['staffNumber', 'lastName', 'firstName', 'middleName'] as const;

export const faultyRow = ({ index, sent, staffNumber, errors }: FaultyRecord): AsideRow => ({
  line: index,
  staffNumber: storable(staffNumber) ?? null,
  hr: namesOf(sent.value),
  errors: firstErrors(errors, 0, MAX_ROW_ERRORS).map((error) => ({
    ...error,
    message: storable(error.message, MAX_MESSAGE_CHARS),
  })),
  payload: payloadOf(sent),
});

/** A record that was staged. */
export const stagedRow = (line: number, sent: string): AsideRow => {
  const value: unknown = JSON.parse(sent);
  const hr = namesOf(value);
  return { line, staffNumber: hr.staffNumber ?? null, hr, errors: [], payload: sent };
};

/** The payload of a staff member with several records: a list of them. */
export function listed(payloads: readonly (string | null)[]): string | null {
  const records = payloads.flatMap((payload) => (payload === null ? [] : withoutBrackets(payload)));
  return records.length > 1 ? `[${records.join(',\n')}]` : (records[0] ?? null);
}

/** A record is an object: what begins as a list is one of several records already. */
const withoutBrackets = (payload: string): string =>
  payload.startsWith('[') ? payload.slice(1, -1) : payload;

function namesOf(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {};
  const sent = value as Record<string, unknown>;
  return Object.fromEntries(
    NAMES.flatMap((name) => (typeof sent[name] === 'string' ? [[name, storable(sent[name])]] : [])),
  );
}

const MAX_MESSAGE_CHARS = 1_000;

/** As an answer can show it and Postgres can hold it. */
function storable<T extends string | undefined>(text: T, most = MAX_CHARS): T {
  return text?.toWellFormed().replaceAll('\0', '␀').slice(0, most) as T;
}

/** Of what can't be read the line, or the cells of the row. */
function payloadOf({ bytes, value, cells, unreadable }: FaultyRecord['sent']): string | null {
  const sent = bytes ?? Buffer.from(JSON.stringify(value ?? cells) ?? '');
  return maskPayload({ bytes: sent, whole: true, readable: bytes === undefined && !unreadable });
}
