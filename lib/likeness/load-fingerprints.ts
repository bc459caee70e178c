import { and, desc } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, isOneOf } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { identity, person } from '../../db/schema/person.ts';
import type { Fingerprint } from './likeness.ts';
import { tenDigits } from './ten-digits.ts';

export interface Known {
  staffNumber: string | null;
  fingerprint: Fingerprint;
}

const comparedOf = defineQuery('what people are compared by', (orm, p: Params<{ ids: readonly string[] }>) =>
  orm
    .select({
      id: person.id,
      staffNumber: person.staffNumber,
      birthDate: person.birthDate,
      ssn: person.ssnIndex,
      workEmail: person.workEmail,
      personalEmail: person.personalEmail,
      workPhone: person.workPhone,
      cellPhone: person.cellPhone,
      otherPhone: person.otherPhone,
    })
    .from(person)
    .where(and(inDistrict(person), isOneOf(person.id, p.ids))),
);
const namesOf = defineQuery('names of people, folded', (orm, p: Params<{ ids: readonly string[] }>) =>
  orm
    .select({
      personId: identity.personId,
      last: identity.lastNameKey,
      first: identity.firstNameKey,
    })
    .from(identity)
    .where(and(inDistrict(identity), isOneOf(identity.personId, p.ids)))
    .orderBy(desc(identity.current), desc(identity.id)),
);

/** What people of the district are compared by, with all names they ever had. */
export async function loadFingerprints(tx: Transaction, ids: readonly string[]): Promise<Map<string, Known>> {
  if (ids.length === 0) return new Map();
  const [people, names] = await Promise.all([comparedOf(tx, { ids }), namesOf(tx, { ids })]);
  const known = new Map<string, Known>();
  for (const { id, staffNumber, birthDate, ssn, ...contact } of people) {
    const { workEmail, personalEmail, ...phones } = contact;
    known.set(id, {
      staffNumber,
      fingerprint: {
        names: [],
        birthDate,
        ssn: ssn?.toString('hex') ?? null,
        emails: [workEmail, personalEmail].flatMap((email) => email?.toLowerCase() ?? []),
        phones: Object.values(phones).flatMap((phone) => tenDigits(phone) ?? []),
      },
    });
  }
  for (const { personId, last, first } of names)
    known.get(personId)?.fingerprint.names.push({ last: last ?? '', first: first ?? '' });
  return known;
}
