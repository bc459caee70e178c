import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { mailerOf, NotSent } from './mailer.ts';
import { silent } from './testing/delivery.ts';
import { startSmtp } from './testing/smtp.ts';

const sender = { from: 'campus@example.org', host: 'campus.example.org' };
const mail = {
  id: '0190-id',
  to: { name: 'Kim\r\nBcc: evil@example.org', address: 'kim@example.org' },
  subject: 'Muñoz,\r\nBcc: evil@example.org',
  text: 'The text.\n.\nAfter a line with one dot.',
  html: '<p>The text.</p>',
  headers: {},
};

test('without an SMTP server e-mails are files that mail programs open, for their owner only', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'campus-mail-')), 'mail');
  onTestFinished(() => rm(folder, { recursive: true }));
  await mailerOf({ folder, ...sender }, silent).send(mail);
  const [name = ''] = await readdir(folder);
  expect(name).toMatch(/^\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d 0190-id\.eml$/);
  expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
  const source = await readFile(join(folder, name), 'utf8');
  expect(source).toMatch(/^From: Campus <campus@example\.org>\r$/m);
  expect(source).toContain('Content-Type: multipart/alternative');
});

test('a name or subject can add no header and no recipient', async () => {
  const smtp = await startSmtp();
  onTestFinished(() => smtp.close());
  await mailerOf({ smtpUrl: smtp.url, ...sender }, silent).send(mail);
  expect(smtp.received[0]?.to).toEqual(['kim@example.org']);
  expect(smtp.received[0]?.source).not.toMatch(/^Bcc/im);
  expect(smtp.received[0]?.source).toContain('After a line with one dot.');
});

test('a password is sent over TLS only, except to this machine', async () => {
  const smtp = await startSmtp();
  onTestFinished(() => smtp.close());
  const send = (host: string) => {
    const smtpUrl = smtp.url.replace('127.0.0.1', `kim:secret@${host}`);
    return mailerOf({ smtpUrl, ...sender }, silent)
      .send(mail)
      .catch((error: unknown) => error);
  };
  await send('127.0.0.1');
  expect(smtp.passwords).toEqual(['secret']);
  // This machine as well, but not one of its usual names.
  const failed = await send('0.0.0.0');
  expect(smtp.passwords).toEqual(['secret']);
  expect(failed).toBeInstanceOf(NotSent);
  expect(failed).toMatchObject({ reason: 'unreachable' });
});
