/** The sentences of the audit log. What each event says is in lib/audit/sentences. */
export const AUDIT_TEXTS = {
  lead: (): string => 'Who did what, when, and to what. Nobody can change this log.',
  noEvents: (): string => 'Actions of users and systems in Campus will be listed here.',
};
