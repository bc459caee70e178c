import { createHash, type Hash } from 'node:crypto';
import { TooLarge } from '../failure.ts';
import { asUtf8 } from '../text/as-utf8.ts';
import { canonicalJson } from './canonical-json.ts';
import { parseJson } from './json.ts';
import { mediaType } from './media-type.ts';
import type { SentBytes } from './sent-bytes.ts';
import { HTTP_TEXTS } from './texts.ts';

export const NDJSON = 'application/x-ndjson';

/** No staff member is larger. A longer line is a file without line ends. */
const MAX_LINE_BYTES = 1024 * 1024;
/** A file has a few at its end. */
const MAX_BLANK_LINES = 10_000;
/** How much of the failed lines is kept for the error log. */
const MAX_KEPT_BYTES = 256 * 1024;
const KEPT_OF_LONG_LINE = 16 * 1024;
const NEWLINE = 0x0a;

/** Whether the body is NDJSON by its Content-Type. */
export const isNdjson = (headers: Headers): boolean => mediaType(headers.get('content-type')).type === NDJSON;

/** A body, or a file that is held. */
type LineSource = AsyncIterable<Uint8Array> & Partial<Pick<SentBytes, 'head'>>;

/** A body of lines, read while it arrives. Memory holds at most a line and a chunk. */
export class SentLines implements AsyncIterable<Uint8Array> {
  /** The number of the line read last, from 1. Blank lines count. */
  number = 0;
  readonly #bytes: LineSource;
  readonly #failed: Uint8Array[] = [];
  #kept = 0;
  #lines: AsyncGenerator<Uint8Array> | undefined;
  #hash: Hash | undefined;

  constructor(bytes: LineSource) {
    this.#bytes = bytes;
  }

  /** The lines that are not blank, without their ends. @throws Unreadable, TooLarge, UnsupportedMedia */
  [Symbol.asyncIterator](): AsyncIterator<Uint8Array> {
    this.#lines ??= this.#read();
    const lines = this.#lines;
    // Without `return`, which `for await` calls at an early end: `digest` still reads the rest.
    return { next: () => lines.next() };
  }

  async *#read(): AsyncGenerator<Uint8Array> {
    for await (const line of this.#split()) {
      this.#hash?.update(canonicalLine(line)).update('\n');
      yield line;
    }
  }

  async *#split(): AsyncGenerator<Uint8Array> {
    let open: Uint8Array[] = [];
    let length = 0;
    let blank = 0;
    for await (const chunk of this.#bytes) {
      let from = 0;
      for (let end = chunk.indexOf(NEWLINE); end >= 0; end = chunk.indexOf(NEWLINE, from)) {
        const line = joined(open, chunk.subarray(from, end));
        this.number += 1;
        if (line) yield line;
        else if (++blank > MAX_BLANK_LINES) throw new TooLarge(HTTP_TEXTS.tooManyBlankLines(MAX_BLANK_LINES));
        open = [];
        length = 0;
        from = end + 1;
      }
      length += chunk.length - from;
      if (length > MAX_LINE_BYTES) {
        this.keep(Buffer.concat([...open, chunk.subarray(from)]).subarray(0, KEPT_OF_LONG_LINE));
        throw new TooLarge(HTTP_TEXTS.lineTooLong());
      }
      if (from < chunk.length) open.push(chunk.subarray(from));
    }
    const last = joined(open, new Uint8Array());
    this.number += 1;
    if (last) yield last;
  }

  /** Keeps a line for the error log. */
  keep(line: Uint8Array): void {
    const left = MAX_KEPT_BYTES - this.#kept;
    if (left <= 0) return;
    this.#failed.push(line.subarray(0, left));
    this.#kept += line.length;
  }

  /** The kept lines as the list that a JSON call would have sent, and whether it is valid JSON. */
  get kept(): { bytes: Uint8Array; readable: boolean } {
    const list = `[${this.#failed.map((line) => new TextDecoder().decode(asUtf8(line))).join(',\n')}]`;
    let readable = true;
    try {
      JSON.parse(list);
    } catch {
      readable = false;
    }
    return { bytes: Buffer.from(list), readable };
  }

  /** The beginning of what was read, for the error log of a body that is no lines. */
  get head(): { bytes: Uint8Array; whole: boolean } {
    return this.#bytes.head ?? { bytes: new Uint8Array(), whole: false };
  }

  /** Asks for the digest. It costs a second reading of each line, so it is made for calls with an Idempotency-Key only. */
  keepDigest(): void {
    this.#hash = createHash('sha256');
  }

  /** SHA-256 of the values of all lines, however they were written and packed. Reads the body to its end. */
  async digest(): Promise<Buffer> {
    if (!this.#hash) throw new Error('keepDigest was not called before the lines were read');
    for await (const _line of this);
    return this.#hash.copy().digest();
  }
}

/** A line as canonical JSON. A line that is not JSON is unchanged. */
function canonicalLine(line: Uint8Array): string | Uint8Array {
  try {
    return canonicalJson(parseJson(line));
  } catch {
    return line;
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
