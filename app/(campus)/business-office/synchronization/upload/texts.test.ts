import { expect, test } from 'vitest';
import type { Recognized } from '../../../../../lib/sync/upload/schema.ts';
import { expectPlainSentences } from '../../../../../lib/text/testing/plain-sentences.ts';
import { UPLOAD_TEXTS as TEXTS } from './texts.ts';

const facts: Recognized = {
  ...{ encoding: 'windows-1252', delimiter: ';', headerRow: 4, sheet: null, sheets: [] },
  ...{ above: [1, 2, 3], below: [9] },
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

test.each([
  TEXTS.noUpload(),
  TEXTS.checkColumns(),
  TEXTS.noColumns(),
  TEXTS.headerRowHelp(),
  TEXTS.fileTransferred(),
  TEXTS.fileUnreadable(),
])('%s', (text) => expectPlainSentences(text));
