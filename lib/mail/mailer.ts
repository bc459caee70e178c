import { randomUUID } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import nodemailer from 'nodemailer';
import type { Log } from '../log.ts';
import type { MailSettings } from '../settings.ts';

/** An e-mail as it is sent. */
export interface Outgoing {
  /** Makes the Message-ID: the same however often it is sent. */
  id: string;
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  headers: Record<string, string>;
}

/** Hands e-mails over. */
export interface Mailer {
  /** @throws NotSent */
  send(mail: Outgoing): Promise<void>;
}

/**
 * An e-mail that was not handed over. `refused`: it never will be. `unreachable`: nor will any other now. `code` is SMTP's
 * three digits or Node's word; the server's sentence may hold addresses.
 */
export class NotSent extends Error {
  override name = 'NotSent';
  readonly reason: 'refused' | 'unreachable' | 'later';
  readonly code: string;
  constructor(reason: 'refused' | 'unreachable' | 'later', code: string) {
    super(`The e-mail was not sent: ${code}.`);
    this.reason = reason;
    this.code = code;
  }
}

type Sender = Pick<MailSettings, 'from' | 'host'>;

export const mailerOf = (settings: MailSettings, log: Log): Mailer =>
  'smtpUrl' in settings
    ? smtpMailer(settings.smtpUrl, settings)
    : folderMailer(settings.folder, settings, log);

/** The longest silence of an SMTP server; a delivery takes at most three. */
const SILENCE_MS = 10_000;

const message = ({ id, ...mail }: Outgoing, { from, host }: Sender) => ({
  ...mail,
  from: { name: 'Campus', address: from },
  messageId: `<${id}@${host}>`,
  // No out-of-office replies (RFC 3834).
  headers: { ...mail.headers, 'Auto-Submitted': 'auto-generated' },
  disableFileAccess: true,
  disableUrlAccess: true,
});

/** Sends by SMTP. A password goes over TLS only, except to this machine. */
function smtpMailer(url: string, sender: Sender): Mailer {
  const { protocol, username, hostname } = new URL(url);
  const local = /^(localhost|127(\.\d+){3}|\[::1\])$/.test(hostname);
  const transport = nodemailer.createTransport({
    url,
    requireTLS: protocol === 'smtp:' && username !== '' && !local,
    connectionTimeout: SILENCE_MS,
    greetingTimeout: SILENCE_MS,
    socketTimeout: SILENCE_MS,
  } as Parameters<typeof nodemailer.createTransport>[0]);
  return {
    async send(mail) {
      try {
        await transport.sendMail(message(mail, sender));
      } catch (error) {
        throw notSent(error);
      }
    },
  };
}

function notSent(error: unknown): NotSent {
  const { code = 'unknown', responseCode } = error as { code?: string; responseCode?: number };
  const shown = responseCode ? String(responseCode) : code;
  // A sender that is refused is refused for every e-mail: a setting is wrong, and may be right tomorrow.
  const permanent = responseCode !== undefined && responseCode >= 500;
  const { command } = error as { command?: string };
  if (permanent && (command === 'RCPT TO' || command === 'DATA')) return new NotSent('refused', shown);
  return new NotSent(
    responseCode === undefined || code === 'EAUTH' || code === 'ETLS' ? 'unreachable' : 'later',
    shown,
  );
}

/** Writes each e-mail into a folder, as a file that mail programs open, instead of sending it. */
function folderMailer(folder: string, sender: Sender, log: Log): Mailer {
  const transport = nodemailer.createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async send(mail) {
      const built = await transport.sendMail(message(mail, sender));
      const name = `${new Date().toISOString().slice(0, 19).replaceAll(':', '-')} ${mail.id}.eml`;
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const half = join(folder, `.${randomUUID()}`);
      await writeFile(half, built.message as Buffer, { mode: 0o600 });
      await rename(half, join(folder, name));
      log.info({ file: name }, 'an e-mail was written into the folder');
    },
  };
}
