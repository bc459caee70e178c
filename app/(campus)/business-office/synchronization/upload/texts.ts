import { count, counted } from '../../../../../lib/text/numbers.ts';
import type { DraftLook } from './draft.ts';

type Recognized = DraftLook['recognized'];
type DateFormat = DraftLook['columns'][number]['dates'];

export const ENCODING_NAMES: Record<string, string> = {
  'utf-8': 'UTF-8',
  'windows-1252': 'Windows-1252',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16 (big-endian)',
};
export const DELIMITER_NAMES: Record<string, string> = {
  ',': 'Comma',
  ';': 'Semicolon',
  '\t': 'Tab',
  '|': 'Vertical bar',
};
export const DATE_NAMES: Record<DateFormat, string> = {
  mdy: 'M/D/YYYY',
  dmy: 'D/M/YYYY',
  iso: 'YYYY-MM-DD',
  named: 'With the name of the month',
  compact: 'YYYYMMDD',
  mdyCompact: 'MMDDYYYY',
  dmyCompact: 'DDMMYYYY',
  serial: 'Day number of a spreadsheet',
};
const LINES_SHOWN = 10;
const PEOPLE_OF_VALUE = 3;

/** *January 5, 2016*, of `2016-01-05`. */
const longDay = (day: string): string =>
  new Intl.DateTimeFormat('en-US', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

const quoted = (names: readonly string[]): string => names.map((name) => `“${name}”`).join(', ');

/** *13, 14 and more*. */
function firstLines(lines: readonly number[], all: number): string {
  const shown = lines.slice(0, LINES_SHOWN).map(count).join(', ');
  return all > Math.min(lines.length, LINES_SHOWN) ? `${shown} and more` : shown;
}

const repeatedHeaders = ({ count: rows, lines }: Recognized['repeated']): string =>
  `${counted(rows, 'repeated header row was', 'repeated header rows were')} left out: ${rows === 1 ? 'line' : 'lines'} ${firstLines(lines, rows)}.`;

/** The sentences of the file wizard. */
export const UPLOAD_TEXTS = {
  lead: (): string => 'Transfer the staff of a file that your HR or payroll system exported.',
  noTransfer: (): string => 'No transfer is open, so no file can be transferred now.',
  startFirst: (): string => 'Start a transfer on Staff Synchronization first.',
  fileIsKept: (): string =>
    'Start a transfer on Staff Synchronization. Your file and your choices are kept for a day.',

  fileLead: (): string => 'Choose the file, and check how Campus reads it.',
  fileTypes: (): string =>
    'Excel (.xlsx) or CSV with any column names, JSON (a list, or “staffMembers”) or NDJSON.',
  unknownType: (file: string): string =>
    `${file} is not a .csv, .xlsx, .json or .ndjson file. Choose one of these.`,
  emptyFile: (file: string): string => `${file} is empty. Choose the file that HR exported.`,
  sending: (file: string): string => `${file} is being sent.`,
  reading: (file: string): string => `${file} was sent. Campus is reading it.`,
  sent: (done: string, all: string): string => `${done} of ${all}. Keep this page open.`,
  /** *Windows-1252, separated by semicolons, header in row 4. Left out: 3 rows above the table and 1 row below it.* */
  recognized: ({ encoding, delimiter, headerRow, above, below, repeated, sheet }: Recognized): string => {
    const how = [
      sheet === null ? (ENCODING_NAMES[encoding ?? ''] ?? '') : `Sheet “${sheet}”`,
      ...(delimiter === null ? [] : [`separated by ${SEPARATED[delimiter] ?? `“${delimiter}”`}`]),
      headerRow === 0 ? 'no header' : `header in row ${headerRow}`,
    ].join(', ');
    const left = [
      ...(above.length > 0 ? [`${counted(above.length, 'row', 'rows')} above the table`] : []),
      ...(below.length > 0 ? [`${counted(below.length, 'row', 'rows')} below the table`] : []),
    ].join(' and ');
    return [
      `${how}.`,
      ...(left ? [`Left out: ${left}.`] : []),
      ...(repeated.count > 0 ? [repeatedHeaders(repeated)] : []),
    ].join(' ');
  },
  firstRows: (shown: number, rows: number): string =>
    shown < rows ? `The first ${count(shown)} of ${count(rows)} rows` : counted(rows, 'row', 'rows'),
  headerRowHelp: (): string => '0 if the first row is a person already.',
  mappingHelp: (): string => 'The choices that were kept with an earlier file.',
  columnsMissing: (headers: readonly string[]): string => `The file does not have ${quoted(headers)}.`,
  columnsAdded: (headers: readonly string[]): string =>
    `The mapping does not know ${quoted(headers)}. Check ${headers.length === 1 ? 'it' : 'them'} in the next step.`,
  noColumns: (): string => 'This file uses the property names of the API, so there are no columns to choose.',

  columnsLead: (): string =>
    'Check what each column of the file is. Rows with the same staff number are one person, for example one row per position.',
  filled: (filled: number, blank: number): string =>
    blank === 0 ? `${count(filled)} filled` : `${count(filled)} filled, ${count(blank)} blank`,
  /** Why a blank cell of this property has only one meaning; null where it has two. */
  blanksOf: (property: string): string | null => {
    if (/^(staffNumber|lastName|firstName|gender)$|^fullName\./.test(property))
      return 'Required: a blank cell is an error.';
    if (property.includes('.'))
      return /(endDate|terminationDate)$/.test(property)
        ? 'A blank cell means that it has no end.'
        : 'A blank cell says nothing.';
    return null;
  },
  dateExample: ({ cell, day }: { cell: string; day: string }): string => `${cell} is ${longDay(day)}.`,
  noDate: (): string => 'The first values are no dates in this format.',
  initials: (): string =>
    'These are initials. If Campus has the whole middle name, the initial replaces it. Choose “Not used” to keep what Campus has.',
  unclearNames: (): string =>
    'These names can be divided in more than one way. If one is wrong, choose another order above, or write it as “Last, First Middle” in the file.',
  placeholder: (text: string, cells: number): string =>
    cells > 0
      ? `“${text}” is in ${counted(cells, 'cell', 'cells')}. What does it mean?`
      : `What does “${text}” mean?`,
  fixedHelp: (): string =>
    'For what no column has, such as the state, or the school of a file of one school.',
  fixedValue: (): string => 'Same value in every row',
  columnTwice: (headers: readonly string[], label: string): string =>
    `${headers.map((header) => `“${header}”`).join(' and ')} ${headers.length === 2 ? 'both' : 'all'} contain ${label}. Leave only one of them in.`,
  columnMissing: (label: string): string =>
    `No column contains ${label}, which is required. Choose it below, or add it to the file.`,
  /** Before their names. */
  unusedColumns: (columns: number): string => `${counted(columns, 'column is', 'columns are')} not used:`,

  valuesLead: (): string =>
    'Check which codes of Campus the values of the file are. What needs a choice is first.',
  noValues: (): string => 'The file has no schools, genders, assignment codes or titles to match.',
  /** @param open how many still need a choice */
  valuesOf: (values: number, columns: readonly string[], open: number): string =>
    [
      `${counted(values, 'value', 'values')} in ${quoted(columns)}.`,
      ...(open > 0 ? [`${count(open)} to be chosen.`] : []),
    ].join(' '),
  /** *Brown, Ann (30001); Simpson, Pat (30002) and more*: the first people with a value, one more than are shown. */
  peopleOfValue: (people: readonly string[]): string =>
    [people.slice(0, PEOPLE_OF_VALUE).join('; '), ...(people.length > PEOPLE_OF_VALUE ? ['more'] : [])].join(
      ' and ',
    ),
  moreValues: (more: number): string => `${counted(more, 'more value is', 'more values are')} not listed.`,

  readingColumns: (file: string): string => `Campus is reading the columns of ${file}.`,
  readingValues: (file: string): string => `Campus is reading the values of ${file}.`,
  checking: (file: string): string => `Campus is checking ${file}.`,
  checkSound: (): string =>
    'All rows can be transferred. Campus stages them; nothing in Campus changes before the commit.',
  checkFaulty: (): string =>
    'Some rows can’t be transferred. Fix them here or in the file, or set them aside and transfer the rest.',
  checkDifferent: (): string =>
    'Some people are already in this synchronization with other data. Set them aside and transfer the rest, or restart the transfer.',
  runHolds: (staff: number, setAside: number): string =>
    `This synchronization already has ${counted(staff, 'staff member', 'staff members')}${
      setAside > 0 ? `, and ${counted(setAside, 'record', 'records')} set aside` : ''
    }`,
  runAdded: (people: number): string =>
    `${counted(people, 'person in this file is', 'people in this file are')} not among them.`,
  runSame: (people: number): string =>
    `${counted(people, 'person is', 'people are')} already in it with the same data. Each counts once.`,
  runCorrected: (people: number): string =>
    `${counted(people, 'person was', 'people were')} set aside before. This file replaces what was set aside.`,
  runDifferent: (people: number, examples: readonly string[]): string =>
    `${counted(people, 'person is', 'people are')} already in it with other data: ${examples.join(', ')}${
      people > examples.length ? ' and more' : ''
    }. Campus can’t tell which data is right, so both records are set aside. Transfer the right ones once more after that, or restart the transfer.`,
  runWithdrawn: (people: number): string =>
    `${counted(people, 'person is', 'people are')} already in it and ${people === 1 ? 'has' : 'have'} a problem in this file. If you set the problems aside, the earlier record is set aside, too.`,
  ignoredRows: (rows: number): string => `${count(rows)} ignored`,
  erases: (): string => 'Blank cells erase values in Campus',
  erasedOf: (people: number, header: string, label: string): string =>
    `“${header}”: ${label} of ${counted(people, 'person', 'people')}.`,
  problemSize: (rows: number, people: number, lines: readonly number[]): string =>
    `${counted(rows, 'row', 'rows')}, ${counted(people, 'person', 'people')}. ${lines.length === 1 ? 'Line' : 'Lines'} ${firstLines(lines, rows)}.`,
  problemValues: (values: readonly { text: string; count: number }[]): string =>
    `Values: ${values.map(({ text, count: times }) => `“${text}” (${count(times)})`).join(', ')}.`,
  fixesDates: (rows: number, dates: DateFormat): string =>
    `Reads the column as ${DATE_NAMES[dates]}: fixes ${counted(rows, 'row', 'rows')}.`,
  fixesPlaceholder: (rows: number, text: string): string =>
    `Reads “${text}” as no value: fixes ${counted(rows, 'row', 'rows')}.`,
  correctHelp: (): string => 'Correct a cell, then press Enter. The file itself is not changed.',
  otherRow: (): string => 'Another row of this person has a problem.',
  firstFaulty: (rows: string): string => `These are the first ${rows} rows. The download has all of them.`,
  setAsideHelp: (): string =>
    'They are listed as errors in the report. A corrected row in a later file replaces the row that was set aside.',
  unreadable: (rows: number): string =>
    `${rows === 1 ? '1 row can’t be read, so Campus can’t tell whose row it is' : `${count(rows)} rows can’t be read, so Campus can’t tell whose rows they are`}. Better fix the file. If you set such a row aside and the person has other rows in this file, the row’s position is missing, and the commit removes it from Campus.`,
  nameHelp: (): string =>
    'Optional. A name for the choices of these steps, to use them for the next file. They are kept when the transfer succeeds.',
  notYet: ({ open, ready }: { open: boolean; ready: number }): string => {
    if (!open) return 'No transfer is open.';
    if (ready === 0) return 'Nobody in the file can be transferred yet.';
    return 'Fix the problems, or set these rows aside.';
  },

  /** @param received people of the file; `staff` and `setAside` of the whole transfer */
  uploaded: (received: number, staff: number, setAside: number): string =>
    [
      `${counted(received, 'person was', 'people were')} read.`,
      `The transfer now has ${counted(staff, 'staff member', 'staff members')}${
        setAside > 0 ? `, and ${counted(setAside, 'record', 'records')} set aside` : ''
      }.`,
      'Transfer another file, or end the transfer.',
    ].join(' '),
  /** A warning to vendors, whose call is a file here. */
  ofFile: (warning: string): string =>
    warning.replaceAll('in this call', 'in this file').replaceAll('of this call', 'of this file'),
  keptAs: (name: string, version: number): string =>
    `Your choices are kept as “${name}”, version ${count(version)}.`,
  moreWarnings: (more: string): string =>
    `And ${more} more. The results of the commit list all of them by person.`,
};

const SEPARATED: Record<string, string> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'vertical bars',
};
