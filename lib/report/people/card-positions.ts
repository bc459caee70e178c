import type { Labels, PositionRow } from './labels.ts';
import type { PersonEntry } from './leads.ts';
import { linesOf } from './lines.ts';
import { kindOf, periodBefore, periodOf } from './period.ts';
import type { Coded, PeriodKind, PositionItem } from './schema.ts';

type PositionEntry = Pick<PersonEntry, 'section' | 'campus' | 'hr' | 'fields' | 'why' | 'removesPosition'>;

/** A position of a new person. */
export const newPosition = (row: PositionRow, labels: Labels): PositionItem => itemOf('added', row, labels);

/**
 * The positions of an entry, in the order of a timeline: what goes or stays, then what comes. A position that HR replaces
 * is two positions, although the report's section shows one pair.
 */
export function positionItems(entry: PositionEntry, labels: Labels): PositionItem[] {
  const [campus, hr] = [entry.campus, entry.hr] as unknown as [PositionRow | null, PositionRow | null];
  const leaves = entry.removesPosition ? 'removed' : 'kept';
  if (!hr) return campus ? [itemOf(leaves, campus, labels)] : [];
  if (!campus) return [itemOf('added', hr, labels)];
  if (entry.removesPosition || entry.why.rule === 'POS-11')
    return [itemOf(leaves, campus, labels), itemOf('added', hr, labels)];
  const [was, is] = [datesOf(campus), datesOf(hr)];
  const codes = linesOf({ ...entry, fields: entry.fields.filter((field) => field.endsWith('Code')) });
  return [{ ...itemOf(kindOf(was, is), hr, labels), was: periodBefore(was, is), codes }];
}

function itemOf(kind: PeriodKind, row: PositionRow, labels: Labels): PositionItem {
  const { schoolNumber, titleCode, titleDescription = null, assignmentCode } = row;
  const coded = (code: string, names: ReadonlyMap<string, string>): Coded => ({
    code,
    name: names.get(code) ?? null,
  });
  const title = titleCode === null ? null : coded(titleCode, labels.titles);
  return {
    kind,
    period: periodOf(datesOf(row)),
    was: null,
    school: coded(schoolNumber, labels.schools),
    title: title && { ...title, name: title.name ?? titleDescription },
    assignment: assignmentCode === null ? null : coded(assignmentCode, labels.assignments),
    codes: [],
  };
}

const datesOf = ({ startDate, endDate }: PositionRow) => ({ from: startDate, to: endDate });
