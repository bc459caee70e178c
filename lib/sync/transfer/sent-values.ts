import type { ReferenceValues } from '../../change/campus-state.ts';
import type { CodesSent } from '../../record/codes-sent.ts';
import { type MappedValue, type ValueMap, valuesSent } from '../../record/map-values.ts';
import { MAX_UNKNOWN_VALUES, type SentValue } from '../../value-mapping/note-unknown-values.ts';
import type { SentRecord } from './sent-record.ts';

/** The values of a call's records that Campus does not know as codes, each with how many records have it. Memory is bounded. */
export class SentValues {
  /** Records with a mapped value. */
  staffMapped = 0;
  readonly #mapped = new Map<string, MappedOfCall>();
  readonly #unknown = new Map<string, SentValue>();

  /** @param codes of a record that was parsed without mappings; undefined of any other, whose values may be no codes */
  add(
    sent: Pick<SentRecord, 'value'>,
    codes: CodesSent | undefined,
    map: ValueMap | undefined,
    reference: ReferenceValues,
  ): void {
    // Most records: 20,000 of them took 70 ms without this line.
    if (codes && areKnown(codes, reference)) return;
    let isMapped = false;
    for (const { kind, value } of valuesSent(sent.value)) {
      const code = map?.[kind].get(value);
      const key = `${kind} ${value}`;
      if (code !== undefined) {
        isMapped = true;
        if (this.#mapped.size < MAX_UNKNOWN_VALUES) this.#mapped.set(key, { kind, value, code });
      } else if (!reference[kind].has(value)) this.#count(key, { kind, value, records: 1 });
    }
    if (isMapped) this.staffMapped += 1;
  }

  #count(key: string, value: SentValue): void {
    const counted = this.#unknown.get(key);
    if (counted) counted.records += 1;
    else if (this.#unknown.size < MAX_UNKNOWN_VALUES) this.#unknown.set(key, value);
  }

  mapped(): MappedOfCall[] {
    return [...this.#mapped.values()];
  }

  /** Without a mapping. */
  unknown(): SentValue[] {
    return [...this.#unknown.values()];
  }

  /** All, for the call's row. */
  list(): Pick<SentValue, 'kind' | 'value'>[] {
    return [...this.#mapped.values(), ...this.#unknown.values()]
      .slice(0, MAX_OF_CALL)
      .map(({ kind, value }) => ({ kind, value }));
  }
}

const areKnown = (
  { demographics: { gender }, positions = [] }: CodesSent,
  { genders, schools, assignmentCodes, titles }: ReferenceValues,
): boolean =>
  (!gender || genders.has(gender)) &&
  positions.every(
    ({ schoolNumber, assignmentCode, titleCode }) =>
      (schoolNumber === null || schools.has(schoolNumber)) &&
      (assignmentCode === null || assignmentCodes.has(assignmentCode)) &&
      (titleCode === null || titles.has(titleCode)),
  );

type MappedOfCall = Omit<MappedValue, 'pointer'>;

/** More values than any HR system writes otherwise. */
const MAX_OF_CALL = 500;
