import { TooLarge } from '../failure.ts';
import { mediaType } from './media-type.ts';
import type { SentBytes } from './sent-bytes.ts';

export const NDJSON = 'application/x-ndjson';

/** No staff member is larger; a longer line is a file without line ends. */
const LONGEST_LINE = 1024 * 1024;
/** Of the lines that failed this much is kept for the error log. */
const MOST_KEPT = 1024 * 1024;
const NEWLINE = 0x0a;

export const isNdjson = (headers: Headers): boolean => mediaType(headers.get('content-type')).type === NDJSON;

/** A body of lines, read as it comes, in constant memory: never more than a line and a chunk. */
export class SentLines implements AsyncIterable<Uint8Array> {
  /** The number of the line read last, blank ones counted too, from 1. */
  number = 0;
  readonly #bytes: SentBytes;
  readonly #failed: Uint8Array[] = [];
  #kept = 0;

  constructor(bytes: SentBytes) {
    this.#bytes = bytes;
  }

  /** The lines that are not blank, without their ends. @throws Unreadable, TooLarge, UnsupportedMedia */
  async *[Symbol.asyncIterator](): AsyncGenerator<Uint8Array> {
    let open: Uint8Array[] = [];
    let length = 0;
    for await (const chunk of this.#bytes) {
      let from = 0;
      for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
        const line = joined(open, chunk.subarray(from, end));
        this.number += 1;
        if (line) yield line;
        open = [];
        length = 0;
        from = end + 1;
      }
      length += chunk.length - from;
      if (length > LONGEST_LINE)
        throw new TooLarge('A line is longer than 1 MiB. Send one staff member a line (NDJSON).');
      if (from < chunk.length) open.push(chunk.subarray(from));
    }
    const last = joined(open, new Uint8Array());
    this.number += 1;
    if (last) yield last;
  }

  /** Keeps a line for the error log. */
  keep(line: Uint8Array): void {
    if (this.#kept >= MOST_KEPT) return;
    this.#failed.push(line);
    this.#kept += line.length;
  }

  /** The lines that were kept, as the list that a JSON call would have sent, and whether it can be read as one. */
  get kept(): { bytes: Uint8Array; readable: boolean } {
    const list = `[${this.#failed.map((line) => new TextDecoder().decode(line)).join(',\n')}]`;
    let readable = true;
    try {
      JSON.parse(list);
    } catch {
      readable = false;
    }
    return { bytes: Buffer.from(list), readable };
  }

  /** Of all that was sent, to its end, which is read away for it. */
  digest(): Promise<Buffer> {
    return this.#bytes.digest();
  }
}

const CARRIAGE_RETURN = 0x0d;

/** Undefined for a blank line. */
function joined(parts: readonly Uint8Array[], last: Uint8Array): Uint8Array | undefined {
  const line = parts.length === 0 ? last : Buffer.concat([...parts, last]);
  const end = line.at(-1) === CARRIAGE_RETURN ? line.length - 1 : line.length;
  const text = line.subarray(0, end);
  return text.some((byte) => byte !== 0x20 && byte !== 0x09) ? text : undefined;
}
