/** The sentences of a person's page. */
export const PERSON_TEXTS = {
  noNumber: (hrManaged: boolean): string =>
    `HR can’t match this person, so a synchronization would create a second record.${
      hrManaged ? '' : ' Add the number under Demographics.'
    }`,
  incomplete: (hrManaged: boolean): string =>
    `“A person is not considered a staff member until they have position data”: staff search finds them with Incomplete only. ${
      hrManaged ? 'HR has to send a position.' : 'Add an assignment under District Assignments.'
    }`,

  hrManaged: (): string =>
    'Demographics, employments and assignments are read-only in Campus. To change them, use the HR system. Only a staff number, and an employment that is wrong as a whole, are corrected here.',
  readOnly: (): string => 'Read-only. To change it, change it in the HR system.',

  noHousehold: (): string => 'No household. HR creates one when it sends an address.',
  sharedHousehold: (shared: boolean): string =>
    shared
      ? 'Shared with others. To protect their address, HR can’t change it.'
      : 'Nobody else lives here. HR can change it.',
  noEmployment: (): string => 'No District Employment.',
  noAssignment: (): string => 'No District Assignment.',
  noHistory: (): string => 'No changes since this person was added to Campus.',
  moreHistory: (): string => 'Campus keeps older entries, but does not show them here.',
  newIdentity: (): string => 'A changed name starts a new identity.',
  drift: (): string => 'Changed during an emergency unlock.',

  unlock: (): string =>
    'For the time you choose, users with the tool rights can edit this person in Campus. HR’s next call or commit still replaces what it sends. What differs from HR’s last record stays listed on this page.',
  unlockTime: (): string => 'After this time the person is read-only again.',
  unlocked: (): string => 'The person is unlocked.',
  changeInHr: (): string =>
    'Change the same values in the HR system, because HR’s next call or commit replaces what it sends.',
  locked: (): string => 'The person is read-only again.',
  reason: (): string => 'Kept in the history and the audit log. Don’t enter a Social Security number.',
  reasonNeeded: (): string => 'Enter a reason.',
  numberNow: (number: string | null | undefined): string =>
    number ? `Now: ${number}` : 'The person has no number.',
  numberChanged: (): string => 'The staff number was changed.',
  employmentRemoved: (): string => 'The employment was removed.',
  noRows: (): string => 'No rows. Saving now removes all.',
  /** @param links what refers to the assignment, such as a section */
  linked: (links: readonly string[]): string =>
    `Linked to ${links.join(', ')}, so you can end it but not remove it.`,
  assignmentEnd: (): string => 'Leave it empty for an open assignment.',
  employmentEnd: (): string => 'Leave it empty while employed.',
  keepSsn: (hasSsn: boolean): string =>
    hasSsn ? 'Leave empty to keep it.' : 'Nine digits. Campus shows only the last four.',
};
