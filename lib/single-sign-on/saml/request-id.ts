import { createHash } from 'node:crypto';

/**
 * The ID of a visit's request, which the answer must name. It comes from the visit's token, of which the database has the
 * hash alone. An XML ID begins with no digit.
 */
export const requestId = (token: string): string =>
  `_${createHash('sha256').update(`request ${token}`).digest('hex')}`;
