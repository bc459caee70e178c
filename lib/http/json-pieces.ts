import { Breather } from '../concurrency/breather.ts';
import { TooLarge } from '../failure.ts';
import { MAX_ENTRIES, parseJson, refuseFault, tooManyEntries } from './json.ts';
import type { Fault } from './json-fault.ts';
import { HTTP_TEXTS } from './texts.ts';

/** Read at once: about 5 ms, 20 for the worst text. */
const MAX_WHOLE_BYTES = 256 * 1024;
/** As a line of a stream. */
const MAX_PIECE_BYTES = 1024 * 1024;

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const BRACE = 0x7b;
const BRACKET = 0x5b;
const CLOSING_BRACE = 0x7d;
const CLOSING_BRACKET = 0x5d;

/**
 * `parseJson` for a body of any size: a large one is read item by item, with other calls between. Read at once, 16 MiB kept
 * all other calls waiting for 0.2 to 1.4 s. Read in another thread, its value still had to be copied, which takes longer
 * than reading it.
 *
 * @throws Unreadable; TooLarge for a piece above 1 MiB and for more than 10,000 entries of a list or object
 */
export const readJson = async (bytes: Uint8Array): Promise<unknown> =>
  bytes.length <= MAX_WHOLE_BYTES ? parseJson(bytes) : readPieces(bytes);

/** The same of a body of any size, in pieces: the items of the list that it is, or of the lists in the object that it is. */
export const readPieces = (bytes: Uint8Array): Promise<unknown> => new Pieces(bytes).read();

class Pieces {
  readonly #bytes: Uint8Array;
  readonly #breather = new Breather();
  #at: number;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  }

  async read(): Promise<unknown> {
    const value = await this.#value([]);
    if (this.#next() !== undefined) throw this.#fault([], 'expected the end of the text');
    return value;
  }

  #value(path: readonly (string | number)[]): Promise<unknown> | unknown {
    const first = this.#next();
    if (first === BRACKET && path.length < 2) return this.#list(path);
    if (first === BRACE && path.length === 0) return this.#object();
    return this.#piece(path, this.#endOfValue());
  }

  async #list(path: readonly (string | number)[]): Promise<unknown[]> {
    const list: unknown[] = [];
    await this.#series(path, CLOSING_BRACKET, async () => {
      list.push(await this.#value([...path, list.length]));
    });
    return list;
  }

  async #object(): Promise<object> {
    const members = new Map<string, unknown>();
    await this.#series([], CLOSING_BRACE, async () => {
      if (this.#next() !== QUOTE) throw this.#expected([], 'a property name in double quotes');
      const start = this.#at;
      const name = this.#piece([], this.#endOfValue()) as string;
      if (members.has(name)) {
        this.#at = start;
        throw this.#fault([name], `the property ${JSON.stringify(name)} is given twice`, 'duplicateKey');
      }
      if (this.#next() !== COLON) throw this.#expected([name], 'a colon');
      this.#at += 1;
      members.set(name, await this.#value([name]));
    });
    // fromEntries, because an assignment to `__proto__` makes no member.
    return Object.fromEntries(members);
  }

  async #series(path: readonly (string | number)[], close: number, one: () => Promise<void>): Promise<void> {
    this.#at += 1;
    if (this.#next() === close) {
      this.#at += 1;
      return;
    }
    for (let entries = 1; ; entries += 1) {
      if (entries > MAX_ENTRIES) throw tooManyEntries();
      await one();
      await this.#breather.breathe();
      const mark = this.#next();
      if (mark !== COMMA && mark !== close)
        throw this.#expected(path, `a comma or ${String.fromCharCode(close)}`);
      this.#at += 1;
      if (mark === close) return;
    }
  }

  #piece(path: readonly (string | number)[], end: number): unknown {
    const start = this.#at;
    if (start === end) throw this.#expected(path, 'a value');
    this.#at = end;
    return parseJson(this.#bytes.subarray(start, end), {
      path,
      before: () => this.#bytes.subarray(0, start),
    });
  }

  /** The next byte that is no white space. */
  #next(): number | undefined {
    for (;;) {
      const byte = this.#bytes[this.#at];
      if (byte !== 0x20 && byte !== 0x0a && byte !== 0x0d && byte !== 0x09) return byte;
      this.#at += 1;
    }
  }

  /** Whether it is a sound value is seen when it is read. @throws TooLarge */
  #endOfValue(): number {
    const bytes = this.#bytes;
    const most = this.#at + MAX_PIECE_BYTES;
    let depth = 0;
    let at = this.#at;
    for (; at < bytes.length; at += 1) {
      if (at > most) throw tooLong();
      const byte = bytes[at];
      if (byte === QUOTE) {
        for (at += 1; at < bytes.length && bytes[at] !== QUOTE; at += 1) if (bytes[at] === BACKSLASH) at += 1;
        if (at > most) throw tooLong();
        if (depth === 0) return Math.min(at + 1, bytes.length);
      } else if (byte === BRACE || byte === BRACKET) depth += 1;
      else if (byte === CLOSING_BRACE || byte === CLOSING_BRACKET) {
        if (depth === 0) return at;
        depth -= 1;
        if (depth === 0) return at + 1;
      } else if (depth === 0 && (byte === COMMA || byte === COLON || (byte as number) <= 0x20)) return at;
    }
    return at;
  }

  #expected(path: readonly (string | number)[], what: string) {
    const ends = this.#at >= this.#bytes.length;
    return this.#fault(path, ends ? `the text ends where ${what} is expected` : `expected ${what}`);
  }

  #fault(path: readonly (string | number)[], problem: string, code: Fault['code'] = 'badJson') {
    const before = () => this.#bytes.subarray(0, this.#at);
    return refuseFault({ at: 0, pointer: '', code, problem }, '', { path, before });
  }
}

const tooLong = () => new TooLarge(HTTP_TEXTS.entryTooLong());
