/** What was tried of one kind, and what was not answered as it must be. */
export interface Findings {
  tried: number;
  wrong: number;
  first: string[];
}

const MAX_QUOTED = 5;

export const noFindings = (): Findings => ({ tried: 0, wrong: 0, first: [] });

/** Counts one request. @param wrong what is wrong with its answer; undefined if nothing is */
export function note(findings: Findings, request: string, wrong: string | undefined): void {
  findings.tried += 1;
  if (wrong === undefined) return;
  findings.wrong += 1;
  if (findings.first.length < MAX_QUOTED) findings.first.push(`${request}: ${wrong}`);
}
