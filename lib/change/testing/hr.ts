import { createHash } from 'node:crypto';
import type { SealedSsn } from '../../crypto/seal-ssn.ts';
import { parseNewStaffMember, parseStaffMemberUpdate, type SealFor } from '../../record/parse.ts';
import type { PositionRecord, StaffRecord } from '../../record/record.ts';

/** Seals as the real thing does, as far as the rules can tell: equal digits have an equal index. */
export const seal: SealFor = (digits): SealedSsn => ({
  cipher: Buffer.from('sealed'),
  index: createHash('sha256').update(digits).digest(),
  last4: digits.slice(-4),
});

const REQUIRED = { staffNumber: '10058', lastName: 'Simpson', firstName: 'Pat', gender: 'F' };

/** A record as a transfer or POST brings it, read from the wire; what is not given is left out. */
export function hr(sent: Record<string, unknown> = {}): StaffRecord {
  const parsed = parseNewStaffMember({ ...REQUIRED, ...sent }, seal);
  if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors));
  return parsed.record;
}

/** A record as PUT brings it: only what is given. */
export function hrUpdate(sent: Record<string, unknown> = {}, pathNumber = REQUIRED.staffNumber): StaffRecord {
  const parsed = parseStaffMemberUpdate(sent, pathNumber, seal);
  if ('errors' in parsed) throw new Error(JSON.stringify(parsed.errors));
  return parsed.record;
}

export const position = (given: Partial<PositionRecord> = {}): PositionRecord => ({
  schoolNumber: '010',
  assignmentCode: '20',
  titleCode: null,
  titleDescription: null,
  startDate: '2023-10-01',
  endDate: null,
  ...given,
});

/** One household location by its line, in Blaine MN 55123. */
export const livesAt = (fullStreetAddress: string, more: Record<string, unknown> = {}) => ({
  ...more,
  address: { fullStreetAddress, city: 'Blaine', state: 'MN', zip: '55123' },
});
