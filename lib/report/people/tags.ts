import type { Warning } from '../../failure.ts';
import type { NewEntry } from '../difference-writer.ts';
import { NAME_FIELDS } from '../sections.ts';
import type { PersonChange, Tag } from './changes.ts';
import { erasedFields } from './erased.ts';

/** The tags of all the entries of one person, each once. Pure. */
export function tagsOf(entries: readonly NewEntry[], warnings: readonly Warning[]): Tag[] {
  const tags = new Set<Tag>();
  for (const change of changesOf(entries)) tags.add(`change:${change}`);
  for (const entry of entries) {
    if (entry.section !== 'errors' && entry.counted)
      for (const field of entry.fields) tags.add(`field:${NAME_FIELDS.includes(field) ? 'name' : field}`);
    for (const school of schoolsOf(entry)) tags.add(`school:${school}`);
  }
  for (const { code } of warnings) tags.add(`warning:${code}`);
  return [...tags];
}

/** What the commit does to the person; `ignored` if nothing of what is listed is carried out. */
export function changesOf(entries: readonly NewEntry[]): PersonChange[] {
  if (entries.some(({ section }) => section === 'errors')) return ['refused'];
  const counted = entries.filter((entry) => entry.counted);
  if (counted.length === 0) return ['ignored'];
  if (counted.some(({ section }) => section === 'hrNotInCampus')) return ['new'];
  const found: [PersonChange, boolean][] = [
    ['updated', true],
    ['renamed', counted.some(isRename)],
    ['ended', counted.some(isEnd)],
    ['positionRemoved', counted.some(({ removesPosition }) => removesPosition)],
    ['erased', counted.some((entry) => erasedFields(entry).length > 0)],
  ];
  return found.filter(([, is]) => is).map(([change]) => change);
}

const isRename = ({ section, fields }: NewEntry): boolean =>
  section === 'demographics' && fields.some((field) => NAME_FIELDS.includes(field));

const isEnd = ({ section, campus, hr }: NewEntry): boolean =>
  section === 'employments' &&
  campus !== null &&
  campus.terminationDate === null &&
  hr?.terminationDate !== null;

function schoolsOf({ section, campus, hr }: NewEntry): string[] {
  const positions: unknown[] =
    section === 'assignments' ? [campus, hr] : Array.isArray(hr?.positions) ? hr.positions : [];
  return positions.flatMap((position) => {
    const school = (position as { schoolNumber?: unknown } | null)?.schoolNumber;
    return typeof school === 'string' ? [school] : [];
  });
}
