import type { Warning } from '../../../failure.ts';
import type { PositionRecord } from '../../../record/record.ts';
import type { CampusPerson, StoredPosition } from '../../campus-state.ts';
import type { Change, ChangeOf, Rows, Why } from '../../change.ts';
import type { Batch, Note } from '../../person-plan.ts';
import { rowOf } from '../../row-of.ts';
import { PLAN_TEXTS } from '../messages.ts';
import { WHY } from '../texts.ts';
import { type MatchedBy, matchPositions } from './match-positions.ts';
import { samePosition } from './position-key.ts';

type PositionChange = ChangeOf<'districtAssignment'>;
type Row = Rows['districtAssignment'];

export interface PositionsPlan {
  changes: Change[];
  warnings: Warning[];
  notes: Note[];
}

/**
 * POS-10: HR's list is all the positions. Those that match are updated (POS-5, POS-6, POS-13), the rest of the list is
 * created (POS-7), and what is left in Campus is removed, unless it is linked (POS-11) or the district keeps it (SYNC-11).
 */
export function planPositions(
  sent: readonly PositionRecord[],
  person: Pick<CampusPerson, 'id' | 'positions'>,
  batch: Pick<Batch, 'mode' | 'keepUnlistedPositions' | 'newId' | 'titles'>,
): PositionsPlan {
  const titles = planTitles(sent, batch, '/positions');
  const plan: PositionsPlan = { changes: titles.changes, warnings: titles.warnings, notes: [] };
  if (saysTheSame(sent, person.positions)) return plan;
  const { met, created } = matchPositions(sent, person.positions);

  for (const position of person.positions) {
    const match = met.get(position);
    if (match) plan.changes.push(...positionUpdates(position, sent[match.index] as PositionRecord, match.by));
    else if (batch.mode !== 'sync' || !batch.keepUnlistedPositions) leaveOut(plan, position);
  }
  for (const index of created)
    plan.changes.push(
      newPosition(sent[index] as PositionRecord, person.id, batch.newId(), WHY.positionCreated()),
    );
  return plan;
}

/**
 * Whether HR's list is what Campus has, in whichever order: each position is met by a record that equals it (POS-13a), and
 * nothing is left on either side. Most people's is, and matching takes ten times as long.
 */
export function saysTheSame(sent: readonly PositionRecord[], stored: readonly StoredPosition[]): boolean {
  if (sent.length !== stored.length) return false;
  const free = [...stored];
  return sent.every((record) => {
    const at = free.findIndex((position) => samePosition(record, position));
    if (at >= 0) free.splice(at, 1);
    return at >= 0;
  });
}

/** REF-2: the titles that positions bring, and what is odd about them. `at` is the list's pointer. */
export function planTitles(sent: readonly PositionRecord[], batch: Pick<Batch, 'titles'>, at: string) {
  const changes: Change[] = [];
  const warnings: Warning[] = [];
  for (const [index, position] of sent.entries()) {
    const place = `${at}/${index}`;
    const { change, warning } = batch.titles.findOrPlan(position, `${place}/titleDescription`);
    if (change) changes.push(change);
    if (warning) warnings.push(warning);
  }
  return { changes, warnings };
}

export const newPosition = (sent: PositionRecord, personId: string, id: string, why: Why): PositionChange => {
  const { schoolNumber, assignmentCode, titleCode, startDate, endDate } = sent;
  const after = { personId, schoolNumber, assignmentCode, titleCode, startDate, endDate };
  return { table: 'districtAssignment', op: 'insert', id, before: null, after, ...why };
};

/**
 * What a matched position takes from HR's record: the code that Campus lacks (POS-4) and one date, each a change of its
 * own with its reason. [] when it has both already.
 */
export function positionUpdates(
  stored: StoredPosition,
  sent: PositionRecord,
  by: MatchedBy,
): PositionChange[] {
  const before = rowOf('districtAssignment', stored);
  const filled = {
    ...before,
    titleCode: before.titleCode ?? sent.titleCode,
    assignmentCode: before.assignmentCode ?? sent.assignmentCode,
  };
  const field = by === 'end' ? 'startDate' : 'endDate';
  const moved = { ...filled, [field]: sent[field] };
  const update = { table: 'districtAssignment', op: 'update', id: stored.id } as const;
  const changes: PositionChange[] = [];
  const code = (['titleCode', 'assignmentCode'] as const).find((name) => filled[name] !== before[name]);
  if (code)
    changes.push({
      ...update,
      before,
      after: filled,
      ...WHY.positionCompleted(by, code, filled[code] ?? ''),
    });
  if (moved[field] !== filled[field])
    changes.push({ ...update, before: filled, after: moved, ...WHY.positionMoved(by, field, sent[field]) });
  return changes;
}

function leaveOut(plan: PositionsPlan, position: StoredPosition): void {
  if (position.links.length > 0) {
    const why = WHY.positionKept(position.links);
    plan.notes.push({ about: 'positionKept', position, ...why });
    plan.warnings.push({
      code: 'positionKept',
      message: PLAN_TEXTS.positionKept(positionText(position), why.reason),
      pointer: '/positions',
    });
    return;
  }
  plan.changes.push({
    table: 'districtAssignment',
    op: 'delete',
    id: position.id,
    before: rowOf('districtAssignment', position),
    after: null,
    ...WHY.positionRemoved(),
  });
}

function positionText({ schoolNumber, titleCode, assignmentCode, startDate, endDate }: Row): string {
  const codes = [titleCode && `title ${titleCode}`, assignmentCode && `assignment code ${assignmentCode}`];
  const time = endDate === null ? `from ${startDate}` : `${startDate} to ${endDate}`;
  return `the position at school ${schoolNumber}, ${codes.filter(Boolean).join(', ')}, ${time}`;
}
