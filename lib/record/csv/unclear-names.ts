import { legible } from '../../text/legible.ts';
import { type NameOrder, splitName } from './names.ts';

/** So many are shown. */
const SHOWN = 5;
const INITIAL = /^\p{L}\.?$/u;

/**
 * The first whole names of a column that could be divided otherwise, so that somebody looks at them: in *First Last* those
 * with a third word that is no initial, a suffix, a title, a comma, or an initial at the end; in *Last, First* those with
 * three given names, a title, or a suffix that is moved to the last name. Pure.
 */
export function unclearNames(names: Iterable<string>, order: NameOrder): string[] {
  const found: string[] = [];
  for (const name of names) {
    if (found.length === SHOWN) break;
    if (isUnclear(name, order)) found.push(name);
  }
  return found;
}

function isUnclear(name: string, order: NameOrder): boolean {
  const parts = splitName(name, order);
  if (!parts) return false;
  const { lastName, firstName, middleName } = parts;
  if (firstName.includes(' ')) return true;
  const middle = middleName.split(' ').filter((word) => word !== '' && !INITIAL.test(word));
  if (order === 'firstLast')
    return middle.length > 0 || lastName.includes(' ') || INITIAL.test(lastName) || name.includes(',');
  const [last = ''] = legible(name).replace(/\s+/g, ' ').split(',');
  return middle.length > 1 || lastName !== last.trim();
}
