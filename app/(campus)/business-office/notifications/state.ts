import { parseAsString } from 'nuqs/server';

/** Which notification is edited: its id, or `new`. */
export const EDITOR_STATE = { notification: parseAsString };
export const NEW = 'new';
