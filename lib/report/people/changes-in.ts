import { positionItems } from './card-positions.ts';
import type { Labels } from './labels.ts';
import { linesOf } from './lines.ts';
import type { Coded, Line, PeriodKind, PositionItem } from './schema.ts';

const LABELS: Record<PeriodKind, string> = {
  added: 'Position added',
  changed: 'Position',
  ended: 'Position ends',
  removed: 'Position removed',
  kept: 'Position kept',
};

/** What one entry changes, before and after; each position in one line. Nothing for a new person. Pure. */
export function changesIn(entry: Parameters<typeof positionItems>[0], labels: Labels): Line[] {
  if (entry.section === 'assignments')
    return positionItems(entry, labels).map((item) => ({ label: LABELS[item.kind], ...sides(item) }));
  return entry.campus && entry.hr ? linesOf(entry) : [];
}

function sides(item: PositionItem): Omit<Line, 'label'> {
  const is = inOneLine(item, item.period);
  if (item.kind === 'removed') return { before: is, after: null, erased: false };
  if (item.kind === 'kept') return { before: is, after: is, erased: false };
  return { before: item.was && inOneLine(item, item.was), after: is, erased: false };
}

const inOneLine = (
  { title, assignment, school }: PositionItem,
  { from, to }: PositionItem['period'],
): string =>
  [...[title, assignment].filter((coded) => coded !== null), school].map(named).join(' · ') +
  `, ${from ?? '–'} – ${to ?? 'open'}`;

const named = ({ name, code }: Coded): string => (name === null ? code : `${name} (${code})`);
