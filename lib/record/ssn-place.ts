import type { SsnPlace } from '../crypto/seal-ssn.ts';
import { staffNumberKey } from './record.ts';

/** Where an SSN on its way in is bound to, staged or of a single call: the number HR sent it for, in one district. */
export const ssnInTransit = (districtId: string, staffNumber: string): SsnPlace => ({
  table: 'staged_staff',
  districtId,
  rowId: staffNumberKey(staffNumber),
});

/** Where a stored SSN is bound to: its person's row. */
export const ssnOfPerson = (districtId: string, personId: string): SsnPlace => ({
  table: 'person',
  districtId,
  rowId: personId,
});
