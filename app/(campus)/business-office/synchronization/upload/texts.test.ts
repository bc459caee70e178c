import { expect, test } from 'vitest';
import { expectPlainSentences } from '../../../../../lib/text/testing/plain-sentences.ts';
import type { DraftLook } from './draft.ts';
import { UPLOAD_TEXTS as TEXTS } from './texts.ts';

const facts: DraftLook['recognized'] = {
  ...{ encoding: 'windows-1252', delimiter: ';', headerRow: 4, sheet: null, sheets: [] },
  ...{ above: [1, 2, 3], below: [9], repeated: { count: 0, lines: [] } },
};

test.each([
  [
    TEXTS.recognized(facts),
    'Windows-1252, separated by semicolons, header in row 4. Left out: 3 rows above the table and 1 row below the table.',
  ],
  [
    TEXTS.recognized({
      ...facts,
      delimiter: null,
      headerRow: 0,
      sheet: 'Staff',
      above: [],
      below: [],
      sheets: [],
    }),
    'Sheet “Staff”, no header.',
  ],
  [
    TEXTS.recognized({ ...facts, above: [], below: [9], repeated: { count: 2, lines: [41, 1_081] } }),
    /Left out: 1 row below the table\. 2 repeated header rows were left out: lines 41, 1,081\.$/,
  ],
  [
    TEXTS.recognized({ ...facts, above: [], below: [], repeated: { count: 1, lines: [41] } }),
    /header in row 4\. 1 repeated header row was left out: line 41\.$/,
  ],
  [
    TEXTS.recognized({ ...facts, repeated: { count: 99, lines: Array(20).fill(7) } }),
    /99 repeated header rows were left out: lines 7, 7, .* and more\.$/,
  ],
  [
    TEXTS.uploaded(3, 3, 0),
    '3 people were read. The transfer now has 3 staff members. Transfer another file, or end the transfer.',
  ],
  [TEXTS.uploaded(1, 1, 1), /has 1 staff member, and 1 record set aside\. /],
  [
    TEXTS.columnTwice(['Last Name', 'Bldg'], 'Last name'),
    '“Last Name” and “Bldg” both contain Last name. Leave only one of them in.',
  ],
  [TEXTS.columnTwice(['A', 'B', 'C'], 'Last name'), /^“A” and “B” and “C” all contain /],
  [TEXTS.columnMissing('Staff number'), /^No column contains Staff number, which is required\./],
  [TEXTS.unusedColumns(1), '1 column is not used:'],
  [TEXTS.dateExample({ cell: '1/5/2016', day: '2016-01-05' }), '1/5/2016 is January 5, 2016.'],
  [TEXTS.placeholder('N/A', 1_200), '“N/A” is in 1,200 cells. What does it mean?'],
  [TEXTS.placeholder('N/A', 0), 'What does “N/A” mean?'],
  [TEXTS.filled(12, 0), '12 filled'],
  [TEXTS.filled(12, 1_000), '12 filled, 1,000 blank'],
  [TEXTS.peopleOfValue(['A (1)', 'B (2)']), 'A (1); B (2)'],
  [TEXTS.peopleOfValue(['A', 'B', 'C', 'D']), 'A; B; C and more'],
  [TEXTS.valuesOf(3, ['Bldg'], 0), '3 values in “Bldg”.'],
  [TEXTS.valuesOf(3, ['Bldg', 'Site'], 2), '3 values in “Bldg”, “Site”. 2 to be chosen.'],
  [TEXTS.moreValues(1), '1 more value is not listed.'],
  [TEXTS.problemSize(1, 1, [13]), '1 row, 1 person. Line 13.'],
  [TEXTS.problemSize(2, 1, [13, 14]), '2 rows, 1 person. Lines 13, 14.'],
  [
    TEXTS.problemSize(60, 50, [1_013, ...Array.from({ length: 49 }, (_, at) => at + 2_000)]),
    /^60 rows, 50 people\. Lines 1,013, .* and more\.$/,
  ],
  [TEXTS.problemValues([{ text: 'N/A', count: 2 }]), 'Values: “N/A” (2).'],
  [TEXTS.erasedOf(1, 'Work Email', 'Work email'), '“Work Email”: Work email of 1 person.'],
  [TEXTS.fixesDates(300, 'mdy'), 'Reads the column as M/D/YYYY: fixes 300 rows.'],
  [TEXTS.fixesPlaceholder(1, 'N/A'), 'Reads “N/A” as no value: fixes 1 row.'],
  [TEXTS.notYet({ open: false, ready: 1 }), 'No transfer is open.'],
  [TEXTS.notYet({ open: true, ready: 0 }), /^Nobody in the file/],
  [TEXTS.notYet({ open: true, ready: 1 }), /set these rows aside\.$/],
  [TEXTS.unreadable(1), /^1 row can’t be read, so Campus can’t tell whose row it is\./],
  [TEXTS.keptAs('Payroll', 2), 'Your choices are kept as “Payroll”, version 2.'],
  [TEXTS.columnsMissing(['Bldg']), 'The file does not have “Bldg”.'],
  [TEXTS.columnsAdded(['Bldg', 'Site']), /^The mapping does not know “Bldg”, “Site”\. Check them /],
  [TEXTS.ignoredRows(2), '2 ignored'],
  [TEXTS.firstRows(5, 383), 'The first 5 of 383 rows'],
  [TEXTS.firstRows(1, 1), '1 row'],
  [
    TEXTS.ofFile('1 staff member in this call was set aside. The records of this call replace it.'),
    '1 staff member in this file was set aside. The records of this file replace it.',
  ],
  [TEXTS.runHolds(1_000, 1), 'This synchronization already has 1,000 staff members, and 1 record set aside'],
  [TEXTS.runHolds(1, 0), 'This synchronization already has 1 staff member'],
  [TEXTS.runAdded(1), '1 person in this file is not among them.'],
  [TEXTS.runSame(2), '2 people are already in it with the same data. Each counts once.'],
  [TEXTS.runCorrected(1), /^1 person was set aside before\./],
  [TEXTS.runDifferent(2, ['7', '8']), /^2 people are already in it with other data: 7, 8\. Campus /],
  [TEXTS.runDifferent(12, ['7', '8']), /: 7, 8 and more\. /],
  [TEXTS.runWithdrawn(1), /^1 person is already in it and has a problem in this file\./],
  [TEXTS.sent('1 MB', '2 MB'), '1 MB of 2 MB. Keep this page open.'],
  [TEXTS.blanksOf('lastName'), /^Required/],
  [TEXTS.blanksOf('positions.1.endDate'), /no end\.$/],
  [TEXTS.blanksOf('household.address.zip'), 'A blank cell says nothing.'],
])('%s', (text, expected) => {
  expect(text).toMatch(expected);
});

