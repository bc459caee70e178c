/** What a script can tell a failure by. */
export const EXIT = {
  /** The server is away, or something went wrong on either side. */
  fault: 1,
  /** The command was not called as it should be. */
  usage: 2,
  /** The credentials or the token are refused. */
  unauthorized: 3,
  /** The server refused what was asked or sent. */
  refused: 4,
  /** The commit went through, and some staff failed. */
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
