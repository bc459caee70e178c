/** How a later validation differs from an earlier one: entries that are new, gone or changed. */
export const CHANGES = ['new', 'gone', 'changed'] as const;
export type Change = (typeof CHANGES)[number];

export const CHANGE_NAMES: Record<Change, string> = { new: 'New', gone: 'Gone', changed: 'Changed' };

export const CHANGES_PAGE = 50;
