import { arrayLiteral } from '../../../db/array.ts';
import type { Transaction } from '../../../db/client.ts';
import type { CampusPerson } from '../campus-state.ts';

type Text = string | null;
type PersonTuple = [
  string,
  number,
  Text,
  Text,
  Text,
  Buffer | null,
  Buffer | null,
  Text,
  Text,
  Text,
  Text,
  Text,
  Text,
  Date | null,
];

/** Whom to read: by id, or by `staffNumberKey`. */
export type Which = { ids: readonly string[] } | { numbers: readonly string[] };

/** People with their identities and employments, by id; positions and households are still empty. */
export async function loadPeople(tx: Transaction, which: Which): Promise<Map<string, CampusPerson>> {
  const people = await readPeople(tx, which);
  if (people.size === 0) return people;
  const ids = arrayLiteral([...people.keys()]);
  await Promise.all([loadIdentities(tx, people, ids), loadEmployments(tx, people, ids)]);
  return people;
}

/** People's own rows, by id; nothing of what hangs on them. */
export async function readPeople(tx: Transaction, which: Which): Promise<Map<string, CampusPerson>> {
  const [condition, keys] =
    'ids' in which
      ? ['id = any($2::uuid[])', which.ids]
      : ['staff_number_key = any($2::text[])', which.numbers];
  const tuples = await tx.tuples<PersonTuple>(
    `select id, rev, staff_number, gender, birth_date, ssn_cipher, ssn_index, ssn_last4, work_phone, cell_phone,
            other_phone, work_email, personal_email, hr_managed_at
       from person where district_id = $1 and ${condition} order by id`,
    [tx.districtId, arrayLiteral(keys)],
  );
  return new Map(tuples.map((tuple) => [tuple[0], toPerson(tuple)]));
}

function toPerson(tuple: PersonTuple): CampusPerson {
  const [id, rev, staffNumber, gender, birthDate, cipher, index, last4, workPhone, cellPhone, otherPhone] =
    tuple;
  const [workEmail, personalEmail, managedAt] = [tuple[11], tuple[12], tuple[13]];
  return {
    id,
    rev,
    staffNumber,
    gender,
    birthDate,
    ssn: cipher && index && last4 ? { cipher, index, last4 } : null,
    workPhone,
    cellPhone,
    otherPhone,
    workEmail,
    personalEmail,
    hrManagedAt: managedAt?.toISOString() ?? null,
    identities: [],
    employments: [],
    positions: [],
    households: [],
  };
}

type IdentityTuple = [string, string, string, string, Text, Text, Text, boolean];

async function loadIdentities(tx: Transaction, people: Map<string, CampusPerson>, ids: string) {
  const tuples = await tx.tuples<IdentityTuple>(
    `select id, person_id, last_name, first_name, middle_name, start_date, end_date, current
       from identity where district_id = $1 and person_id = any($2::uuid[]) order by id`,
    [tx.districtId, ids],
  );
  for (const [id, personId, lastName, firstName, middleName, startDate, endDate, current] of tuples)
    people
      .get(personId)
      ?.identities.push({ id, personId, lastName, firstName, middleName, startDate, endDate, current });
}

async function loadEmployments(tx: Transaction, people: Map<string, CampusPerson>, ids: string) {
  const tuples = await tx.tuples<[string, string, string, Text]>(
    `select id, person_id, hire_date, termination_date
       from employment where district_id = $1 and person_id = any($2::uuid[]) order by id`,
    [tx.districtId, ids],
  );
  for (const [id, personId, hireDate, terminationDate] of tuples)
    people.get(personId)?.employments.push({ id, personId, hireDate, terminationDate });
}
