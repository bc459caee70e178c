/** The sentences of the list of staff. */
export const STAFF_TEXTS = {
  lead: (): string => 'Everyone with a District Assignment. Staff without one appear with Incomplete only.',
  incompleteHidden: (): string =>
    'Staff without a position are not included. To see them, add the filter Incomplete.',
  noMatches: (onlyIncomplete: boolean): string =>
    onlyIncomplete ? 'No incomplete staff match.' : 'Staff without a position appear with Incomplete only.',
  noStaff: (): string =>
    'A synchronization adds staff from HR. People without a position appear with Incomplete.',
};
