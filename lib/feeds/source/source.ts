/** A server that sends nothing for so long has stopped. */
export const IDLE_MS = 60_000;

/** A file where a feed looks. */
export interface SourceFile {
  name: string;
  /** Null where the source doesn't say. */
  bytes: number | null;
  modifiedAt: Date | null;
}

/** An open connection to where a feed's file is. Every method throws FeedProblem. */
export interface Source {
  /** All files of the folder; of an address its one file. */
  list(): Promise<SourceFile[]>;
  /** @throws FeedProblem, while it is read too, if it ends before it is complete */
  read(file: SourceFile): AsyncIterable<Uint8Array>;
  /** Moves a file away; undefined where it stays. */
  archive?(file: SourceFile, name: string): Promise<void>;
  /** Whether files may be seen while they are being written. */
  readonly growing: boolean;
  close(): Promise<void>;
}
