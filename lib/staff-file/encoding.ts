import { isAscii, isUtf8 } from 'node:buffer';
import { utf16Of } from '../text/as-utf8.ts';

/** The encodings that are read, by their names in `TextDecoder`, in browsers too. */
export const ENCODINGS = ['utf-8', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** A file's encoding as its first bytes show it, and the length of its byte order mark. */
export interface EncodingFound {
  encoding: Encoding;
  bom: number;
}

/** UTF-16 with or without a byte order mark; everything else is UTF-8 until a line is not (`LineDecoder`). */
export function recognizeEncoding(head: Uint8Array): EncodingFound {
  const [a, b, c] = head;
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', bom: 3 };
  const marked = (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);
  return { encoding: utf16Of(head) ?? 'utf-8', bom: marked ? 2 : 0 };
}

const WINDOWS_1252 = new TextDecoder('windows-1252');

/**
 * Decodes the lines of a file whose characters take one byte or more: in UTF-8, or in Windows-1252 if the first line
 * with other characters than ASCII is not UTF-8.
 */
export class LineDecoder {
  /** Undefined as long as all lines are ASCII. */
  encoding: 'utf-8' | 'windows-1252' | undefined;

  /** @param bytes of a whole line. `sound` is false for a line that is not in the file's encoding. */
  decode(bytes: Buffer): { text: string; sound: boolean } {
    if (isAscii(bytes)) return { text: bytes.toString('latin1'), sound: true };
    this.encoding ??= isUtf8(bytes) ? 'utf-8' : 'windows-1252';
    if (this.encoding === 'windows-1252') return { text: WINDOWS_1252.decode(bytes), sound: true };
    return { text: bytes.toString('utf8'), sound: isUtf8(bytes) };
  }
}
