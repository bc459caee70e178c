import { arrayLiteral } from '../../../db/array.ts';
import type { Transaction } from '../../../db/client.ts';
import type { Rows, Table } from '../../staff/change/change.ts';
import type { Image } from './images.ts';

type Columns = { [T in Table]?: readonly (keyof Rows[T] | 'ssnCipher' | 'ssnIndex' | 'ssnLast4' | 'rev')[] };

/** Of each table the columns that the journal's images have. */
const COLUMNS = {
  address: [
    'matchKey',
    'postOfficeBox',
    'number',
    'prefix',
    'street',
    'tag',
    'direction',
    'apt',
    'city',
    'state',
    'zip',
    'county',
    'locationCode',
    'tract',
    'block',
  ],
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
  identity: ['personId', 'lastName', 'firstName', 'middleName', 'startDate', 'endDate', 'current'],
  employment: ['personId', 'hireDate', 'terminationDate'],
  districtAssignment: ['personId', 'schoolNumber', 'assignmentCode', 'titleCode', 'startDate', 'endDate'],
  household: ['name', 'phone', 'staffHousehold'],
  householdMember: ['householdId', 'personId', 'startDate', 'endDate'],
  householdLocation: [
    'householdId',
    'addressId',
    'startDate',
    'endDate',
    'mailing',
    'physical',
    'private',
    'secondary',
  ],
  enrollment: ['personId', 'schoolNumber', 'grade', 'startDate', 'endDate'],
  guardianship: ['guardianId', 'studentId', 'relationship'],
} as const satisfies Columns;
export type LoadedTable = keyof typeof COLUMNS;

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
  const columns: readonly string[] = COLUMNS[table];
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
