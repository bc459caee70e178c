import type { Exceeded, GuardSettings } from './schema.ts';

/**
 * Of the limits that a commit is above now, those that its approval does not cover: it was below them then, or its
 * figure has grown since by more than the limit allows. Fewer changes than were approved are covered. Pure (SYNC-13).
 */
export const beyondApproval = (
  { leastPeople }: Pick<GuardSettings, 'leastPeople'>,
  approved: readonly Exceeded[],
  now: readonly Exceeded[],
): Exceeded[] =>
  now.filter(({ limit, found, of, percent }) => {
    const then = approved.find((one) => one.limit === limit);
    if (!then) return true;
    const grown = found - then.found;
    return grown > leastPeople && grown * 100 > percent * of;
  });
