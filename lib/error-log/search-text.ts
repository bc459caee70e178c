/** What a search by text looks through: `error_log.search_text`, as `searchedText` in narrowing.ts makes it of older entries. */
export const searchTextOf = ({ message, path }: { message: string; path: string }): string =>
  `${message}\u001f${path}`.toLowerCase();
