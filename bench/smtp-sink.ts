import { SMTPServer } from 'smtp-server';

/** An SMTP server in this process that takes every e-mail. */
export interface SmtpSink {
  url: string;
  /** The Message-IDs of what it took. */
  received: string[];
  /** How many milliseconds it takes for a message. */
  delayMs: number;
}

export async function startSmtpSink(): Promise<SmtpSink> {
  const sink: SmtpSink = { url: '', received: [], delayMs: 0 };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, _, done) {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const [, id = ''] = /^Message-ID: (.*)$/im.exec(Buffer.concat(parts).toString()) ?? [];
        sink.received.push(id);
        setTimeout(done, sink.delayMs);
      });
    },
  });
  server.on('error', () => {});
  await new Promise<void>((listening) => void server.listen(0, '127.0.0.1', listening));
  const { port } = server.server.address() as { port: number };
  sink.url = `smtp://127.0.0.1:${port}`;
  return sink;
}
