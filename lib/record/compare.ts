import type { SealedSsn } from '../crypto/seal-ssn.ts';
import { asRead, legible } from '../text/legible.ts';
import type { ContactField } from './record.ts';

/** Whether two values of a field say the same (STAFF-6): as they are stored, e-mails without case, phones by their digits. */
export const sameText = (a: string | null, b: string | null): boolean =>
  a === b || legible(a ?? '') === legible(b ?? '');

/** Whether a reader sees the same: for names, and for descriptions (ID-5). */
export const sameName = (a: string | null, b: string | null): boolean =>
  a === b || asRead(a ?? '') === asRead(b ?? '');

export function sameEmail(a: string | null, b: string | null): boolean {
  if (a === b) return true;
  return sameText(a?.toLowerCase() ?? null, b?.toLowerCase() ?? null);
}

/** A phone without any digit ("unlisted") is compared as text. */
export function samePhone(a: string | null, b: string | null): boolean {
  if (sameText(a, b)) return true;
  const [digitsOfA, digitsOfB] = [a?.replace(/\D/g, ''), b?.replace(/\D/g, '')];
  return Boolean(digitsOfA) && digitsOfA === digitsOfB;
}

export const sameSsn = (a: SealedSsn | null, b: SealedSsn | null): boolean =>
  a === null || b === null ? a === b : a.index.equals(b.index);

export const sameContact: Record<ContactField, typeof sameText> = {
  workPhone: samePhone,
  cellPhone: samePhone,
  otherPhone: samePhone,
  workEmail: sameEmail,
  personalEmail: sameEmail,
};
export const CONTACTS = Object.keys(sameContact) as ContactField[];
