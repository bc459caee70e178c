const values = (count: number): string => (count === 1 ? '1 value was' : `${count} values were`);

/** What `campus keys check` says of values that can't be read. */
export const KEY_TEXTS = {
  missingKey: (count: number, id: string): string =>
    `${values(count)} sealed with key ${id}, which is neither CAMPUS_KEY nor in CAMPUS_KEY_OLD.`,
  missingIndexKey: (count: number, id: string): string =>
    `${values(count)} indexed with key ${id}, which is neither CAMPUS_INDEX_KEY nor in CAMPUS_INDEX_KEY_OLD.`,
  unreadable: (count: number): string =>
    `${values(count)} sealed before keys had ids, or damaged, and no key of CAMPUS_KEY and CAMPUS_KEY_OLD opens them.`,
  otherIndex: (count: number): string =>
    `${values(count)} indexed before keys had ids, or damaged, and no key of CAMPUS_INDEX_KEY and CAMPUS_INDEX_KEY_OLD fits.`,
};
