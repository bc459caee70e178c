import { expect, test } from 'vitest';
import { TEXTS } from './texts.ts';

test.each([
  [TEXTS.arrived(0, 0), /^Waiting for the human resource vendor/],
  [TEXTS.arrived(1, 0), '1 staff member has been transferred so far. More may still come.'],
  [
    TEXTS.stagedByOthers([
      { kind: 'client', name: 'Payroll', staff: 1_200 },
      { kind: 'user', name: 'Archer, Alice', staff: 3 },
    ]),
    /the HR client Payroll \(1,200\), Archer, Alice \(3\)/,
  ],
  [TEXTS.arrived(1_200, 2), /^1,200 staff members have .* 2 invalid records were set aside\.$/],
  [TEXTS.willBeDiscarded(1), '1 transferred staff member will be discarded.'],
  [TEXTS.committedSoFar(3, 10), /^3 of 10 have been committed so far\./],
  [
    TEXTS.committed({ created: 1, updated: 2, unchanged: 3, failed: 0 }),
    '1 created, 2 updated, 3 unchanged, 0 failed.',
  ],
  [TEXTS.willBeRestored(1), /^1 person is restored to the state before\./],
  [TEXTS.rate(null, null), 'Just started'],
  [TEXTS.rate(12.4, 0), '12 a second'],
  [
    TEXTS.invalidRows(1, 'staff.csv', true, false),
    '1 row of staff.csv can’t be transferred. Fix these rows and upload the file again.',
  ],
  [
    TEXTS.invalidRows(9, 'staff.csv', false, true),
    /^9 rows .*, and there are more: .* listed as errors in the report\.$/,
  ],
  [
    TEXTS.uploaded(3, 3, 0),
    '3 records were read. The transfer now has 3 staff members. Transfer another file, or end the transfer.',
  ],
  [TEXTS.uploaded(1, 1, 1), /has 1 staff member, and 1 record set aside\. /],
  [TEXTS.noResults('search'), /^Search for part/],
  [TEXTS.noResults('outcome'), 'Choose another outcome above.'],
  [TEXTS.noResults(null), 'This synchronization was not committed.'],
  [TEXTS.nobodyWith('Failed', false), 'Nobody failed'],
  [TEXTS.nobodyWith('Updated', false), 'Nobody was updated'],
  [TEXTS.nobodyWith('Restored', true), 'Nobody with the outcome “Restored”'],
  [TEXTS.isUndo(true), /^This is the undo of/],
  [TEXTS.isUndo(false), /cancelled before it finished\.$/],
  [TEXTS.undoneBy('live'), 'This synchronization is being undone.'],
  [TEXTS.undoneBy('committed'), 'This synchronization was undone.'],
  [TEXTS.undoneBy('cancelled'), /cancelled before it finished\.$/],
  [TEXTS.undoIsUndoable(), 'You can undo this undo, too.'],
  [TEXTS.done.restart, 'The transfer was restarted.'],
  [
    TEXTS.columnTwice(['Last Name', 'Bldg'], 'Last name'),
    '“Last Name” and “Bldg” both contain Last name. Leave only one of them in.',
  ],
  [TEXTS.columnTwice(['A', 'B', 'C'], 'Last name'), /^“A” and “B” and “C” all contain /],
  [TEXTS.columnMissing('Staff number'), /^No column contains Staff number, which is required\./],
  [TEXTS.unusedColumns(1), '1 column is not used:'],
])('%s', (text, expected) => {
  expect(text).toMatch(expected);
});
