import { hash } from 'node:crypto';
import type { Warning } from '../../failure.ts';
import { staffNumberKey } from '../../record/record.ts';
import { nameKey } from '../../text/name-key.ts';
import type { NewEntry } from '../difference-writer.ts';
import { tagsOf } from './tags.ts';

/** So that an index takes the key however long a name in a record that was set aside is. */
const MAX_KEY_CHARS = 200;

export interface WhoseEntries {
  staffNumber: string;
  lastName: string | null;
  firstName: string | null;
  /** Further texts that a search finds the person by: earlier names, e-mails, another spelling of the number. */
  alsoFound: readonly (string | null | undefined)[];
  warnings: readonly Warning[];
}

/** Binds the entries of one person together for the People view; the first carries what is of the person as a whole. Pure. */
export function boundEntries(entries: readonly NewEntry[], whose: WhoseEntries): NewEntry[] {
  if (entries.length === 0) return [];
  const { staffNumber, lastName, firstName, alsoFound, warnings } = whose;
  const names = [lastName ?? '', firstName ?? ''].map(nameKey);
  const personKey = `${names.join(' ').slice(0, MAX_KEY_CHARS)} ${staffNumberKey(staffNumber)}`;
  const texts = new Set([staffNumber, lastName, firstName, ...alsoFound].filter(Boolean) as string[]);
  const searchText = [...texts].map(nameKey).join(' ');
  const lead = { tags: tagsOf(entries, warnings), digest: digestOf(entries), warnings };
  return entries.map((entry, i) => ({ ...entry, personKey, searchText, lead: i === 0 ? lead : undefined }));
}

/** Of what changes, without the reasons: a reworded sentence is no other change. */
const digestOf = (entries: readonly NewEntry[]): string =>
  hash(
    'sha256',
    JSON.stringify(
      entries.map(({ section, counted, campus, hr, fields }) => [section, counted, campus, hr, fields]),
    ),
    'base64',
  );
