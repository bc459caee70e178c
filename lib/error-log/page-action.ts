/** Where the log says that a page's upload or commit was: its own call is no path that an HR vendor knows (ERR-1). */
const PAGE = 'Staff Synchronization';

/** What an admin starts on a page, in the columns *Action* and *Path*. */
export const PAGE_ACTIONS = {
  upload: { action: 'UPLOAD', path: PAGE },
  commit: { action: 'COMMIT', path: PAGE },
} as const;