test('a blank cell has two meanings where the property is the person’s and not required', () => {
  expect(TEXTS.blanksOf('workEmail')).toBe(null);
});

test.each([
  ...[TEXTS.lead(), TEXTS.noTransfer(), TEXTS.startFirst(), TEXTS.fileIsKept(), TEXTS.fileLead()],
  ...[TEXTS.headerRowHelp(), TEXTS.mappingHelp(), TEXTS.noColumns(), TEXTS.columnsLead(), TEXTS.noDate()],
  ...[
    TEXTS.unclearNames(),
    TEXTS.initials(),
    TEXTS.fixedHelp(),
    TEXTS.valuesLead(),
    TEXTS.noValues(),
    TEXTS.checkSound(),
  ],
  ...[TEXTS.checkFaulty(), TEXTS.correctHelp(), TEXTS.firstFaulty('200'), TEXTS.setAsideHelp()],
  ...[TEXTS.otherRow(), TEXTS.unreadable(3), TEXTS.nameHelp(), TEXTS.moreWarnings('3')],
  ...[TEXTS.fileTypes().replaceAll('staffMembers', 'staff'), TEXTS.emptyFile('Staff.csv')],
  ...[TEXTS.unknownType('Staff.pdf'), TEXTS.sending('Staff.csv'), TEXTS.reading('Staff.csv')],
  ...[TEXTS.checking('the file'), TEXTS.readingColumns('the file'), TEXTS.readingValues('the file')],
  ...[TEXTS.checkDifferent(), TEXTS.runWithdrawn(2), TEXTS.runDifferent(1, ['7'])],
])('%s', (text) => expectPlainSentences(text));
