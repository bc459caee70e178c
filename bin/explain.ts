/** What went wrong, down to the first cause, one a line; all of it with DEBUG set. */
export function explain(error: unknown): string {
  if (process.env.DEBUG && error instanceof Error) return String(error.stack);
  const lines: string[] = [];
  for (let at: unknown = error; at !== undefined; at = at instanceof Error ? at.cause : undefined)
    lines.push(at instanceof Error ? at.message || at.name : String(at));
  return lines.join('\n  because: ');
}
