import type { Feed, FeedRun, FeedSource } from '../../../../lib/feeds/schema.ts';

export const DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

/** Where a file comes from, as the choices say it. */
export const SOURCE_NAMES: Record<FeedSource['kind'], string> = {
  sftp: 'SFTP server',
  folder: 'Folder of this server',
  https: 'HTTPS address',
};

/** What follows the transfer. */
export const POLICY_NAMES: Record<Feed['policy'], string> = {
  stop: 'Stop',
  validate: 'Validate and notify',
  commit: 'Commit if within the guards',
};

export const POLICY_TEXTS: Record<Feed['policy'], string> = {
  stop: 'The staff are transferred. A user validates and commits.',
  validate: 'Campus validates and notifies you. A user reviews the report and commits.',
  commit: 'Campus validates and commits. Above a limit of the guards, the commit waits for approval.',
};

/** How a run ended, or what it does now. */
export const OUTCOMES: Record<FeedRun['status'] | 'cancelled', string> = {
  queued: 'Waiting',
  running: 'Running',
  validating: 'Validating',
  transferred: 'Transferred',
  validated: 'Validated',
  held: 'Waits for approval',
  commitStarted: 'Commit started',
  unchanged: 'File unchanged',
  failed: 'Failed',
  cancelled: 'Cancelled',
};

/** The sentences of the page. */
export const FEED_TEXTS = {
  lead: () => 'Staff files that Campus takes by itself, from HR’s server or a folder.',
  none: () => 'Choose New feed, then say where HR’s file is and when Campus takes it.',
  noRuns: () => 'This feed has not run yet.',
  saved: () => 'The feed was saved.',
  started: () => 'The feed will run in a moment.',
  paused: () => 'The feed is paused.',
  resumed: () => 'The feed runs again at its next time.',
  deleted: () => 'The feed was deleted.',
  willBeDeleted: () =>
    'Campus no longer takes its file, and its secret is erased. Its past runs stay in the history.',
  folder: (path: string | null) =>
    path === null
      ? 'The operator has not set up a folder for feeds on this server.'
      : `Below ${path}. Empty: that folder itself.`,
  sftpFolder: () => 'As HR names it. Empty: the folder after sign-in.',
  pattern: () => 'Of several files with such a name, the newest is taken. * is any text, ? is one character.',
  archive: () => 'A folder in the same place. Files that were taken are moved there. Empty: they stay.',
  secretKept: () => 'Empty: the saved one stays. It is needed again for another address or username.',
  keyHelp: () => 'The whole private key in OpenSSH or PEM format, without a passphrase.',
  header: () => 'A header that the server asks for, such as Authorization. Empty: none.',
  mapping: () => 'Made in Transfer Staff Via File Upload. Without one, the columns are named by the API.',
  time: (zone: string) => `Time zone: ${zone}.`,
  dayNeeded: () => 'Choose at least one day.',
  setsAside: () => 'The others are transferred. Otherwise one bad row refuses the whole file.',
  maxAge: () => 'An older file fails the run. Empty: no limit.',
  leastPercent: () => 'Fewer rows than this share of the last file fail the run. Empty: no limit.',
  fingerprint: (key: string) => `The server’s key is SHA256:${key}. Compare it with the one from HR.`,
  accepted: (key: string) => `Accepted key: SHA256:${key}.`,
  found: (name: string, size: string | null) =>
    `Connected. The file “${name}”${size ? ` (${size})` : ''} would be taken.`,
  columnsByApi: () => 'None (API names)',
} as const;

/** `Every day at 02:30`, `Monday, Tuesday at 02:30` */
export const scheduleInWords = ({ days, at }: Pick<Feed, 'days' | 'at'>): string =>
  `${days.length === 7 ? 'Every day' : days.map((day) => DAYS[day - 1]).join(', ')} at ${at}`;

/** `boi@hr.example.org /out / roster*.csv` */
export function sourceInWords(source: FeedSource): string {
  switch (source.kind) {
    case 'folder':
      return [source.folder, source.pattern].filter(Boolean).join(' / ');
    case 'sftp':
      return `${source.username}@${source.host} ${[source.folder, source.pattern].filter(Boolean).join(' / ')}`;
    case 'https':
      return source.url;
  }
}
