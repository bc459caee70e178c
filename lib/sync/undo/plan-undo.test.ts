import { describe, expect, test } from 'vitest';
import type { Rows } from '../../change/change.ts';
import type { JournalChange } from '../../change/journal-format.ts';
import { planUndo } from './plan-undo.ts';
import { type RowKey, rowKey } from './rows.ts';

const place = { table: 'districtAssignment', id: 'p1' } as const;
const row: Rows['districtAssignment'] = {
  personId: 'someone',
  schoolNumber: '010',
  assignmentCode: '20',
  titleCode: null,
  startDate: '2020-01-01',
  endDate: null,
};
/** A commit added the title and moved the end. */
const entry: { changes: JournalChange[] } = {
  changes: [
    {
      ...place,
      op: 'update',
      before: { titleCode: null },
      after: { titleCode: 'T1' },
      rule: 'POS-4',
      reason: '',
    },
    {
      ...place,
      op: 'update',
      before: { endDate: null },
      after: { endDate: '2024-06-30' },
      rule: 'POS-5',
      reason: '',
    },
  ],
};
const person = { staffNumber: '1' } as Rows['person'];

/** Undoes the commit where the position is now as given. */
const undo = (now: Partial<typeof row>) =>
  planUndo(
    { personId: 'someone', entries: [entry] },
    {
      rows: new Map<RowKey, Rows['person'] | Rows['districtAssignment']>([
        [rowKey({ table: 'person', id: 'someone' }), person],
        [rowKey(place), { ...row, titleCode: 'T1', endDate: '2024-06-30', ...now }],
      ]),
      hrSince: false,
      editedBy: () => undefined,
    },
    { addresses: new Map(), merged: new Set(), links: new Map(), isTaken: () => false },
  );

describe('POS-4 a code that a commit added', () => {
  test('goes back with the date that moved', () => {
    expect(undo({})).toMatchObject({ changes: [{ after: row }], kept: [] });
  });
  test('goes back also where the date was edited since', () => {
    const { changes, kept } = undo({ endDate: '2025-01-01' });
    expect(changes).toMatchObject([{ after: { ...row, endDate: '2025-01-01' } }]);
    expect(kept).toMatchObject([{ fields: ['endDate'] }]);
  });
  test('POS-2 stays where it is the only one by now', () => {
    const { changes, kept } = undo({ assignmentCode: null });
    expect(changes).toMatchObject([{ after: { titleCode: 'T1', endDate: null } }]);
    expect(kept).toMatchObject([{ fields: ['titleCode'], why: expect.stringContaining('only code') }]);
  });
});
