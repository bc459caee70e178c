import { parseAsBoolean, parseAsString } from 'nuqs/server';
import { parseAsPage } from '../url-state.ts';

/** What of the page is in the URL: the page of the inbox, whether read messages are hidden, which one is open. */
export const INBOX_STATE = {
  page: parseAsPage,
  unread: parseAsBoolean.withDefault(false),
  message: parseAsString,
};
