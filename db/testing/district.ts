import { type Context, type District, newId } from '../../lib/context.ts';
import { newShortId } from '../../lib/short-id.ts';
import { asOwner, testDatabase } from './database.ts';
import { testKeys } from './keys.ts';
import { ASSIGNMENT_CODES, GENDERS, SCHOOLS, TITLES } from './reference-values.ts';

/**
 * A new district with its reference values and nobody in it: each test owns one, so none sees another's people.
 * The context is the system's, at noon in Chicago on 2026-11-24.
 */
export async function testDistrict(given: Partial<Context> = {}): Promise<Context> {
  const db = testDatabase();
  const district = await insertDistrict();
  await db.inDistrict(district.id, async (tx) => {
    await tx.run(
      `insert into school (district_id, id, school_number, name, type, active)
       select $1, v.id, v.school_number, v.name, v.type, v.active
         from jsonb_to_recordset($2::jsonb) v(id uuid, school_number text, name text, type text, active boolean)`,
      [
        district.id,
        json(SCHOOLS.map(({ schoolNumber, ...rest }) => ({ ...rest, school_number: schoolNumber }))),
      ],
    );
    for (const [table, codes] of [
      ['gender', GENDERS],
      ['assignment_code', ASSIGNMENT_CODES],
      ['title', TITLES],
    ] as const)
      await tx.run(
        `insert into ${table} (district_id, id, code, description, active)
         select $1, v.id, v.code, v.description, v.active
           from jsonb_to_recordset($2::jsonb) v(id uuid, code text, description text, active boolean)`,
        [district.id, json(codes)],
      );
  });
  return {
    actor: { kind: 'system', name: 'Test' },
    district,
    db,
    keys: testKeys,
    now: new Date('2026-11-24T18:00:00Z'),
    newId,
    ...given,
  };
}

const json = (values: readonly object[]): string =>
  JSON.stringify(values.map((value) => ({ ...value, id: newId() })));

async function insertDistrict(): Promise<District> {
  const shortId = newShortId();
  const district: District = {
    id: newId(),
    shortId,
    appName: `test-${shortId}`,
    name: 'Test ISD',
    timeZone: 'America/Chicago',
  };
  await asOwner(
    'insert into district (id, short_id, app_name, name, time_zone) values ($1, $2, $3, $4, $5)',
    [district.id, shortId, district.appName, district.name, district.timeZone],
  );
  return district;
}
