import { Buffer } from 'node:buffer';

/** A value of one column, as node-postgres would take it. */
export type Cell = string | number | boolean | Date | Buffer | null | undefined;

/**
 * Postgres' array literal of one column. node-postgres' own encoder runs three regular expressions per value; batches
 * of a thousand people have ten thousand values.
 */
export function arrayLiteral(cells: readonly Cell[]): string {
  let text = '{';
  for (let i = 0; i < cells.length; i += 1) {
    if (i > 0) text += ',';
    text += element(cells[i]);
  }
  return `${text}}`;
}

function element(cell: Cell): string {
  if (cell === null || cell === undefined) return 'NULL';
  if (typeof cell === 'string') return quoted(cell);
  if (typeof cell === 'boolean') return cell ? 't' : 'f';
  if (typeof cell === 'number') return String(cell);
  if (cell instanceof Date) return cell.toISOString();
  return `"\\\\x${cell.toString('hex')}"`;
}

const SPECIAL = /[\\"]/;
const quoted = (text: string): string =>
  SPECIAL.test(text) ? `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"` : `"${text}"`;

/** Ends each JSON text of `jsonList`: a character that JSON holds in its escaped form only. */
const SEPARATOR = 0x1e;
/** The same as SQL writes it. */
export const JSON_SEPARATOR = String.raw`u&'\001e'`;

/**
 * JSON texts as one parameter, which `jsonTexts` unfolds: nothing is quoted, which would touch every `"` of every text. As bytes:
 * a text of megabytes would be made first, and stay in memory longer than the texts it is made of.
 */
export function jsonList(texts: readonly (string | null)[]): Buffer {
  let length = 0;
  for (const text of texts) length += Buffer.byteLength(text ?? '') + 1;
  const bytes = Buffer.allocUnsafe(length);
  let at = 0;
  for (const text of texts) {
    at += bytes.write(text ?? '', at);
    bytes[at] = SEPARATOR;
    at += 1;
  }
  return bytes.subarray(0, Math.max(at - 1, 0));
}

/**
 * The SQL of the texts that the parameter `$place` holds as a `jsonList`, for a `rows from (…)`; each is cast to jsonb
 * where it is used. Postgres has no empty JSON, so '' is null. An array of jsonb would cost ten times as much.
 */
export const jsonTexts = (place: number): string => `string_to_table($${place}::text, ${JSON_SEPARATOR}, '')`;
