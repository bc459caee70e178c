import { parseAsStringLiteral } from 'nuqs/server';
import { GUARDS_OF_PEOPLE } from '../../../../../lib/sync/guards/limits.ts';
import { parseAsPage } from '../../../url-state.ts';

/** Whose people are shown: of which limit, and which page. */
export const PEOPLE_STATE = { limit: parseAsStringLiteral(GUARDS_OF_PEOPLE), page: parseAsPage };
