import type { Delimiter } from './delimiter.ts';
import type { Encoding } from './encoding.ts';
import type { RepeatedHeader } from './repeated-header.ts';
import type { TableRow } from './row.ts';

/** How a file is to be read where recognition is wrong. */
export interface ReadOptions {
  /** The line or row with the names of the columns; 0: there is none. */
  headerRow?: number | undefined;
  /** A sheet by its name. */
  sheet?: string | undefined;
  encoding?: Encoding | undefined;
  delimiter?: Delimiter | undefined;
  /** Whether a cell is a usual name of a column. */
  isName?: (cell: string) => boolean;
}

/** What was recognized. Of a text file the encoding is sure when all rows were read. */
export interface TableFacts {
  encoding: Encoding | null;
  delimiter: string | null;
  /** 0: the columns have no names. */
  headerRow: number;
  /** Lines with something in them above the header. */
  above: number[];
  sheet: string | null;
  sheets: string[];
}

/** A staff file as a table of texts. */
export interface StaffTable {
  readonly facts: TableFacts;
  /** Names of the columns, trimmed; `Column 1` and so on if the file has none. */
  readonly header: string[];
  /** The rows below the header that have anything in them. Read once. */
  readonly rows: AsyncIterable<TableRow>;
  /** The lines below the table that are no rows of it. Complete when all rows were read. */
  readonly below: number[];
  /** Rows that repeat the header, as `below`. */
  readonly repeated: RepeatedHeader;
}
