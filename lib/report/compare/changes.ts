/** What a later validation has beside an earlier one: entries that came, went, or read otherwise. */
export const CHANGES = ['new', 'gone', 'changed'] as const;
export type Change = (typeof CHANGES)[number];

export const CHANGE_NAMES: Record<Change, string> = { new: 'New', gone: 'Gone', changed: 'Changed' };

export const CHANGES_PAGE = 50;
