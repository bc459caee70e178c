import { count, counted } from '../text/numbers.ts';

const rows = (n: number): string => counted(n, 'row', 'rows');

/** Why a feed did not take its file, and what an admin can do. */
export const FEED_PROBLEMS = {
  noFolder: () => 'The operator has not set up a folder for feeds on this server. Ask the operator.',
  folderUnknown: (folder: string) =>
    `The server has no folder “${folder}”. Correct the folder of the feed, or ask the operator.`,
  outside: () => 'The folder is outside the folder of your district. Choose one inside it.',
  missing: (pattern: string) => `No file matches “${pattern}”. HR may not have sent its file yet.`,
  unfinished: (name: string) =>
    `The file “${name}” is still being written. Run the feed later, or ask HR to send the file earlier.`,
  old: (name: string, hours: number) =>
    `The file “${name}” is older than ${counted(hours, 'hour', 'hours')}. HR may have stopped sending new files.`,
  empty: (name: string) => `The file “${name}” is empty.`,
  cut: (name: string) => `The connection ended before the file “${name}” was complete. Run the feed again.`,
  shrunk: (now: number, before: number, percent: number) =>
    `The file has ${rows(now)}; the last one had ${count(before)}. The feed needs at least ${percent} % of that. If the file is right, lower the percentage and run the feed again.`,
  notAllowed: (host: string) =>
    `“${host}” is an address inside a private network. The operator can allow it for feeds.`,
  unreachable: (host: string) =>
    `“${host}” did not answer. Check the address, and ask the operator whether this server may connect to it.`,
  hostKeyNew: () =>
    'The server is not known yet. Compare its fingerprint with the one from HR, and accept it.',
  hostKeyOther: (fingerprint: string) =>
    `The server has another key than the accepted one: SHA256:${fingerprint}. Nothing was sent to it. Ask HR whether the server has changed, then test the connection and accept the new key.`,
  signInRefused: () => 'The server refused the username or the secret. Enter the secret again.',
  keyUnreadable: () =>
    'The private key can’t be read. Paste the whole key in OpenSSH or PEM format, without a passphrase.',
  noSecret: () => 'The feed has no secret. Enter it.',
  answered: (status: number) =>
    `The server answered ${status} instead of a file. Check the address and the header of the feed.`,
  redirected: () => 'The server points to another address. Enter that address as the source, if it is right.',
  tooSlow: (host: string) => `“${host}” stopped sending. Run the feed again.`,
  sourceFailed: (code: string) => `The source could not be read (${code}). Check the folder and its rights.`,
  openRun: (by: string) =>
    `A synchronization that ${by} started is open. The feed does not discard it. Commit or cancel it, then run the feed.`,
  openJob: () => 'A commit or an undo is under way. Run the feed after it has ended.',
  othersStaged: () =>
    'Others have transferred staff into the feed’s synchronization. The feed does not discard them. Commit or cancel it, then run the feed.',
  replaced: () => 'The synchronization was restarted or cancelled while the feed was working on it.',
  gaveUp: () => 'The feed stopped because of an unexpected error. Run it again.',
} as const;

/** What an admin reads beside that. */
export const FEED_TEXTS = {
  noSuchFeed: () => 'There is no such feed. Another user may have deleted it.',
  noFeedNamed: (name: string) => `There is no feed “${name}” in this district.`,
  noWorker: () => 'No worker is running. Start it, then run the feed again.',
  nameTaken: (name: string) => `There is already a feed “${name}”. Choose another name.`,
  running: () => 'The feed is already running.',
  notSaved: () => 'The feed was not saved.',
  acceptKey: () => 'Test the connection and accept the key of the server first.',
  secretNeeded: () => 'Enter the secret. It is asked again when the address or the username changes.',
  archiveKept: (reason: string) => `The file was taken, but it could not be moved to the archive: ${reason}`,
  someSetAside: (n: number) => `${counted(n, 'row was', 'rows were')} set aside. The error log lists them.`,
} as const;
