import { maskPayload } from '../../error-log/mask-payload.ts';
import type { FieldError } from '../../failure.ts';
import type { FaultyRecord, SentRecord } from '../transfer/sent-record.ts';

/** How much of the faulty rows is kept for the error log. */
const MAX_BYTES = 256 * 1024;
const MAX_ERRORS = 1_000;

/** The faulty rows of a file, for the error log: of a stream only the records that fail (ERR-3). Bounded. */
export class FaultyRows {
  readonly #errors: FieldError[] = [];
  /** By a record's index in the file, its index in the payload. */
  readonly #kept = new Map<number, number>();
  readonly #rows: string[] = [];
  #bytes = 0;
  #readable = true;

  keep({ index, sent, errors }: Pick<FaultyRecord, 'index' | 'sent' | 'errors'>): void {
    for (const error of errors) if (this.#errors.length < MAX_ERRORS) this.#errors.push(error);
    const text = textOf(sent);
    if (text === undefined || this.#bytes + text.length > MAX_BYTES) return;
    this.#readable &&= sent.unreadable === undefined;
    this.#kept.set(index, this.#rows.length);
    this.#rows.push(text);
    this.#bytes += text.length;
  }

  /**
   * If none was kept yet, keeps the records that these errors name: what is wrong with them was found when their rows were
   * gone, as that a number is staged already. Reads no further than needed.
   * @param records of the file, from its beginning
   */
  async keepNamed(records: AsyncIterable<SentRecord>, errors: readonly FieldError[]): Promise<void> {
    if (this.#rows.length > 0) return;
    const indexes = new Set(errors.flatMap((error) => error.index ?? []));
    let index = 0;
    let left = indexes.size;
    for await (const sent of left > 0 ? records : []) {
      if (indexes.has(index)) {
        this.keep({ index, sent, errors: [] });
        left -= 1;
      }
      index += 1;
      if (left === 0 || this.#bytes > MAX_BYTES / 2) return;
    }
  }

  /** Errors of the file with pointers into the payload, which has the faulty rows only: the log marks the fields by them. */
  inPayload(errors: readonly FieldError[] = this.#errors): FieldError[] {
    return errors.slice(0, MAX_ERRORS).map((error) => {
      const place = error.index === undefined ? undefined : this.#kept.get(error.index);
      return place === undefined
        ? error
        : { ...error, pointer: error.pointer.replace(`/${error.index}`, `/${place}`) };
    });
  }

  /** A list of the rows as records, masked; null without any. */
  get payload(): string | null {
    if (this.#rows.length === 0) return null;
    const bytes = Buffer.from(`[${this.#rows.join(',\n')}]`);
    return maskPayload({ bytes, whole: true, readable: this.#readable });
  }
}

/** As sent: a line that is JSON, or what its columns say. Of a row that can't be read its cells. */
const textOf = ({ bytes, value, cells }: FaultyRecord['sent']): string | undefined =>
  bytes ? new TextDecoder().decode(bytes) : JSON.stringify(value ?? cells);
