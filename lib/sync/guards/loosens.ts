import { GUARDS } from './limits.ts';
import type { GuardSettings } from './schema.ts';

/** Whether a commit may do more without approval, or with its requester's own, under the new settings. */
export function loosens(before: GuardSettings, after: GuardSettings): boolean {
  if (before.enabled && !after.enabled) return true;
  if (before.secondPerson && !after.secondPerson) return true;
  if (after.leastPeople > before.leastPeople) return true;
  const limit = (percent: number | null) => percent ?? Number.POSITIVE_INFINITY;
  return GUARDS.some((guard) => limit(after[guard]) > limit(before[guard]));
}
