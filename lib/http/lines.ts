import { TooLarge } from '../failure.ts';
import { mediaType } from './media-type.ts';
import type { SentBytes } from './sent-bytes.ts';

export const NDJSON = 'application/x-ndjson';

/** No staff member is larger. A longer line is a file without line ends. */
const MAX_LINE_BYTES = 1024 * 1024;
/** How much of the failed lines is kept for the error log. */
const MAX_KEPT_BYTES = 1024 * 1024;
const NEWLINE = 0x0a;

/** Whether the body is NDJSON by its Content-Type. */
export const isNdjson = (headers: Headers): boolean => mediaType(headers.get('content-type')).type === NDJSON;

/** A body of lines, read while it arrives. Memory holds at most a line and a chunk. */
export class SentLines implements AsyncIterable<Uint8Array> {
  /** The number of the line read last, from 1. Blank lines count. */
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
      if (length > MAX_LINE_BYTES)
        throw new TooLarge('A line is longer than 1 MiB. Send one staff member a line (NDJSON).');
      if (from < chunk.length) open.push(chunk.subarray(from));
    }
    const last = joined(open, new Uint8Array());
    this.number += 1;
    if (last) yield last;
  }

  /** Keeps a line for the error log. */
  keep(line: Uint8Array): void {
    if (this.#kept >= MAX_KEPT_BYTES) return;
    this.#failed.push(line);
    this.#kept += line.length;
  }

  /** The kept lines as the list that a JSON call would have sent, and whether it is valid JSON. */
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

  /** SHA-256 of the whole body as sent. Reads the body to its end. */
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
