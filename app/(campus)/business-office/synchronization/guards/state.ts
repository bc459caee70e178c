import { parseAsInteger, parseAsStringLiteral } from 'nuqs/server';
import { GUARDS_OF_PEOPLE } from '../../../../../lib/sync/guards/limits.ts';

/** Whose people are shown: of which limit, and which page. */
export const PEOPLE_STATE = {
  limit: parseAsStringLiteral(GUARDS_OF_PEOPLE),
  page: parseAsInteger.withDefault(1),
};

export const soundPage = (page: number): number => Math.min(Math.max(1, page), 100_000);
