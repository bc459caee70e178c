import { arrayLiteral } from '../../db/array.ts';
import type { Transaction } from '../../db/client.ts';
import type { Fingerprint } from './likeness.ts';
import { tenDigits } from './ten-digits.ts';

export interface Known {
  staffNumber: string | null;
  fingerprint: Fingerprint;
}

type Text = string | null;

/** What people of the district are compared by, all names they ever bore among it. */
export async function loadFingerprints(tx: Transaction, ids: readonly string[]): Promise<Map<string, Known>> {
  if (ids.length === 0) return new Map();
  const keys = [tx.districtId, arrayLiteral(ids)];
  const [people, names] = await Promise.all([
    tx.tuples<[string, Text, Text, Buffer | null, Text, Text, Text, Text, Text]>(
      `select id, staff_number, birth_date, ssn_index, work_email, personal_email, work_phone, cell_phone, other_phone
         from person where district_id = $1 and id = any($2::uuid[])`,
      keys,
    ),
    tx.tuples<[string, string, string]>(
      `select person_id, last_name_key, first_name_key from identity
        where district_id = $1 and person_id = any($2::uuid[]) order by current desc, id desc`,
      keys,
    ),
  ]);
  const known = new Map<string, Known>();
  for (const [id, staffNumber, birthDate, ssn, ...contact] of people) {
    const [workEmail, personalEmail, ...phones] = contact;
    known.set(id, {
      staffNumber,
      fingerprint: {
        names: [],
        birthDate,
        ssn: ssn?.toString('hex') ?? null,
        emails: [workEmail, personalEmail].flatMap((email) => email?.toLowerCase() ?? []),
        phones: phones.flatMap((phone) => tenDigits(phone) ?? []),
      },
    });
  }
  for (const [personId, last, first] of names) known.get(personId)?.fingerprint.names.push({ last, first });
  return known;
}
