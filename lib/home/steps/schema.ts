import { z } from 'zod';
import type { ToolRight } from '../../access/rights.ts';

/** What a district sets up on its first morning, in order. */
export const STEPS = [
  'secondFactor',
  'credentials',
  'firstCall',
  'staffNumbers',
  'notifications',
  'guards',
] as const;
export type Step = (typeof STEPS)[number];

/** The tool right that a step needs; null: any user has it to do. */
export const RIGHT_OF_STEP: Record<Step, ToolRight | null> = {
  secondFactor: null,
  credentials: 'API Credentials',
  firstCall: 'API Credentials',
  staffNumbers: 'Synchronization',
  notifications: 'Notifications',
  guards: 'Synchronization',
};

export const firstStepsSchema = z.object({
  /** `done` of the staff numbers is null: the counts of the staff say it. */
  steps: z.array(z.object({ step: z.enum(STEPS), done: z.boolean().nullable() })),
  hidden: z.boolean(),
});
export type FirstSteps = z.infer<typeof firstStepsSchema>;
