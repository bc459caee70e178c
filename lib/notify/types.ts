import type { ToolRight } from '../access/rights.ts';

/** NOT-1: single changes by HR, and commits of a synchronisation. */
export const NOTIFICATION_TYPES = ['HR-Staff', 'HR Sync Commit'] as const;
export type NotificationType = (typeof NOTIFICATION_TYPES)[number];

/** Who may be told, and who may add recipients, has one of these (NOT-2). */
export const RECIPIENT_RIGHTS = [
  'District Employment',
  'District Assignments',
] as const satisfies readonly ToolRight[];
