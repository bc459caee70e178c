import type { PositionRecord } from '../../../record/record.ts';
import type { Rows } from '../../change.ts';

type Stored = Omit<Rows['districtAssignment'], 'personId'>;

/** Whether a stored position has the key of a record (POS-4). */
export type KeyMatches = (sent: PositionRecord, stored: Stored) => boolean;

/** POS-4: school and those of the codes that HR sent; one that HR did not send takes no part. */
export const hasAllCodes: KeyMatches = (sent, stored) =>
  stored.schoolNumber === sent.schoolNumber &&
  (sent.titleCode === null || stored.titleCode === sent.titleCode) &&
  (sent.assignmentCode === null || stored.assignmentCode === sent.assignmentCode);

/** POS-4: HR sent both codes; Campus has one of them and lacks the other, which HR fills in. */
export const lacksOneCode: KeyMatches = (sent, stored) =>
  stored.schoolNumber === sent.schoolNumber &&
  sent.titleCode !== null &&
  sent.assignmentCode !== null &&
  (stored.titleCode === null
    ? stored.assignmentCode === sent.assignmentCode
    : stored.assignmentCode === null && stored.titleCode === sent.titleCode);

/** In the order in which they are tried: a position that lacks a code is met only where none has all codes. */
export const KEYS: readonly KeyMatches[] = [hasAllCodes, lacksOneCode];

/** POS-5. */
export const startMatches = (sent: PositionRecord, stored: Stored, keyMatches: KeyMatches): boolean =>
  keyMatches(sent, stored) && stored.startDate === sent.startDate;

/** POS-6: two open ends match. */
export const endMatches = (sent: PositionRecord, stored: Stored, keyMatches: KeyMatches): boolean =>
  keyMatches(sent, stored) && stored.endDate === sent.endDate;

/** POS-13a: key, start and end. */
export const positionEquals = (
  sent: PositionRecord,
  stored: Stored,
  keyMatches: KeyMatches = hasAllCodes,
): boolean => startMatches(sent, stored, keyMatches) && stored.endDate === sent.endDate;

/** Whether two positions say the same in every property. */
export const samePosition = (a: Stored, b: Stored): boolean =>
  a.startDate === b.startDate &&
  a.endDate === b.endDate &&
  a.schoolNumber === b.schoolNumber &&
  a.titleCode === b.titleCode &&
  a.assignmentCode === b.assignmentCode;

/** How many codes a position names. */
export const codesOf = ({
  titleCode,
  assignmentCode,
}: Pick<Stored, 'titleCode' | 'assignmentCode'>): number =>
  Number(titleCode !== null) + Number(assignmentCode !== null);
