import type { ChosenMailType } from '../../db/schema/mail.ts';
import type { ToolRight } from '../access/rights.ts';

export type { ChosenMailType } from '../../db/schema/mail.ts';

/** What users choose to get by e-mail, in the order of the page. */
export const CHOSEN_MAIL_TYPES = [
  'commitHeld',
  'commitFailed',
  'commitDone',
  'feedFailed',
  'feedValidated',
  'manyErrors',
  'clientSilent',
] as const satisfies readonly ChosenMailType[];

/** A user without one of these gets no e-mail about the integration, whatever they chose. */
export const MAIL_RIGHTS = [
  'Synchronization',
  'Notifications',
  'Error Log',
  'API Credentials',
  'District Employment',
  'District Assignments',
] as const satisfies readonly ToolRight[];
