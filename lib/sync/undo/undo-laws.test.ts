import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Change, Table } from '../../change/change.ts';
import { decodeChange, encodeChange, type JournalChange } from '../../change/journal-format.ts';
import { campusOf, district, type Sent, written } from '../../change/testing/arbitrary.ts';
import type { Campus } from '../../change/testing/campus.ts';
import { hr } from '../../change/testing/hr.ts';
import { staffNumberKey } from '../../record/record.ts';
import { planUndo } from './plan-undo.ts';
import { type AnyRow, type RowKey, rowKey } from './rows.ts';
import { toChange } from './to-change.ts';

const records = (feed: readonly Sent[]) => feed.map((sent, index) => hr(written(`${index + 1}`, sent)));

type Entry = { personId: string; changes: JournalChange[] };
/** What the journal gives back of it. */
const journaled = (personId: string, changes: readonly Change[]): Entry => ({
  personId,
  changes: changes.map((change) => decodeChange(JSON.parse(JSON.stringify(encodeChange(change))))),
});

const PERSON: Table[] = ['identity', 'employment', 'districtAssignment', 'enrollment', 'guardianship'];

/** What load.ts reads for one person. */
function stateOf(campus: Campus, personId: string) {
  const rows = new Map<RowKey, AnyRow>();
  const add = (table: Table, keep: (row: Record<string, unknown>, id: string) => boolean) => {
    for (const [id, row] of campus.tables[table])
      if (keep({ ...row }, id)) rows.set(rowKey({ table, id }), row);
  };
  add('person', (_, id) => id === personId);
  for (const table of PERSON)
    add(table, (row) => [row.personId, row.guardianId, row.studentId].includes(personId));
  const households = new Set(
    campus
      .rows('householdMember')
      .filter((row) => row.personId === personId)
      .map((row) => row.householdId),
  );
  add('household', (_, id) => households.has(id));
  for (const table of ['householdMember', 'householdLocation'] as const)
    add(table, (row) => households.has(row.householdId as string));
  return { rows, hrSince: false, editedBy: () => undefined };
}

/** Undoes a run on the campus, person by person; then the addresses and titles that only the run used. */
function undo(campus: Campus, entries: readonly Entry[]): { undone: Entry[]; kept: number } {
  let kept = 0;
  const undone = entries.map(({ personId, changes }) => {
    const plan = planUndo({ personId, entries: [{ changes }] }, stateOf(campus, personId), {
      addresses: new Map(campus.tables.address),
      merged: new Set(),
      links: campus.links,
      isTaken: (number, id) =>
        [...campus.tables.person].some(
          ([other, row]) => other !== id && staffNumberKey(row.staffNumber ?? '') === staffNumberKey(number),
        ),
    });
    kept += plan.kept.length;
    const made = plan.changes.map((change) => toChange(change, 'undone', (ssn) => ssn));
    campus.apply(made);
    return journaled(personId, made);
  });
  return { undone, kept };
}

const SHARED: Table[] = ['address', 'title'];
/** All rows; of titles and addresses those that are known: the created ones go in a step of their own (shared-rows.ts). */
const snapshot = (campus: Campus, known?: ReadonlyMap<string, unknown>) =>
  new Map(
    (Object.keys(campus.tables) as Table[]).flatMap((table) =>
      [...campus.tables[table]]
        .filter(([id]) => !SHARED.includes(table) || !known || known.has(rowKey({ table, id })))
        .map(([id, row]) => [rowKey({ table, id }) as string, row as object] as const),
    ),
  );
const sorted = (rows: ReadonlyMap<string, unknown>) => [...rows].sort(([a], [b]) => (a < b ? -1 : 1));

function committed(people: Parameters<typeof campusOf>[0], feed: Sent[]) {
  const campus = campusOf(people);
  const before = snapshot(campus);
  const entries = campus
    .commit(records(feed))
    .flatMap((plan) =>
      plan.outcome === 'failed' || plan.changes.length === 0 ? [] : [journaled(plan.personId, plan.changes)],
    );
  return { campus, before, entries };
}

const law = (check: (run: ReturnType<typeof committed>, feed: Sent[]) => void) =>
  fc.assert(
    fc.property(district, ({ people, feed }) => check(committed(people, feed), feed)),
    { numRuns: 300 },
  );

test('undoing an untouched commit gives exactly the state before, row by row', () => {
  law(({ campus, before, entries }) => {
    expect(undo(campus, entries).kept).toBe(0);
    expect(sorted(snapshot(campus, before))).toEqual(sorted(before));
  });
});

test('undoing the undo gives the state after the commit', () => {
  law(({ campus, entries }) => {
    const after = snapshot(campus);
    const { undone } = undo(campus, entries);
    expect(undo(campus, undone.toReversed()).kept).toBe(0);
    expect(sorted(snapshot(campus))).toEqual(sorted(after));
  });
});

test('undoing twice changes nothing more', () => {
  law(({ campus, entries }) => {
    undo(campus, entries);
    const once = snapshot(campus);
    expect(undo(campus, entries).undone.flatMap(({ changes }) => changes)).toEqual([]);
    expect(sorted(snapshot(campus))).toEqual(sorted(once));
  });
});

test('ID-4 everybody has one current identity after an undo, whatever was edited since', () => {
  fc.assert(
    fc.property(district, fc.infiniteStream(fc.nat()), ({ people, feed }, numbers) => {
      const { campus, entries } = committed(people, feed);
      editSomeRows(campus, entries, numbers);
      undo(campus, entries);
      const current = campus.rows('identity').filter((identity) => identity.current);
      expect(current.map(({ personId }) => personId).toSorted()).toEqual(
        [...campus.tables.person.keys()].toSorted(),
      );
    }),
    { numRuns: 300 },
  );
});

test('a field that was edited since stays as it was edited, and everything else of the person’s own goes back', () => {
  let edited = 0;
  law(({ campus, before, entries }) => {
    const entry = entries.find(({ changes }) =>
      changes.some(
        (change) => change.table === 'person' && change.op === 'update' && change.after.gender !== undefined,
      ),
    );
    if (!entry) return;
    edited += 1;
    const row = campus.tables.person.get(entry.personId) as { gender: string | null };
    campus.tables.person.set(entry.personId, { ...row, gender: 'edited' } as never);
    expect(undo(campus, entries).kept).toBe(1);
    const expected = new Map(before);
    const key = `person ${entry.personId}`;
    expected.set(key, { ...before.get(key), gender: 'edited' });
    expect(sorted(snapshot(campus, before))).toEqual(sorted(expected));
  });
  expect(edited).toBeGreaterThan(0);
});

/** Somebody edits some of what the run wrote: a name's spelling, an employment's end, a location's flag. */
function editSomeRows(campus: Campus, entries: readonly Entry[], numbers: Iterable<number>): void {
  const stream = numbers[Symbol.iterator]();
  for (const { changes } of entries)
    for (const { table, id } of changes) {
      if ((stream.next().value as number) % 3 > 0) continue;
      const rows = campus.tables[table] as Map<string, object>;
      const row = rows.get(id);
      if (!row) continue;
      if (table === 'identity') rows.set(id, { ...row, lastName: 'Edited' });
      if (table === 'employment') rows.set(id, { ...row, terminationDate: '2031-01-01' });
      if (table === 'householdLocation') rows.set(id, { ...row, mailing: false, secondary: true });
    }
}
