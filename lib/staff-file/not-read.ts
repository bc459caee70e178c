import { Unreadable } from '../failure.ts';

/** A file that can't be read; `pointer` names its line, if it is one. */
export const notRead = (message: string, pointer = ''): Unreadable =>
  new Unreadable(message, [{ pointer, code: 'badCsv', message }]);
