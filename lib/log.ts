import pino, { type Logger } from 'pino';
import { ZodError } from 'zod';
import { maskText } from '../db/mask/mask-text.ts';

export type Log = Pick<Logger, 'info' | 'warn' | 'error'>;

let made: Logger | undefined;

/**
 * The server's log: one JSON line an event on standard output. It holds ids, SQLSTATEs and constraint names, never a
 * value that somebody sent: a database error's own message holds parameters, so it is never handed in whole. Each line is
 * masked as well.
 */
export const log = (): Log => {
  made ??= pino(
    { base: null, level: process.env.LOG_LEVEL ?? 'info', timestamp: pino.stdTimeFunctions.isoTime },
    { write: (line: string) => process.stdout.write(maskText(line)) },
  );
  return made;
};

/** What of an error may be logged: its kind, SQLSTATE, constraint and place, for a schema's also which fields; no message. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { error: typeof error };
  const { code, constraint } = error as { code?: unknown; constraint?: unknown };
  const at = error.stack?.split('\n').filter((line) => /^\s+at /.test(line));
  return {
    error: error.name,
    code,
    constraint,
    fields: fieldsOf(error),
    at: at?.slice(0, 8).map((line) => line.trim()),
  };
}

/** Where a value did not fit a schema, such as `data/3/warnings/0/candidates/0/score`, and how; at most five. */
function fieldsOf(error: Error): string[] | undefined {
  if (!(error instanceof ZodError)) return undefined;
  return error.issues.slice(0, 5).map(({ path, code }) => `${path.join('/')}: ${code}`);
}
