import type { Buffer } from 'node:buffer';

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
const SEPARATOR = '\u001e';
/** The same as SQL writes it. */
export const JSON_SEPARATOR = String.raw`u&'\001e'`;

/** JSON texts as one parameter, which `jsonTexts` unfolds: nothing is quoted, which would touch every `"` of every text. */
export const jsonList = (texts: readonly (string | null)[]): string =>
  texts.map((text) => text ?? '').join(SEPARATOR);

/**
 * The SQL of the texts that the parameter `$place` holds as a `jsonList`, for a `rows from (…)`; each is cast to jsonb
 * where it is used. Postgres has no empty JSON, so '' is null. An array of jsonb would cost ten times as much.
 */
export const jsonTexts = (place: number): string => `string_to_table($${place}::text, ${JSON_SEPARATOR}, '')`;
