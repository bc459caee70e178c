import { TooLarge, Unreadable } from '../failure.ts';
import { HTTP_TEXTS } from './texts.ts';

/** One item of a JSON list as its bytes, and the line it begins on, from 1. */
export interface JsonItem {
  bytes: Uint8Array;
  line: number;
}

const MAX_ITEM_BYTES = 1024 * 1024;
const MAX_HEAD_BYTES = 1024;
const [NEWLINE, QUOTE, BACKSLASH, COMMA] = [0x0a, 0x22, 0x5c, 0x2c];
const OPENING = new Set([0x5b, 0x7b]);
const CLOSING = new Set([0x5d, 0x7d]);
const LIST = 0x5b;

/**
 * The items of a JSON list, read while it arrives. Memory holds at most an item and a chunk. The list is the whole file or
 * the only member of an object, with the name given. An item's own JSON is not checked here.
 *
 * @throws Unreadable if the file is no such list or ends too early; TooLarge for an item above 1 MiB
 */
export async function* jsonItems(
  source: AsyncIterable<Uint8Array>,
  member: string,
): AsyncGenerator<JsonItem> {
  const listHead = new RegExp(`^\\uFEFF?\\s*(\\{\\s*"${member}"\\s*:\\s*)?$`);
  let state = 'head' as 'head' | 'item' | 'tail';
  let outside = '';
  let wrapped = false;
  let line = 1;
  let depth = 0;
  let quoted = false;
  let escaped = false;
  let begun = 1;
  let size = 0;
  let items = 0;
  let parts: Uint8Array[] = [];
  for await (const chunk of source) {
    let from = 0;
    for (const [at, byte] of chunk.entries()) {
      if (byte === NEWLINE) line += 1;
      if (state === 'head') {
        if (byte !== LIST || !listHead.test(decoded(outside))) {
          outside += String.fromCharCode(byte);
          if (outside.length > MAX_HEAD_BYTES || byte === LIST) throw noList(member);
          continue;
        }
        wrapped = outside.includes('{');
        outside = '';
        state = 'item';
        begun = line;
        from = at + 1;
      } else if (state === 'tail') outside += String.fromCharCode(byte);
      else if (quoted) {
        if (escaped) escaped = false;
        else if (byte === BACKSLASH) escaped = true;
        else if (byte === QUOTE) quoted = false;
      } else if (byte === QUOTE) quoted = true;
      else if (OPENING.has(byte)) depth += 1;
      else if (depth > 0 && CLOSING.has(byte)) depth -= 1;
      else if (depth === 0 && (byte === COMMA || CLOSING.has(byte))) {
        const bytes = Buffer.concat([...parts, chunk.subarray(from, at)]);
        parts = [];
        size = 0;
        from = at + 1;
        const empty = bytes.every((one) => one <= 0x20);
        if (empty && (byte === COMMA || items > 0)) throw unreadable(HTTP_TEXTS.itemMissing(line));
        if (!empty) {
          items += 1;
          yield { bytes, line: begun + leadingLines(bytes) };
        }
        begun = line;
        if (byte !== COMMA) state = 'tail';
      }
    }
    if (outside.length > MAX_HEAD_BYTES) throw noList(member);
    if (state !== 'item') continue;
    size += chunk.length - from;
    if (size > MAX_ITEM_BYTES) throw new TooLarge(HTTP_TEXTS.itemTooLong());
    parts.push(chunk.subarray(from));
  }
  if (state === 'head') throw noList(member);
  if (state === 'item') throw unreadable(HTTP_TEXTS.listIncomplete());
  if (outside.trim() !== (wrapped ? '}' : '')) throw unreadable(HTTP_TEXTS.moreAfterList(line));
}

/** Bytes collected one by one, of which only a byte order mark is not ASCII where all is well. */
const decoded = (bytes: string): string => Buffer.from(bytes, 'latin1').toString();

function leadingLines(bytes: Uint8Array): number {
  let lines = 0;
  for (const byte of bytes) {
    if (byte > 0x20) break;
    if (byte === NEWLINE) lines += 1;
  }
  return lines;
}

const noList = (member: string) => unreadable(HTTP_TEXTS.noList(member));

const unreadable = (message: string) => new Unreadable(message, [{ pointer: '', code: 'badJson', message }]);
