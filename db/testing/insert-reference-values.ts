import { newId } from '../../lib/new-id.ts';
import type { Transaction } from '../client.ts';
import { textRun } from '../sql-text.ts';
import { ASSIGNMENT_CODES, GENDERS, SCHOOLS, TITLES } from './reference-values.ts';

/** Gives the transaction's district what HR may map to. */
export async function insertReferenceValues(tx: Transaction): Promise<void> {
  await textRun(
    tx,
    `insert into school (district_id, id, school_number, name, type, active)
     select $1, v.id, v.school_number, v.name, v.type, v.active
       from jsonb_to_recordset($2::jsonb) v(id uuid, school_number text, name text, type text, active boolean)`,
    [
      tx.districtId,
      json(SCHOOLS.map(({ schoolNumber, ...rest }) => ({ ...rest, school_number: schoolNumber }))),
    ],
  );
  for (const [table, codes] of [
    ['gender', GENDERS],
    ['assignment_code', ASSIGNMENT_CODES],
    ['title', TITLES],
  ] as const)
    await textRun(
      tx,
      `insert into ${table} (district_id, id, code, description, active)
       select $1, v.id, v.code, v.description, v.active
         from jsonb_to_recordset($2::jsonb) v(id uuid, code text, description text, active boolean)`,
      [tx.districtId, json(codes)],
    );
}

const json = (values: readonly object[]): string =>
  JSON.stringify(values.map((value) => ({ ...value, id: newId() })));
