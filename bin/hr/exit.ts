/** Exit codes, for scripts. */
export const EXIT = {
  /** The server is away, or an unexpected error occurred. */
  fault: 1,
  /** The command line is wrong. */
  usage: 2,
  /** The credentials or the token were refused. */
  unauthorized: 3,
  /** The server refused the request or the data. */
  refused: 4,
  /** The commit ended, but some staff failed. */
  someFailed: 5,
} as const;

/** Ends the command with this code; `facts` are printed for a script. */
export class CommandFailed extends Error {
  override name = 'CommandFailed';
  readonly exitCode: number;
  readonly facts: unknown;
  constructor(exitCode: number, message: string, options: { cause?: unknown; facts?: unknown } = {}) {
    super(message, options);
    this.exitCode = exitCode;
    this.facts = options.facts;
  }
}
