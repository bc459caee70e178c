import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { ReadStream } from 'ssh2';
import SftpClient from 'ssh2-sftp-client';
import type { SftpSource } from '../schema.ts';
import { FEED_PROBLEMS } from '../texts.ts';
import type { FeedAccess } from './access.ts';
import { FeedProblem } from './feed-problem.ts';
import { resolveHost } from './resolve-host.ts';
import { IDLE_MS, type Source, type SourceFile } from './source.ts';

const CONNECT_MS = 20_000;
const CLOSE_MS = 2_000;

export interface SftpKeys {
  /** The accepted key of the server; null: none yet. */
  hostKey: string | null;
  secret: string | undefined;
  /** Called with the server's key, accepted or not, before anything is sent to it. */
  onHostKey?: (fingerprint: string) => void;
}

/** A folder of an SFTP server. Nothing is sent to a server with another key than the accepted one. @throws FeedProblem */
export async function openSftp(
  access: FeedAccess,
  source: SftpSource,
  { hostKey, secret, onHostKey }: SftpKeys,
): Promise<Source> {
  // Without an accepted key the secret is not sent, so it may be missing.
  if (!secret && hostKey !== null) throw new FeedProblem(FEED_PROBLEMS.noSecret());
  const host = await resolveHost(access, source.host);
  let seen: string | undefined;
  // Without these the client writes to the console.
  const client = new SftpClient('feed', { error: () => {}, end: () => {}, close: () => {} });
  try {
    await client.connect({
      host,
      port: source.port,
      username: source.username,
      ...(source.signIn === 'key' && secret ? { privateKey: secret } : { password: secret ?? '' }),
      readyTimeout: CONNECT_MS,
      keepaliveInterval: 10_000,
      hostVerifier: (key: Buffer) => {
        seen = fingerprintOf(key);
        onHostKey?.(seen);
        return seen === hostKey;
      },
    });
  } catch (error) {
    await close(client);
    throw new FeedProblem(whyNotConnected(error, source, hostKey, seen));
  }
  const at = (file: SourceFile) => posix.join(source.folder || '.', file.name);
  const { archive } = source;
  return {
    growing: true,
    list: () => list(client, source.folder),
    read: (file) => read(client, at(file), file),
    ...(archive !== null && {
      archive: (file: SourceFile, name: string) => move(client, at(file), archive, name),
    }),
    close: () => close(client),
  };
}

/** As `ssh-keygen -l` shows it, without `SHA256:`. */
export const fingerprintOf = (key: Buffer): string =>
  createHash('sha256').update(key).digest('base64').replace(/=+$/, '');

function whyNotConnected(
  error: unknown,
  { host }: SftpSource,
  hostKey: string | null,
  seen: string | undefined,
): string {
  const message = error instanceof Error ? error.message : '';
  if (seen !== undefined && seen !== hostKey)
    return hostKey === null ? FEED_PROBLEMS.hostKeyNew() : FEED_PROBLEMS.hostKeyOther(seen);
  if (/privateKey/.test(message)) return FEED_PROBLEMS.keyUnreadable();
  return /authentication/i.test(message) ? FEED_PROBLEMS.signInRefused() : FEED_PROBLEMS.unreachable(host);
}

async function list(client: SftpClient, folder: string): Promise<SourceFile[]> {
  const found = await translated(() => client.list(folder || '.'));
  return found
    .filter(({ type }) => type === '-')
    .map(({ name, size, modifyTime }) => ({ name, bytes: size, modifiedAt: new Date(modifyTime) }));
}

async function* read(
  client: SftpClient,
  path: string,
  { name, bytes }: SourceFile,
): AsyncGenerator<Uint8Array> {
  const stream: ReadStream = client.createReadStream(path);
  // After its end it may still say that nobody answered its goodbye.
  stream.on('error', () => {});
  const cut = () => stream.destroy(new FeedProblem(FEED_PROBLEMS.cut(name)));
  client.on('close', cut);
  client.on('end', cut);
  let timer = setTimeout(cut, IDLE_MS);
  let received = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      clearTimeout(timer);
      timer = setTimeout(cut, IDLE_MS);
      received += chunk.length;
      yield chunk;
    }
  } catch (error) {
    throw error instanceof FeedProblem ? error : new FeedProblem(FEED_PROBLEMS.cut(name));
  } finally {
    clearTimeout(timer);
    client.removeListener('close', cut);
    client.removeListener('end', cut);
    stream.destroy();
  }
  if (bytes !== null && received !== bytes) throw new FeedProblem(FEED_PROBLEMS.cut(name));
}

async function move(client: SftpClient, from: string, folder: string, name: string): Promise<void> {
  await translated(async () => {
    if (!(await client.exists(folder))) await client.mkdir(folder, true);
    await client.rename(from, posix.join(folder, name));
  });
}

async function translated<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const code = String((error as { code?: unknown }).code ?? 'unknown');
    throw new FeedProblem(FEED_PROBLEMS.sourceFailed(code));
  }
}

/** A server that is gone does not answer the goodbye. */
const close = async (client: SftpClient): Promise<void> =>
  void (await Promise.race([client.end().catch(() => {}), pause(CLOSE_MS)]));
