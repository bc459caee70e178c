import { createHash } from 'node:crypto';
import { Stale } from '../failure.ts';
import type { StaffMember } from './answer.ts';
import { STAFF_TEXTS } from './texts.ts';

/** A strong ETag: of the answer itself, so that it moves with everything the answer shows. */
export const etagOf = (staffMember: StaffMember): string =>
  `"${createHash('sha256').update(JSON.stringify(staffMember)).digest('base64url').slice(0, 27)}"`;

/**
 * `If-Match` of a change (RFC 9110 §13.1.1): `*`, or a list of tags of which one is the current one.
 * @param current read only when there is a header; undefined when there is no such person
 * @throws Stale
 */
export async function assertFresh(
  ifMatch: string | null,
  current: () => Promise<StaffMember | undefined>,
): Promise<void> {
  if (ifMatch === null) return;
  const staffMember = await current();
  // Nobody, or several people: the change itself says so better.
  if (!staffMember) return;
  const tags = ifMatch.split(',').map((tag) => tag.trim());
  if (tags.includes('*') || tags.includes(etagOf(staffMember))) return;
  throw new Stale(STAFF_TEXTS.changedSince());
}
