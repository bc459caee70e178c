/** The sentences of the operator's page. */
export const OPERATOR_PAGE_TEXTS = {
  how: (): string =>
    'This page is for the operator of this installation. Make a link on the server with this command, and open it in this browser. It works once, for 15 minutes.',
  open: (): string =>
    'The link works once. The page then stays open for 2 hours, or for 30 minutes without use.',
  lead: (): string =>
    'Everything that a district needs from the operator of this installation. Times are in UTC.',
  signedIn: (by: string): string => `Link of ${by}.`,
  unreachable: (): string => 'Campus can’t be reached. Check your connection, then try again.',
  none: (): string => 'Make the first one with “New district”. It takes a minute.',
  noMatches: (): string => 'No district has these words in its name.',
  installation: (): string => 'The same as the command “campus doctor” says on the server.',
  done: (): string =>
    'The last 20 actions of operators on this page. What was done in a district is in its audit log, too.',
  name: (): string => 'As pages show it, such as “Grand Bend ISD”.',
  appName: (): string =>
    'In the Token URL and at the sign-in, such as “grand-bend”: letters, digits, dots, hyphens, underscores. It can’t be changed later.',
  timeZone: (): string => 'It decides the date of each change.',
  adminUsername: (): string => 'What the first admin signs in with.',
  adminName: (): string => 'As pages show it.',
  made: (name: string): string => `The district ${name} is made.`,
  passOn: (): string =>
    'Send it by a channel that only the admin reads. The admin chooses a password by it, then imports schools and codes, and connects HR.',
  once: (): string => 'It is shown only here, and works once.',
  reset: (): string =>
    'For an admin who lost password, phone or recovery codes where there is no other admin to help. First make sure who asks. The admin is signed out everywhere; password, second factor and recovery codes are removed.',
  wasReset: (username: string): string => `${username} was reset and signed out.`,
  passResetOn: (): string =>
    'Send it by a channel that only the admin reads. Where the district requires a second factor, the admin sets one up right after.',
  close: (): string =>
    'A browser can’t export or close a district, because its data goes into a folder of the server. Run one of these commands there.',
  exportHelp: (): string => 'Writes every row of the district into a new folder. Campus stays in use.',
  closeHelp: (): string =>
    'Exports the district, then erases everything of it. This can’t be undone. It refuses while a validation, commit or undo is running.',
};

/** What operators did, as the list names it. */
export const ACTIONS: Record<string, string> = {
  'link made': 'Link made',
  'link opened': 'Link opened',
  'link refused': 'Link refused: opened before, or too old',
  ended: 'Session ended',
  'ended by command': 'Session ended by command',
  'district made': 'District made',
  'administrator reset': 'Administrator reset',
};
