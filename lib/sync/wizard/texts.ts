/** What users read of the file wizard's checks. */
export const WIZARD_TEXTS = {
  rowsDiffer: () => ({
    message: 'Rows with the same staff number differ here.',
    hint: 'Make the cells equal, or correct the staff number.',
  }),
  numberTwice: () => ({
    message: 'A staff number is in the file more than once.',
    hint: 'Correct the staff number, or delete one of the rows.',
  }),
  choicesChanged: () =>
    'The columns, values or cells of this file were changed in another tab after it was checked here. Nothing was transferred. The check is repeated: read it, then transfer.',
  noWorkbook: () =>
    'A cell has more than 32,767 characters, which no workbook takes. Download the rows as CSV.',
} as const;
