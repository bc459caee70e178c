import { count } from '../../text/numbers.ts';

/** What users and vendors read of a table's columns and rows. */
export const TABLE_TEXTS = {
  tooManyColumns: (columns: number, most: number) =>
    `The file has ${count(columns)} columns; at most ${count(most)} are read.`,
  tooManyCells: (line: number, cells: number, columns: number) =>
    `Line ${count(line)} has ${count(cells)} cells, but there are ${count(columns)} columns.`,
  columnUnknown: (header: string) => `The column "${header}" is no property of a staff member.`,
  columnMeant: (property: string) => `Did you mean ${property}?`,
  columnTwice: (one: string, other: string) => `The columns "${one}" and "${other}" are the same property.`,
  numberColumnMissing: () => 'There is no column staffNumber.',
  correctColumns: (fault: string) => `${fault} Correct the names of the columns, or say what each column is.`,
  otherColumns: () => 'The columns of this file are not the ones that were confirmed. Choose the file again.',
  unreadableCell: (header: string | undefined) =>
    `${header || 'The cell'} has a character that can’t be read, such as a NUL. Type the value again.`,
  nameWhole: () => ({
    message: 'The name can’t be divided into a last and a first name.',
    hint: 'Write it as “Last, First”, or say what order its parts have.',
  }),
  rowsDiffer: (property: string, line: number, other: number) => ({
    message: `${property} differs on lines ${count(line)} and ${count(other)}, which have the same staff number.`,
    hint: 'Make both cells equal, or correct the staff number.',
  }),
} as const;
