import type { NotificationType } from '../../db/schema/records.ts';
import type { ToolRight } from '../access/rights.ts';

export type { NotificationType } from '../../db/schema/records.ts';

/** NOT-1: single changes by HR, and commits of a synchronization. */
export const NOTIFICATION_TYPES = [
  'HR-Staff',
  'HR Sync Commit',
] as const satisfies readonly NotificationType[];

/** A user needs one of these to be notified, and to add recipients (NOT-2). */
export const RECIPIENT_RIGHTS = [
  'District Employment',
  'District Assignments',
] as const satisfies readonly ToolRight[];
