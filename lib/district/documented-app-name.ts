import { isAway } from '../../db/away.ts';
import type { Database } from '../../db/client.ts';
import { onlyAppName } from './find-district.ts';

/** Takes the place of an appName that nobody but a district's own client may learn. */
const UNKNOWN = 'YOUR_CAMPUS_APPLICATION';

/**
 * The appName that public documents name in their Token URL: without one, no token is issued (CRED-3). Without `asked` it is that of
 * the only district, as on the sign-in page; if there are several, or the database is away, a placeholder.
 */
export async function documentedAppName(db: Database, asked: string | undefined | null): Promise<string> {
  if (asked) return asked;
  try {
    return (await onlyAppName(db)) ?? UNKNOWN;
  } catch (error) {
    if (isAway(error)) return UNKNOWN;
    throw error;
  }
}
