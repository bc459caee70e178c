import type { Context } from '../../context.ts';
import { sealSsn } from '../../crypto/seal-ssn.ts';
import type { Failure, FieldError, Warning } from '../../failure.ts';
import { type CodesSent, codesSent } from '../../record/codes-sent.ts';
import { mapSent, type ValueMap, withSentValues } from '../../record/map-values.ts';
import { oddValues } from '../../record/odd-values.ts';
import { parseNewStaffMember, type SealFor } from '../../record/parse.ts';
import type { StaffRecord } from '../../record/record.ts';
import { ssnInTransit } from '../../record/ssn-place.ts';
import { stillOpen } from '../../record/still-open.ts';
import type { FaultyRecord, SentRecord } from './sent-record.ts';

/** A record as parsed, with its codes as far as they can be read. */
export interface ReadRecord extends FaultyRecord {
  record: StaffRecord | undefined;
  codes: CodesSent;
  isMapped: boolean;
  /** What is to be warned of besides its codes. */
  warnings: Warning[];
  /** By which it will be known; undefined for one that can't be. */
  digest: Buffer | undefined;
}

interface Reads {
  /** `YYYY-MM-DD`, in the district. */
  today: string;
  call: { pointer: string; seal?: SealFor };
  map: ValueMap | undefined;
}

/** Reads the records of one call by the rules, without the codes of Campus. */
export class SentReader {
  readonly #ctx: Context;
  readonly #today: string;
  readonly #call: Reads['call'];
  readonly #map: ValueMap | undefined;

  constructor(ctx: Context, { today, call, map }: Reads) {
    this.#ctx = ctx;
    this.#today = today;
    this.#call = call;
    this.#map = map;
  }

  read(sent: SentRecord, index: number, digest: Buffer | undefined): ReadRecord {
    const staffNumber = numberOf(sent.value);
    const at = { index, sent, staffNumber, digest, isMapped: false, warnings: [] };
    if (sent.unreadable)
      return {
        ...at,
        record: undefined,
        codes: codesSent(undefined),
        errors: this.#unreadable(sent.unreadable, index),
      };
    const { json, mapped } = mapSent(sent.value, this.#map);
    const parsed = parseNewStaffMember(json, this.#seal);
    const faults = sent.faults ?? [];
    if ('errors' in parsed || faults.length > 0) {
      const found = 'errors' in parsed ? parsed.errors : [];
      const errors = [...faults, ...found].map((error) => placed(this.#call, error, index, staffNumber));
      return { ...at, record: undefined, codes: codesSent(json), errors };
    }
    const warnings = [...parsed.warnings, ...this.#odd(parsed.record)];
    const codes: CodesSent = parsed.record;
    const record = mapped.length > 0 ? withSentValues(parsed.record, sent.value) : parsed.record;
    return { ...at, record, codes, errors: [], warnings, isMapped: mapped.length > 0 };
  }

  /** Values and dates that can be seen to be odd without Campus; the others are in the results (STAFF-7). */
  readonly #odd = (record: StaffRecord): Warning[] => [
    ...oddValues(record, this.#today),
    ...stillOpen(record.employments ?? [], record.positions ?? [], this.#today, '/positions'),
  ];

  readonly #seal = (digits: string, staffNumber: string) =>
    this.#call.seal?.(digits, staffNumber) ??
    sealSsn(this.#ctx.keys, ssnInTransit(this.#ctx.district.id, staffNumber), digits);

  #unreadable({ message, errors }: Failure, index: number): FieldError[] {
    const [first] = errors;
    return [{ code: first?.code ?? 'badJson', message, pointer: `${this.#call.pointer}/${index}`, index }];
  }
}

/** An error of a record as the call's answer names it. */
export const placed = (
  { pointer }: { pointer: string },
  error: FieldError,
  index: number,
  staffNumber?: string,
): FieldError => ({
  ...error,
  pointer: `${pointer}/${index}${error.pointer}`,
  index,
  ...(staffNumber === undefined ? {} : { staffNumber }),
});

/** By which a record may be known. A line is not parsed for it. */
export const jsonOf = (sent: SentRecord): Uint8Array | string | undefined =>
  sent.faults?.length ? undefined : (sent.bytes ?? JSON.stringify(sent.value));

/** Undefined for a blank one. A JSON number is an error, but it names the staff member: the corrected record replaces it. */
export function numberOf(value: unknown): string | undefined {
  const number =
    typeof value === 'object' && value !== null && 'staffNumber' in value ? value.staffNumber : undefined;
  return typeof number === 'string' || typeof number === 'number'
    ? String(number).trim() || undefined
    : undefined;
}
