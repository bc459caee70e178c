/** What is wrong with a row of an imported file. */
export interface RowError {
  line: number;
  /** As the file has it; null: the whole row. */
  column: string | null;
  message: string;
}
