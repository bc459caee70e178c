import { Breather } from '../concurrency/breather.ts';
import { type Encoding, LineDecoder, recognizeEncoding } from './encoding.ts';
import { notRead } from './not-read.ts';
import { STAFF_FILE_TEXTS } from './texts.ts';

/** A line as a text editor counts it, also within a cell. */
export interface Line {
  text: string;
  /** `\r\n`, `\n`, `\r`, or nothing at the end of the file. */
  end: string;
  /** From 1. */
  number: number;
  /** False if it is not in the file's encoding. */
  sound: boolean;
}

/** No row of staff is longer. A longer line is a file without line ends. */
const MAX_LINE_BYTES = 1_000_000;
const [LF, CR] = [0x0a, 0x0d];

/** The lines of a text file, decoded while it arrives. Memory holds a line and a chunk. */
export class TextLines {
  #wide: Encoding | undefined;
  readonly #decoder = new LineDecoder();
  readonly #source: AsyncIterable<Uint8Array>;
  readonly #given: Encoding | undefined;

  /** @param given the encoding, where a user knows better than the bytes tell */
  constructor(source: AsyncIterable<Uint8Array>, given?: Encoding) {
    this.#source = source;
    this.#given = given;
  }

  /** As far as the file was read: UTF-8 if all of that is ASCII. */
  get encoding(): Encoding {
    return this.#wide ?? this.#decoder.encoding ?? 'utf-8';
  }

  /** @throws Unreadable for a line longer than a megabyte */
  async *read(): AsyncGenerator<Line> {
    const breather = new Breather();
    let rest: Buffer = Buffer.alloc(0);
    let number = 1;
    let begun = false;
    let from = 0;
    const cut = (ended: boolean) => this.#nextLine(rest, from, ended);
    let pending: Uint8Array[] = [];
    let size = 0;
    for await (const chunk of withEnd(this.#source)) {
      if (chunk) {
        pending.push(chunk);
        size += chunk.length;
        // A long line that comes in small pieces would be copied once for each of them.
        if (!mayEndLine(chunk) && size * 4 < rest.length - from) continue;
      }
      rest = Buffer.concat([rest.subarray(from), ...pending]);
      pending = [];
      size = 0;
      from = 0;
      if (!begun) {
        // A byte order mark and a sample of the text; the first chunk of a connection may be a byte.
        if (chunk && rest.length < 64) continue;
        const { encoding, bom } = recognizeEncoding(rest);
        this.#begin(this.#given ?? encoding, bom > 0 || this.#given !== undefined);
        from = bom;
        begun = true;
      }
      for (let line = cut(!chunk); line; line = cut(!chunk)) {
        if (line.bytes > MAX_LINE_BYTES) throw tooLong(number);
        yield { ...line, number };
        number += 1;
        from += line.bytes;
        await breather.breathe();
      }
      if (rest.length - from > MAX_LINE_BYTES) throw tooLong(number);
    }
  }

  /** @param isSure whether its first lines can't show another one of the encodings with one byte a character */
  #begin(encoding: Encoding, isSure: boolean): void {
    if (encoding === 'utf-16le' || encoding === 'utf-16be') this.#wide = encoding;
    else if (isSure) this.#decoder.encoding = encoding;
  }

  /** Undefined if it may go on in the next chunk. */
  #nextLine(bytes: Buffer, from: number, ended: boolean) {
    const size = this.#wide ? 2 : 1;
    const at = this.#wide ? wideLineEnd(bytes, from, this.#wide) : lineEnd(bytes, from);
    if (at < 0) {
      if (!ended || from >= bytes.length) return undefined;
      return { ...this.#decode(bytes.subarray(from)), end: '', bytes: bytes.length - from };
    }
    const isCr = this.#unit(bytes, at) === CR;
    const next = at + size;
    if (isCr && next + size > bytes.length && !ended) return undefined;
    const end = !isCr ? '\n' : this.#unit(bytes, next) === LF ? '\r\n' : '\r';
    return { ...this.#decode(bytes.subarray(from, at)), end, bytes: at - from + end.length * size };
  }

  #unit(bytes: Buffer, at: number): number | undefined {
    if (!this.#wide) return bytes[at];
    if (at + 1 >= bytes.length) return undefined;
    return this.#wide === 'utf-16le' ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at);
  }

  #decode(bytes: Buffer): { text: string; sound: boolean } {
    if (!this.#wide) return this.#decoder.decode(bytes);
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 2));
    const text = (this.#wide === 'utf-16le' ? whole : Buffer.from(whole).swap16()).toString('utf16le');
    return { text: text.toWellFormed(), sound: text.isWellFormed() && whole.length === bytes.length };
  }
}

const mayEndLine = (chunk: Uint8Array): boolean => chunk.includes(LF) || chunk.includes(CR);

function lineEnd(bytes: Buffer, from: number): number {
  const lf = bytes.indexOf(LF, from);
  // Looked for before the LF only: a file without any CR would be searched to its end for each line.
  const cr = bytes.subarray(from, lf < 0 ? bytes.length : lf).indexOf(CR);
  return cr < 0 ? lf : from + cr;
}

function wideLineEnd(bytes: Buffer, from: number, encoding: Encoding): number {
  const low = encoding === 'utf-16le' ? 0 : 1;
  for (let at = from; at + 1 < bytes.length; at += 2) {
    const byte = bytes[at + low];
    if ((byte === LF || byte === CR) && bytes[at + 1 - low] === 0) return at;
  }
  return -1;
}

/** Undefined comes once, after all chunks. */
async function* withEnd(source: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array | undefined> {
  yield* source;
  yield undefined;
}

const tooLong = (line: number) => notRead(STAFF_FILE_TEXTS.lineTooLong(line), `/${line - 1}`);
