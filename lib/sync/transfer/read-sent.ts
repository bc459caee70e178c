import { readOtherwiseOn } from '../../change/plan/changes-on.ts';
import type { Context } from '../../context.ts';
import { sealSsn } from '../../crypto/seal-ssn.ts';
import type { Failure, FieldError, Warning } from '../../failure.ts';
import { type CodesSent, codesOfRecord, codesSent } from '../../record/codes-sent.ts';
import { mapSent, type ValueMap, withSentValues } from '../../record/map-values.ts';
import { oddValues } from '../../record/odd-values.ts';
import { parseNewStaffMember, type SealFor } from '../../record/parse.ts';
import type { StaffRecord } from '../../record/record.ts';
import { ssnInTransit } from '../../record/ssn-place.ts';
import { stillOpen } from '../../record/still-open.ts';
import type { FaultyRecord, SentRecord } from './sent-record.ts';
import { type StagedForm, stagedForm } from './staged-form.ts';

/** What is kept of a record that was read, with its codes as far as they can be read. */
export interface ReadRecord extends FaultyRecord {
  /** Undefined for one with errors. */
  form: StagedForm | undefined;
  codes: CodesSent;
  isMapped: boolean;
  /** What is to be warned of besides its codes. */
  warnings: Warning[];
  /** The first day on which it may be read otherwise, `YYYY-MM-DD`; null if none (`readOtherwiseOn`). */
  changesOn: string | null;
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
    const at = { index, sent, staffNumber, digest, isMapped: false, warnings: [], changesOn: null };
    if (sent.unreadable)
      return {
        ...at,
        form: undefined,
        codes: codesSent(undefined),
        errors: this.#unreadable(sent.unreadable, index),
      };
    const { json, mapped } = mapSent(sent.value, this.#map);
    const parsed = parseNewStaffMember(json, this.#seal);
    const faults = sent.faults ?? [];
    if ('errors' in parsed || faults.length > 0) {
      const found = 'errors' in parsed ? parsed.errors : [];
      const errors = [...faults, ...found].map((error) => placed(this.#call, error, index, staffNumber));
      return { ...at, form: undefined, codes: codesSent(json), errors };
    }
    const warnings = [...parsed.warnings, ...this.#odd(parsed.record)];
    const codes = codesOfRecord(parsed.record);
    const isMapped = mapped.length > 0;
    const record = isMapped ? withSentValues(parsed.record, sent.value) : parsed.record;
    const form = stagedForm(record, sent.value);
    // With a map each record's values are asked for once more.
    if (!this.#map) sent.forget?.();
    const changesOn = readOtherwiseOn(record, this.#today);
    return { ...at, form, codes, errors: [], warnings, isMapped, changesOn };
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
