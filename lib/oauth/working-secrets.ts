import { and, desc, gt, isNull, or, sql } from 'drizzle-orm';
import { inDistrict } from '../../db/conditions.ts';
import type { Params } from '../../db/query.ts';
import { apiClientSecret } from '../../db/schema/client.ts';

/** The client secrets of the district that work at a moment. */
export const secretWorks = (now: Params<{ now: Date }>['now']) =>
  and(
    inDistrict(apiClientSecret),
    isNull(apiClientSecret.revokedAt),
    or(isNull(apiClientSecret.expiresAt), gt(apiClientSecret.expiresAt, now)),
  );

/** The order in which the current secret is first: of two without an end it is the later one. */
export const CURRENT_SECRET_FIRST = [
  sql`${apiClientSecret.expiresAt} desc nulls first`,
  desc(apiClientSecret.createdAt),
  desc(apiClientSecret.id),
];
