import type { PositionRecord } from '../../../record/record.ts';
import type { Rows } from '../../change.ts';

type Stored = Omit<Rows['districtAssignment'], 'personId'>;

/** POS-4: school and those of the codes that HR sent; one that HR did not send takes no part. */
export const keyMatches = (sent: PositionRecord, stored: Stored): boolean =>
  stored.schoolNumber === sent.schoolNumber &&
  (sent.titleCode === null || stored.titleCode === sent.titleCode) &&
  (sent.assignmentCode === null || stored.assignmentCode === sent.assignmentCode);

/** POS-5. */
export const startMatches = (sent: PositionRecord, stored: Stored): boolean =>
  keyMatches(sent, stored) && stored.startDate === sent.startDate;

/** POS-6: two open ends match. */
export const endMatches = (sent: PositionRecord, stored: Stored): boolean =>
  keyMatches(sent, stored) && stored.endDate === sent.endDate;

/** POS-13a: key as sent, start and end. */
export const positionEquals = (sent: PositionRecord, stored: Stored): boolean =>
  startMatches(sent, stored) && stored.endDate === sent.endDate;

/** How many codes a position names. */
export const codesOf = ({
  titleCode,
  assignmentCode,
}: Pick<Stored, 'titleCode' | 'assignmentCode'>): number =>
  Number(titleCode !== null) + Number(assignmentCode !== null);
