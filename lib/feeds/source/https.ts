import type { IncomingMessage } from 'node:http';
import { request } from 'node:https';
import { isIP } from 'node:net';
import type { HttpsSource } from '../schema.ts';
import { FEED_PROBLEMS } from '../texts.ts';
import type { FeedAccess } from './access.ts';
import { FeedProblem } from './feed-problem.ts';
import { resolveHost } from './resolve-host.ts';
import { IDLE_MS, type Source, type SourceFile } from './source.ts';

/** One file at an address. It is asked for once, by `list`. @throws FeedProblem */
export async function openAddress(
  access: FeedAccess,
  source: HttpsSource,
  secret: string | undefined,
): Promise<Source> {
  if (source.header && !secret) throw new FeedProblem(FEED_PROBLEMS.noSecret());
  const url = new URL(source.url);
  const answer = await ask(access, url, source.header ? { [source.header]: secret ?? '' } : {});
  const file = fileOf(url, answer);
  return {
    growing: false,
    list: async () => [file],
    read: () => read(url, answer, file),
    close: async () => void answer.destroy(),
  };
}

async function ask(access: FeedAccess, url: URL, header: Record<string, string>): Promise<IncomingMessage> {
  const address = await resolveHost(access, url.hostname);
  return new Promise((resolve, reject) => {
    const refuse = (message: string) => reject(new FeedProblem(message));
    const sent = request(url, {
      // The certificate is checked for the name; the connection goes to the address that was checked.
      lookup: (_name, options, done) =>
        options.all ? done(null, [{ address, family: isIP(address) }]) : done(null, address, isIP(address)),
      headers: { ...header, 'accept-encoding': 'identity', 'user-agent': 'Campus' },
      timeout: IDLE_MS,
      agent: false,
      ...(access.ca && { ca: access.ca }),
    });
    sent.on('timeout', () => sent.destroy(new Error('ETIMEDOUT')));
    sent.on('error', () => refuse(FEED_PROBLEMS.unreachable(url.host)));
    sent.on('response', (answer) => {
      const status = answer.statusCode ?? 0;
      if (status === 200) return resolve(answer);
      answer.destroy();
      refuse(status >= 300 && status < 400 ? FEED_PROBLEMS.redirected() : FEED_PROBLEMS.answered(status));
    });
    sent.end();
  });
}

function fileOf(url: URL, { headers }: IncomingMessage): SourceFile {
  const named = /filename="?([^";]+)"?/i.exec(headers['content-disposition'] ?? '')?.[1];
  const name = (named ?? decoded(url.pathname)).split(/[/\\]/).at(-1) || 'file';
  const modified = new Date(headers['last-modified'] ?? '');
  const length = headers['content-length'];
  return {
    name: /\.\w{2,6}$/.test(name) ? name : `${name}${endingOf(headers['content-type'] ?? '')}`,
    bytes: length === undefined ? null : Number(length),
    modifiedAt: Number.isNaN(modified.getTime()) ? null : modified,
  };
}

function endingOf(type: string): string {
  if (/spreadsheetml/.test(type)) return '.xlsx';
  if (/ndjson/.test(type)) return '.ndjson';
  return /json/.test(type) ? '.json' : '.csv';
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

async function* read(
  url: URL,
  answer: IncomingMessage,
  { name, bytes }: SourceFile,
): AsyncGenerator<Uint8Array> {
  let received = 0;
  answer.setTimeout(IDLE_MS, () => answer.destroy(new FeedProblem(FEED_PROBLEMS.tooSlow(url.host))));
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      received += chunk.length;
      yield chunk;
    }
  } catch (error) {
    throw error instanceof FeedProblem ? error : new FeedProblem(FEED_PROBLEMS.cut(name));
  }
  if (bytes !== null && received !== bytes) throw new FeedProblem(FEED_PROBLEMS.cut(name));
}
