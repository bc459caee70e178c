import type { CryptoKeys } from '../crypto/keys.ts';
import { openedSsn, type SsnPlace, ssnIndexes } from '../crypto/seal-ssn.ts';
import type { StaffRecord } from '../record/record.ts';
import { nameKey } from '../text/name-key.ts';
import type { Fingerprint } from './likeness.ts';
import { phoneKey } from './phone-key.ts';

/** What one of HR's records is compared by. Its addresses may be unknown to Campus, or merged into others there. */
export function fingerprintOf({ demographics, ssn, household }: StaffRecord): Fingerprint {
  const { lastName, firstName, birthDate = null } = demographics;
  const { workEmail, personalEmail, workPhone, cellPhone, otherPhone } = demographics;
  return {
    names: [{ last: nameKey(lastName ?? ''), first: nameKey(firstName ?? '') }],
    birthDate,
    ssn: ssn?.index.toString('hex') ?? null,
    emails: emailsOf([workEmail, personalEmail]),
    phones: phonesOf([workPhone, cellPhone, otherPhone, household?.phone]),
    addresses: household?.householdLocations.flatMap(({ matchKeys }) => matchKeys) ?? [],
  };
}

/** The indexes of a sealed SSN with old keys, in hex. */
export function oldSsns(keys: CryptoKeys, place: SsnPlace, cipher: Buffer): string[] {
  const digits = openedSsn(keys, place, cipher);
  if (digits === undefined) return [];
  return ssnIndexes(keys, place.districtId, digits)
    .slice(1)
    .map((index) => index.toString('hex'));
}

type Text = string | null | undefined;

export const emailsOf = (emails: readonly Text[]): string[] =>
  emails.flatMap((email) => email?.toLowerCase() ?? []);

export const phonesOf = (phones: readonly Text[]): string[] =>
  phones.flatMap((phone) => phoneKey(phone) ?? []);
