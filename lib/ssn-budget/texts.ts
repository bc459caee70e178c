import { counted } from '../text/numbers.ts';

/** What users and vendors read who searched for too many SSNs. */
export const SSN_BUDGET_TEXTS = {
  spent: (most: number, minutes: number) =>
    `You searched for ${most} different SSNs within the last hour, which is the limit. Leave out the SSN, or try again in ${counted(minutes, 'minute', 'minutes')}.`,
} as const;
