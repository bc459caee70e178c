/** The sentences of the audit log. Names of actions are in action-names.ts. */
export const AUDIT_TEXTS = {
  lead: (): string => 'Who did what, when, and to what. Nobody can change this log.',
  noEvents: (): string => 'Actions of users and systems in Campus will be listed here.',
};
