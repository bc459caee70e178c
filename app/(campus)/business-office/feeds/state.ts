import { parseAsString } from 'nuqs/server';

/** Which feed is edited: its id, or `new`; and whose runs are shown: its id, or `none`. */
export const FEED_STATE = { edit: parseAsString, feed: parseAsString };
export const NEW = 'new';
export const NONE = 'none';
