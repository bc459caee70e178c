import { createHash, randomUUID } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';

/** The code that decides how a record is read, what a plan is and what a report tells of it. */
const RULES = [
  'lib/{address,change,record,report}/**/*.ts',
  'lib/sync/{batch,transfer,validate}/**/*.ts',
  'lib/text/**/*.ts',
];

let version: string | undefined;

/**
 * A digest of the code of the rules: two processes with equal versions make equal plans. Without the sources nothing is
 * known of the rules, and each process has a version of its own.
 */
export function rulesVersion(): string {
  version ??= digestOfSources() ?? randomUUID();
  return version;
}

function digestOfSources(): string | undefined {
  const files = globSync(RULES).filter((path) => !path.endsWith('.test.ts'));
  if (files.length === 0) return undefined;
  const hash = createHash('sha256');
  for (const path of files.sort()) hash.update(`${path}\0`).update(readFileSync(path)).update('\0');
  return hash.digest('base64url');
}
