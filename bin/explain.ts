/** The error and its causes, one per line; with DEBUG set, the whole stack. */
export function explain(error: unknown): string {
  if (process.env.DEBUG && error instanceof Error) return String(error.stack);
  const lines: string[] = [];
  for (let at: unknown = error; at !== undefined; at = at instanceof Error ? at.cause : undefined)
    lines.push(at instanceof Error ? at.message || at.name : String(at));
  return lines.join('\n  because: ');
}
