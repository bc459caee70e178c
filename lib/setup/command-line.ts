/** Who acts, in the journal and the audit log, where an operator acts by a command. */
export const COMMAND_LINE = 'Command line';
