import { count } from '../../text/numbers.ts';

/** What the vendor reads of a transfer. */
const SEND_AGAIN = 'Nothing of this call was staged. Send it again.';

export const restartedMeanwhile = `The transfer was restarted during this call. ${SEND_AGAIN}`;

export const recordsRefused = (records: number): string =>
  `Nothing of this call was staged: ${count(records)} of its records can't be accepted. Fix them and send the call again.`;

export const tooManyErrors = (limit: number): string =>
  `Nothing of this call was staged: it has more than ${count(limit)} errors. The first are in the error log. Fix what they have in common.`;

/** @param bytes that a run of a district may have */
export const stagingFull = (bytes: number): string =>
  `Nothing of this call was staged: with it, this synchronization would have more than ${count(Math.round(bytes / 1024 ** 2))} MiB in the staging. Validate and commit what is staged, then start another synchronization for the rest. The operator can raise the limit (STAGING_GIGABYTES).`;

export const moreWarnings = (more: number): string =>
  `${more === 1 ? 'There is 1 more warning' : `There are ${count(more)} more warnings`}. The results of the commit have all of them, by person.`;

export const wereSetAside = (staff: number): string =>
  `${ofTheStaff(staff)} set aside. They are listed as errors in the report and as failed in the results.`;

export const alreadyStaged = (staff: number): string =>
  `${ofTheStaff(staff)} already staged with the same data. Each counts once.`;

export const setAsideReplaced = (staff: number): string =>
  `${ofTheStaff(staff)} set aside before. The records of this call replace what was set aside.`;

const ofTheStaff = (staff: number): string =>
  staff === 1 ? '1 staff member in this call was' : `${count(staff)} staff members in this call were`;

export const inCallTwice = (staffNumber: string, first: string, second: string) => ({
  message: `Staff number ${staffNumber} is in this call twice: ${first} and ${second}.`,
  hint: 'Send each staff member once, with all their positions in one record.',
});

export const stagedBefore = (staffNumber: string, earlier: string, here: string) => ({
  message: `Staff number ${staffNumber} is already staged, as ${earlier}. This call sends it again ${here}.`,
  hint: 'Send each staff member once, or restart the transfer to send other data.',
});

export const stagedDifferently = (staffNumber: string, earlier: string, here: string) => ({
  message: `Staff number ${staffNumber} was sent twice with different data: as ${earlier}, and later ${here} of a call.`,
  hint: 'Send the correct record once more. It replaces both.',
});

export const NOT_AN_OBJECT = 'The body must be {"staffMembers": [...]} or an array of staff members.';
export const FIX_BODY = 'Nothing of this call was staged. Fix the body and send it again.';

export const listMissing = (isMissing: boolean) => ({
  message: isMissing ? 'staffMembers is required.' : 'staffMembers must be an array of staff members.',
  hint: 'Send {"staffMembers": [...]} or an array of staff members.',
});

export const unknownProperty = (name: string, isMisspelled: boolean) => ({
  message: `"${name.slice(0, 50)}" is not a known property.`,
  hint: isMisspelled ? 'Rename it to "staffMembers".' : 'The known property is staffMembers.',
});
