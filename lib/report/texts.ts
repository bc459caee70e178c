import type { Why } from '../change/change.ts';
import { count, counted } from '../text/numbers.ts';

/** What users read of a report as a whole. */
export const REPORT_TEXTS = {
  notValidated: () => 'There is no validation report of this run. Validate it first.',
  oneValidation: () => 'This run has only one validation. Validate again to compare.',
  versionGone: () => 'One of these validations is no longer kept. Choose two from the list.',
  noMatches: () => 'No matches.',
  /** The end of a paragraph, without a period. */
  extent: (shown: number, total: number) =>
    shown === total
      ? counted(total, 'entry', 'entries')
      : `The first ${count(shown)} of ${count(total)} entries; narrow the report, or export it to CSV, for the others`,
} as const;

/** Why an entry is in the report, where no single change of the plan says so. */
export const REPORT_WHY = {
  onlyInHr: (staffNumber: string, brought: readonly string[], hasHousehold: boolean): Why => ({
    rule: 'SYNC-7',
    reason:
      `Nobody in Campus has the staff number ${staffNumber}: the commit creates this staff member.` +
      (brought.length > 0 ? ` HR sends with them: ${brought.join('; ')}.` : '') +
      (hasHousehold ? '' : ' HR sent no household, so there will be no address.'),
  }),
  onlyInCampus: (): Why => ({
    rule: 'VAL-1',
    reason: 'HR did not send this staff member. The commit leaves this person unchanged.',
  }),
  sharedNumber: (): Why => ({
    rule: 'CHK-1',
    reason: 'Several people in Campus have this staff number. Staff numbers must be unique.',
  }),
  nameChanged: (lastName: string, firstName: string, hasMore: boolean): Why => ({
    rule: 'ID-1',
    reason: `HR changed the name to ${lastName}, ${firstName}.${hasMore ? ' Other fields differ, too.' : ''}`,
  }),
  initialSent: (hasMore: boolean): Why => ({
    rule: 'ID-6',
    reason: `HR sent only the initial of the middle name.${hasMore ? ' Other fields differ, too.' : ''}`,
  }),
  positionReplaced: (removed: string, created: string): Why => ({
    rule: 'POS-10',
    reason: `${removed} ${created}`,
  }),
  positionAdded: (kept: string): Why => ({
    rule: 'POS-11',
    reason: `${kept} The position that HR sent is created in addition.`,
  }),
} as const;
