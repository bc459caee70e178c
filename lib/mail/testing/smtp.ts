import { SMTPServer } from 'smtp-server';

/** An SMTP server on this machine. */
export interface TestSmtp {
  url: string;
  /** What it took, as it was sent. */
  received: { from: string; to: string[]; source: string }[];
  /** How it answers the next recipients and messages: a code of SMTP to refuse with; nothing to accept. */
  refuse: { recipient?: number; message?: number };
  /** That were sent to it. */
  passwords: string[];
  close(): Promise<void>;
}

export async function startSmtp(): Promise<TestSmtp> {
  const received: TestSmtp['received'] = [];
  const refuse: TestSmtp['refuse'] = {};
  const passwords: string[] = [];
  const refusal = (code: number) => Object.assign(new Error('no'), { responseCode: code });
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    onAuth({ password }, _, done) {
      passwords.push(password ?? '');
      done(null, { user: 'somebody' });
    },
    disabledCommands: ['STARTTLS'],
    onRcptTo: (_, __, done) => done(refuse.recipient ? refusal(refuse.recipient) : null),
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        if (refuse.message) return done(refusal(refuse.message));
        const from = envelope.mailFrom ? envelope.mailFrom.address : '';
        const to = envelope.rcptTo.map(({ address }) => address);
        received.push({ from, to, source: Buffer.concat(parts).toString() });
        done();
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as { port: number };
  return {
    url: `smtp://127.0.0.1:${port}`,
    received,
    refuse,
    passwords,
    close: () => new Promise((closed) => server.close(closed)),
  };
}
