import { arrayLiteral } from '../../../db/array.ts';
import type { Transaction } from '../../../db/client.ts';
import { COLUMNS } from '../../change/apply/columns.ts';
import type { Image } from './images.ts';

/** Of each table the columns that the journal's images have. */
const IMAGES = {
  ...COLUMNS,
  person: [
    'rev',
    'staffNumber',
    'gender',
    'birthDate',
    'ssnCipher',
    'ssnIndex',
    'ssnLast4',
    'workPhone',
    'cellPhone',
    'otherPhone',
    'workEmail',
    'personalEmail',
    'hrManagedAt',
  ],
} as const;
export type LoadedTable = keyof typeof IMAGES;

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

export interface Loaded {
  id: string;
  image: Image;
}

/** Rows of a table by one or two of its columns, as the journal's images have them. `lock`: nobody else changes them. */
export async function loadRows(
  tx: Transaction,
  table: LoadedTable,
  by: readonly string[],
  ids: Iterable<string>,
  lock = false,
): Promise<Loaded[]> {
  const asked = [...new Set(ids)];
  if (asked.length === 0) return [];
  const columns: readonly string[] = IMAGES[table];
  const tuples = await tx.tuples<[string, ...unknown[]]>(
    `select id, ${columns.map(snake).join(', ')} from ${snake(table)}
      where district_id = $1 and (${by.map((column) => `${snake(column)} = any($2::uuid[])`).join(' or ')})
      order by id ${lock ? 'for update' : ''}`,
    [tx.districtId, arrayLiteral(asked)],
  );
  return tuples.map(([id, ...values]) => ({
    id,
    image: Object.fromEntries(columns.map((column, at) => [column, textOf(values[at])])),
  }));
}

/** As in JSON: moments as ISO text, bytes as base64. */
function textOf(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  return Buffer.isBuffer(value) ? value.toString('base64') : value;
}
