import { TooLarge, Unreadable } from '../failure.ts';
import { pointerTo } from '../wire/pointer.ts';
import { type Fault, firstFault } from './json-fault.ts';
import { HTTP_TEXTS } from './texts.ts';

/** API.md, *Conventions*: what is nested deeper is 400. */
export const MAX_DEPTH = 32;

/** Entries of one list or object: API.md's 10,000 staff of a call. Millions of them would cost seconds and all memory. */
export const MAX_ENTRIES = 10_000;

/** Where a text is in a larger one: for the depth, and for messages. */
export interface Piece {
  path: readonly (string | number)[];
  before: () => Uint8Array;
}

/**
 * Reads JSON from UTF-8 bytes, stricter than `JSON.parse`: malformed UTF-8, nesting beyond MAX_DEPTH, a name twice in
 * an object, NUL characters and lone surrogates are `Unreadable`, with the place. `__proto__` is a property like any
 * other. A leading byte order mark is skipped, as RFC 8259 §8.1 allows.
 *
 * `JSON.parse` does the reading. The checks before it are few: the depth, and that the text has as
 * many names as the value (of a name given twice the value keeps one). Only then is the fault looked for.
 *
 * @throws Unreadable; TooLarge for a list or object of more than 10,000 entries
 */
export function parseJson(bytes: Uint8Array, piece?: Piece): unknown {
  const names = countNames(bytes, MAX_DEPTH - (piece?.path.length ?? 0));
  const text = decodeUtf8(bytes);
  if (names === undefined) return readClosely(text, piece);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return readClosely(text, piece);
  }
  return countMembers(value) === names ? value : readClosely(text, piece);
}

function readClosely(text: string, piece?: Piece): unknown {
  const fault = firstFault(text, MAX_DEPTH, piece?.path.length);
  if (!fault) return JSON.parse(text);
  throw refuseFault(fault, text, piece);
}

/** Says what is wrong with a text, and where. */
export function refuseFault(fault: Fault, text: string, piece?: Piece): Unreadable {
  const ahead = piece ? new TextDecoder().decode(piece.before()) : '';
  const before = ahead + text.slice(0, fault.at);
  const line = before.split('\n').length;
  const column = before.length - before.lastIndexOf('\n');
  const pointer = pointerTo(piece?.path ?? []) + fault.pointer;
  const place = `line ${line}, column ${column}${pointer ? ` (in ${pointer})` : ''}`;
  const message = `${fault.problem} at ${place}.`;
  return new Unreadable(HTTP_TEXTS.badJson(message), [{ pointer, code: fault.code, message }]);
}

export const tooManyEntries = () => new TooLarge(HTTP_TEXTS.tooManyEntries(MAX_ENTRIES));

const UTF8 = new TextDecoder('utf-8', { fatal: true });

function decodeUtf8(bytes: Uint8Array): string {
  try {
    return UTF8.decode(bytes);
  } catch {
    const message = HTTP_TEXTS.notUtf8();
    throw new Unreadable(message, [{ pointer: '', code: 'notUtf8', message }]);
  }
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COLON = 0x3a;
const COMMA = 0x2c;
const BRACE = 0x7b;
const BRACKET = 0x5b;
const CLOSING_BRACE = 0x7d;
const CLOSING_BRACKET = 0x5d;

/** How many names the text has, by its colons; undefined where it must be read closely: too deep, or a doubtful escape. @throws TooLarge */
function countNames(bytes: Uint8Array, maxDepth: number): number | undefined {
  const commas = new Uint32Array(maxDepth + 1);
  let depth = 0;
  let names = 0;
  for (let i = 0; i < bytes.length; i += 1) {
    const byte = bytes[i];
    if (byte === QUOTE) {
      for (i += 1; i < bytes.length && bytes[i] !== QUOTE; i += 1) {
        if (bytes[i] !== BACKSLASH) continue;
        i += 1;
        if (bytes[i] === 0x75 && isDoubtful(bytes, i + 1)) return undefined;
      }
    } else if (byte === COLON) names += 1;
    else if (byte === BRACE || byte === BRACKET) {
      depth += 1;
      if (depth > maxDepth) return undefined;
      commas[depth] = 0;
    } else if (byte === COMMA) {
      const entries = (commas[depth] ?? 0) + 2;
      if (entries > MAX_ENTRIES) throw tooManyEntries();
      commas[depth] = entries - 1;
    } else if (byte === CLOSING_BRACE || byte === CLOSING_BRACKET) depth -= 1;
  }
  return names;
}

/** Whether the hex digits at `i` may mean NUL (0000) or half a surrogate pair (d800 to dfff). */
function isDoubtful(bytes: Uint8Array, i: number): boolean {
  const first = bytes[i];
  if (first === 0x30) return bytes[i + 1] === 0x30 && bytes[i + 2] === 0x30 && bytes[i + 3] === 0x30;
  return first === 0x64 || first === 0x44;
}

/** How many members all objects of a value read from JSON have. `for in`: half the time of Object.values. */
function countMembers(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  let count = 0;
  if (Array.isArray(value)) {
    for (const item of value) if (typeof item === 'object') count += countMembers(item);
    return count;
  }
  const object = value as Record<string, unknown>;
  for (const name in object) {
    count += 1;
    if (typeof object[name] === 'object') count += countMembers(object[name]);
  }
  return count;
}
