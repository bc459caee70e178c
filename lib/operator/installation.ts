import { statfs } from 'node:fs/promises';
import { checkInstallation } from '../doctor/check-installation.ts';
import type { OperatorContext } from './context.ts';
import type { Installation } from './schema.ts';

/** What `campus doctor` says, as this web process sees it. */
export async function readInstallation({
  db,
  keys,
}: Pick<OperatorContext, 'db' | 'keys'>): Promise<Installation> {
  const { bavail, bsize } = await statfs(process.cwd());
  const checks = await checkInstallation(db, keys, { freeBytes: bavail * bsize });
  return { checks: checks.map(({ problem = null, ...check }) => ({ ...check, problem })) };
}
