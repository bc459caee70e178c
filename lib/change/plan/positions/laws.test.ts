import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { PositionRecord } from '../../../record/record.ts';
import { Campus } from '../../testing/campus.ts';
import { hrUpdate, position } from '../../testing/hr.ts';
import { seedPerson, seedPosition } from '../../testing/seed.ts';
import { matchPositions } from './match-positions.ts';
import { pairEqual } from './pair-equal.ts';
import { positionUpdates, saysTheSame } from './plan-positions.ts';
import { endMatches, KEYS, startMatches } from './position-key.ts';

/* One person's positions from so few values that codes lack, meet and contradict each other most of the time. */

const title = fc.constantFrom(null, 'T1', 'T2');
const assignment = fc.constantFrom(null, '20', '05');
const one = fc
  .record({
    titleCode: title,
    assignmentCode: assignment,
    startDate: fc.constantFrom('2019-08-01', '2020-08-01'),
    endDate: fc.constantFrom(null, '2022-06-30'),
  })
  .filter(({ titleCode, assignmentCode }) => titleCode !== null || assignmentCode !== null);
const stored = fc.array(fc.tuple(one, fc.boolean()), { maxLength: 5 });
const list = fc.array(one, { maxLength: 5 }).map((sent) => sent.map(position));

interface Outcome {
  campus: Campus;
  before: Map<string, PositionRecord>;
  plan: ReturnType<Campus['commit']>[number];
  sent: PositionRecord[];
}

/** Runs a law on what Campus makes of a list of positions that HR sends. */
function law(check: (outcome: Outcome) => void): void {
  fc.assert(
    fc.property(stored, list, (positions, sent) => {
      const campus = new Campus();
      const personId = seedPerson(campus, { hrManagedAt: '2025-01-01T00:00:00Z' });
      for (const [given, linked] of positions)
        seedPosition(campus, personId, given, linked ? ['Algebra'] : []);
      const before = positionsById(campus);
      const [plan] = campus.commit([hrUpdate({ positions: sent })], 'update');
      if (plan) check({ campus, before, plan, sent });
    }),
    { numRuns: 2000 },
  );
}

const positionsById = (campus: Campus): Outcome['before'] =>
  new Map([...campus.tables.districtAssignment].map(([id, row]) => [id, position(row)]));

test('POS-13 the same list sent twice changes nothing', () => {
  law(({ campus, sent }) => {
    expect(campus.plan([hrUpdate({ positions: sent })], 'update')[0]?.changes).toEqual([]);
  });
});

test('POS-13 each record has a position of its own afterwards, with its codes and dates', () => {
  law(({ campus, sent }) => {
    expect(pairEqual(sent, campus.person('10058').positions)).not.toContain(undefined);
  });
});

const storedAs = (rows: readonly PositionRecord[]) =>
  rows.map((row, i) => ({ ...row, id: String(i), personId: 'p', links: [] }));

test('POS-13a a list that says the same in another order is met one by one, with nothing to be written', () => {
  const shuffled = list.chain((given) =>
    fc.tuple(fc.constant(given), fc.shuffledSubarray(given, { minLength: given.length })),
  );
  fc.assert(
    fc.property(shuffled, ([given, sent]) => {
      const positions = storedAs(given);
      expect(saysTheSame(sent, positions)).toBe(true);
      const { met, created } = matchPositions(sent, positions);
      expect(created).toEqual([]);
      for (const position of positions) {
        const match = met.get(position);
        expect(match?.by).toBe('bothDates');
        expect(positionUpdates(position, sent[match?.index ?? -1] as PositionRecord, 'bothDates')).toEqual(
          [],
        );
      }
    }),
    { numRuns: 2000 },
  );
});

test('POS-13a a list that says something else is not taken for the same', () => {
  const sorted = (rows: readonly PositionRecord[]) => rows.map((row) => JSON.stringify(row)).sort();
  fc.assert(
    fc.property(list, list, (given, sent) => {
      const same = sorted(given).join() === sorted(sent).join();
      expect(saysTheSame(sent, storedAs(given))).toBe(same);
    }),
    { numRuns: 2000 },
  );
});

test('POS-4 nothing is created beside a position that was left over and has or lacks the codes of a new one', () => {
  law(({ before, plan, sent }) => {
    const changed = new Set(plan.changes.filter(({ op }) => op === 'update').map(({ id }) => id));
    const kept = plan.notes.flatMap((note) => (note.about === 'positionKept' ? [note.position.id] : []));
    const removed = plan.changes.filter(({ op }) => op === 'delete').map(({ id }) => id);
    for (const id of [...kept, ...removed]) {
      const left = before.get(id);
      if (!left || changed.has(id)) continue;
      for (const change of plan.changes) {
        if (change.table !== 'districtAssignment' || change.op !== 'insert') continue;
        const record = sent.find((candidate) => sameValues(candidate, change.after)) as PositionRecord;
        for (const key of KEYS)
          expect(startMatches(record, left, key) || endMatches(record, left, key)).toBe(false);
      }
    }
  });
});

test('POS-4 a position never loses a code, and one that it gains is HR’s', () => {
  law(({ campus, before, plan, sent }) => {
    for (const [id, row] of campus.tables.districtAssignment) {
      const was = before.get(id);
      if (!was) continue;
      for (const code of ['titleCode', 'assignmentCode'] as const) {
        if (was[code] !== null) expect(row[code]).toBe(was[code]);
        else if (row[code] !== null) {
          expect(sent.map((record) => record[code])).toContain(row[code]);
          expect(plan.changes.filter((change) => change.id === id).map(({ rule }) => rule)).toContain(
            'POS-4',
          );
        }
      }
    }
  });
});

const FIELDS = ['schoolNumber', 'titleCode', 'assignmentCode', 'startDate', 'endDate'] as const;
const sameValues = (a: PositionRecord, b: Pick<PositionRecord, (typeof FIELDS)[number]>): boolean =>
  FIELDS.every((field) => a[field] === b[field]);
