/** What a transfer tells the vendor. */
const number = (n: number): string => n.toLocaleString('en-US');

const SEND_AGAIN = 'Nothing of this call was staged. Send it again.';

export const disturbed = `The transfer was disturbed. ${SEND_AGAIN}`;
export const restartedMeanwhile = `The transfer was restarted during this call. ${SEND_AGAIN}`;

export const recordsRefused = (records: number): string =>
  `Nothing of this call was staged: ${number(records)} of its records can't be accepted. Fix them and send the call again.`;

export const tooManyErrors = (limit: number): string =>
  `Nothing of this call was staged: it has more than ${number(limit)} errors. The first are in the error log. Fix what they have in common.`;

export const tooManyStaff = (limit: number, sent: number): string =>
  `A call takes at most ${number(limit)} staff; this one has ${number(sent)}. Send it in several calls.`;

export const moreWarnings = (more: number): string =>
  `There are ${number(more)} more warnings. The results of the commit have all of them, by person.`;

export const wereSetAside = (records: number): string =>
  `${number(records)} of these records were set aside as invalid. They are listed as errors in the report and as failed in the results.`;

export const sentTwice = (staffNumber: string, first: string, second: string) => ({
  message: `Staff number ${staffNumber} is in this call twice: at ${first} and at ${second}.`,
  hint: 'Send each staff member once.',
});

export const stagedBefore = (staffNumber: string) => ({
  message: `Staff number ${staffNumber} was already staged by an earlier call of this synchronization.`,
  hint: 'Send each staff member once, or restart the transfer to send other data.',
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
