import type { Transaction } from '../../../db/client.ts';
import { countChecked } from '../../report/check-campus-data/check.ts';
import { type Action, action } from './schema.ts';

const LISTS = [
  ['placeholder', 'placeholders'],
  ['duplicate', 'sharedNumbers'],
  ['missing', 'missingNumbers'],
] as const;

/** People whose staff number is to be corrected (CHK). */
export async function staffNumbers(tx: Transaction): Promise<Action[]> {
  const found: Action[] = [];
  for (const [list, kind] of LISTS) {
    const people = await countChecked(tx, list);
    if (people > 0) found.push(action(kind, people));
  }
  return found;
}
