import type { ChangeOf, Rows, Why } from '../../change/change.ts';
import type { Note, PersonPlan } from '../../change/person-plan.ts';
import type { StaffRecord } from '../../record/record.ts';
import { REPORT_WHY } from '../texts.ts';
import type { Who } from './address-differences.ts';
import { differingColumns, type ReportEntry } from './report-entry.ts';

type Row = Rows['districtAssignment'];
const COLUMNS = ['titleCode', 'assignmentCode', 'schoolNumber', 'startDate', 'endDate'] as const;

/** A position that HR does not list: it goes, or it stays because it is linked. */
interface LeftOut {
  row: Row;
  kept: boolean;
  why: Why;
}

/**
 * Pairs of District Assignments. A position that HR does not list and a new one of HR's are shown as one pair, the most
 * similar first: "Campus System data will be replaced with the HR System data" (EX-6).
 */
export function assignmentDifferences(plan: PersonPlan, record: StaffRecord, who: Who): ReportEntry[] {
  const pair = pairOf(who, record);
  const changes = plan.changes.filter((change) => change.table === 'districtAssignment');
  const updated = changes.filter((change) => change.op === 'update');
  const created = changes.filter((change) => change.op === 'insert');
  const leftOut = [...changes.flatMap(removed), ...plan.notes.flatMap(kept)];
  const pairs = pairLikest(leftOut, created);
  return [
    ...[...Map.groupBy(updated, ({ id }) => id).values()].map((all) => updatedPair(pair, all)),
    ...created.map((change) => {
      const other = pairs.get(change);
      const why = other ? whyReplaced(other, change) : change;
      return { ...pair(other?.row ?? null, change.after, why), ...removal(other) };
    }),
    ...leftOut
      .filter((other) => ![...pairs.values()].includes(other))
      .map((other) => ({
        ...pair(other.row, null, other.why),
        ...removal(other),
        counted: !other.kept,
      })),
  ];
}

type Updated = Extract<ChangeOf<'districtAssignment'>, { op: 'update' }>;

/** A code that is added and a date that moves are two changes of one position, but one pair, with both reasons. */
function updatedPair(pair: ReturnType<typeof pairOf>, changes: readonly Updated[]): ReportEntry {
  const [first, last] = [changes[0], changes.at(-1)] as [Updated, Updated];
  const reason = changes.map((change) => change.reason).join(' ');
  return pair(first.before, last.after, { rule: last.rule, reason });
}

const removal = (other: LeftOut | undefined) => (other && !other.kept ? { removesPosition: true } : {});

const removed = (change: ChangeOf<'districtAssignment'>): LeftOut[] =>
  change.op === 'delete' ? [{ row: change.before, kept: false, why: change }] : [];

const kept = (note: Note): LeftOut[] =>
  note.about === 'positionKept' ? [{ row: note.position, kept: true, why: note }] : [];

type Created = ChangeOf<'districtAssignment'> & { op: 'insert' };

/** Same school and a code in common, then same school, then any, each in order. */
function pairLikest(leftOut: readonly LeftOut[], created: readonly Created[]): Map<Created, LeftOut> {
  const pairs = new Map<Created, LeftOut>();
  const free = new Set(leftOut);
  const likeness: ((a: Row, b: Row) => boolean)[] = [
    (a, b) => a.schoolNumber === b.schoolNumber && shareCode(a, b),
    (a, b) => a.schoolNumber === b.schoolNumber,
    () => true,
  ];
  for (const isAlike of likeness)
    for (const change of created) {
      if (pairs.has(change)) continue;
      const other = [...free].find(({ row }) => isAlike(row, change.after));
      if (!other) continue;
      pairs.set(change, other);
      free.delete(other);
    }
  return pairs;
}

const shareCode = (a: Row, b: Row): boolean =>
  (a.assignmentCode !== null && a.assignmentCode === b.assignmentCode) ||
  (a.titleCode !== null && a.titleCode === b.titleCode);

function whyReplaced(other: LeftOut, change: Why): Why {
  if (!other.kept) return REPORT_WHY.positionReplaced(other.why.reason, change.reason);
  return REPORT_WHY.positionAdded(other.why.reason);
}

const pairOf =
  (who: Who, { positions = [] }: StaffRecord) =>
  (campus: Row | null, hr: Row | null, { rule, reason }: Why): ReportEntry => {
    // Campus may not have the title yet, so its description comes from HR.
    const described = positions.find(
      ({ titleCode, titleDescription }) => titleDescription && titleCode === hr?.titleCode,
    );
    const title = described ? { titleDescription: described.titleDescription } : {};
    return {
      section: 'assignments',
      counted: true,
      fields: campus && hr ? differingColumns(campus, hr, COLUMNS) : [...COLUMNS],
      campus: campus && shown(who, campus),
      hr: hr && { ...shown(who, hr), ...title },
      why: { rule, reason },
    };
  };

const shown = (who: Who, row: Row): Record<string, unknown> => ({
  ...who,
  ...Object.fromEntries(COLUMNS.map((column) => [column, row[column]])),
});
