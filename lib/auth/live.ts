import { and, gt, isNull, type SQL } from 'drizzle-orm';
import type { Params } from '../../db/query.ts';
import { session } from '../../db/schema/access.ts';

const IDLE_MINUTES = 30;

/** A session that was last used before this moment has ended by itself. */
export const seenAfter = (now: Date): Date => new Date(now.getTime() - IDLE_MINUTES * 60_000);

/** A session whose cookie works: not ended, not expired, and used in the last 30 minutes. */
export const isLive = (p: Params<{ now: Date; seenAfter: Date }>): SQL | undefined =>
  and(isNull(session.revokedAt), gt(session.expiresAt, p.now), gt(session.seenAt, p.seenAfter));
