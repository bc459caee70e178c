import { type Failure, Unreadable } from '../../failure.ts';
import { parseJson } from '../../http/json.ts';
import type { SentLines } from '../../http/lines.ts';
import type { SentRecord } from './sent-record.ts';

/** The staff of a stream, one StaffMember a line. */
export async function* staffOfLines(lines: SentLines): AsyncGenerator<SentRecord> {
  for await (const bytes of lines) yield staffOfLine(bytes);
}

/** A line that is no JSON is a record that says why. */
export const staffOfLine = (bytes: Uint8Array): SentRecord => new SentLine(bytes);

/** A line, parsed once somebody asks what it says: most nights Campus knows it by its bytes. */
class SentLine implements SentRecord {
  readonly bytes: Uint8Array;
  #parsed: { value: unknown; unreadable?: Failure } | undefined;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
  }

  get value(): unknown {
    return this.#parse().value;
  }

  get unreadable(): Failure | undefined {
    return this.#parse().unreadable;
  }

  forget(): void {
    this.#parsed = undefined;
  }

  #parse(): { value: unknown; unreadable?: Failure } {
    if (this.#parsed) return this.#parsed;
    try {
      this.#parsed = { value: parseJson(this.bytes) };
    } catch (error) {
      if (!(error instanceof Unreadable)) throw error;
      this.#parsed = { value: undefined, unreadable: error };
    }
    return this.#parsed;
  }
}
