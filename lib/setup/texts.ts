import { count, counted } from '../text/numbers.ts';

/** What an operator reads who sets up a district. */
export const SETUP_TEXTS = {
  appName: () =>
    'The appName must be 1 to 63 letters, digits, dots, hyphens and underscores, a letter or digit first, because it is part of the Token URL.',
  appNameNear: (other: string) => `There is a district “${other}” already. Choose another name.`,
  districtName: () => 'The name of the district must be 1 to 100 characters.',
  timeZone: (given: string) =>
    `“${given}” is no time zone. Choose one of the IANA list, such as America/Chicago.`,
  username: () =>
    'The username of the first admin must be up to 100 letters, digits, “.”, “_”, “@”, “+” or “-”.',
  adminName: () => 'The name of the first admin must be 1 to 50 characters.',
  noSuchDistrict: (appName: string, known: readonly string[]) =>
    known.length === 0
      ? 'There is no district yet. Make one with `campus district create`.'
      : `There is no district “${appName}”. There are: ${known.slice(0, 20).join(', ')}.`,
  noSuchUser: (username: string) => `This district has no user “${username}”.`,
  userDisabled: (username: string) =>
    `“${username}” is disabled. Another admin of the district can enable them (User Security).`,
  columnMissing: (column: string, headers: readonly string[]) =>
    `No column is the ${column}. The file has: ${headers.join(', ')}.`,
  columnTwice: (one: string, other: string) => `The columns “${one}” and “${other}” are the same.`,
  blank: (column: string) => `The ${column} is blank.`,
  tooLong: (column: string, most: number) => `The ${column} is longer than ${count(most)} characters.`,
  notActive: () => 'Active must be yes or no.',
  codeTwice: (code: string, line: number) => `“${code}” is already on line ${count(line)}.`,
  listChanged: () =>
    'Another user added one of these codes meanwhile. Nothing was imported. Import the file again.',
  rowUnreadable: () => 'The row can’t be read.',
  /** In the journal, as the reason of everything that was imported. */
  imported: () => 'It was imported from a file of the people who were in Campus already.',
  refused: (errors: number) => `Nothing was imported: ${counted(errors, 'error', 'errors')}.`,
} as const;
