import { and, desc, eq } from 'drizzle-orm';
import type { Transaction } from '../../db/client.ts';
import { inDistrict, isOneOf } from '../../db/conditions.ts';
import { defineQuery, type Params } from '../../db/query.ts';
import { address, household, householdLocation, householdMember } from '../../db/schema/household.ts';
import { identity, person } from '../../db/schema/person.ts';
import type { CryptoKeys } from '../crypto/keys.ts';
import { withCurrentIndex } from '../crypto/seal-ssn.ts';
import { ssnOfPerson } from '../record/ssn-place.ts';
import { emailsOf, oldSsns, phonesOf } from './fingerprint-of.ts';
import type { Fingerprint } from './likeness.ts';

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
      cipher: person.ssnCipher,
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

const homesOf = defineQuery(
  'phones and addresses of households',
  (orm, p: Params<{ ids: readonly string[] }>) =>
    orm
      .selectDistinct({
        personId: householdMember.personId,
        phone: household.phone,
        address: address.matchKey,
      })
      .from(householdMember)
      .innerJoin(household, and(inDistrict(household), eq(household.id, householdMember.householdId)))
      .leftJoin(
        householdLocation,
        and(inDistrict(householdLocation), eq(householdLocation.householdId, household.id)),
      )
      .leftJoin(address, and(inDistrict(address), eq(address.id, householdLocation.addressId)))
      .where(and(inDistrict(householdMember), isOneOf(householdMember.personId, p.ids))),
);

/** What people of the district are compared by, with all names they ever had and all their homes. */
export async function loadFingerprints(
  keys: CryptoKeys,
  tx: Transaction,
  ids: readonly string[],
): Promise<Map<string, Known>> {
  if (ids.length === 0) return new Map();
  const [people, names, homes] = await Promise.all([
    comparedOf(tx, { ids }),
    namesOf(tx, { ids }),
    homesOf(tx, { ids }),
  ]);
  const known = new Map<string, Known>();
  for (const { id, staffNumber, birthDate, ssn: index, cipher, ...contact } of people) {
    const place = ssnOfPerson(tx.districtId, id);
    const ssn = index && cipher && withCurrentIndex(keys, place, { cipher, index, last4: '' }).index;
    const { workEmail, personalEmail, ...phones } = contact;
    known.set(id, {
      staffNumber,
      fingerprint: {
        names: [],
        birthDate,
        ssn: ssn?.toString('hex') ?? null,
        oldSsns: cipher ? oldSsns(keys, place, cipher) : [],
        emails: emailsOf([workEmail, personalEmail]),
        phones: phonesOf(Object.values(phones)),
        addresses: [],
      },
    });
  }
  for (const { personId, last, first } of names)
    known.get(personId)?.fingerprint.names.push({ last: last ?? '', first: first ?? '' });
  for (const home of homes) {
    const fingerprint = known.get(home.personId)?.fingerprint;
    fingerprint?.phones.push(...phonesOf([home.phone]));
    if (home.address !== null) fingerprint?.addresses.push(home.address);
  }
  return known;
}
