import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { constants } from 'node:fs';
import { type FileHandle, mkdir, mkdtemp, open, readdir, rename, rm, stat } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, posix } from 'node:path';
import ssh2, { type Connection, type SFTPWrapper } from 'ssh2';
import { onTestFinished } from 'vitest';
import { fingerprintOf } from '../source/sftp.ts';

const { OPEN_MODE, STATUS_CODE } = ssh2.utils.sftp;

/** A real SFTP server on loopback with one user, `hr`, whose password is `night`. */
export interface SftpServer {
  port: number;
  /** The folder of this machine that it serves. */
  folder: string;
  hostKey: string;
  /** The private key of the user. */
  userKey: string;
  /** How many signed in. */
  signIns: number;
  /** Ends every connection once so many bytes were read of a file. */
  cutAfterBytes: number;
}

const pem = (): string =>
  generateKeyPairSync('rsa', {
    modulusLength: 2048,
    privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    publicKeyEncoding: { type: 'pkcs1', format: 'pem' },
  }).privateKey;

const parsed = (key: string) => {
  const found = ssh2.utils.parseKey(key);
  if (found instanceof Error) throw found;
  return found;
};

export async function sftpServer(): Promise<SftpServer> {
  const folder = await mkdtemp(join(tmpdir(), 'sftp-'));
  const key = pem();
  const userKey = pem();
  const state: SftpServer = {
    port: 0,
    folder,
    hostKey: fingerprintOf(parsed(key).getPublicSSH()),
    userKey,
    signIns: 0,
    cutAfterBytes: Number.POSITIVE_INFINITY,
  };
  const allowed = parsed(userKey);
  const clients = new Set<Connection>();
  const server = new ssh2.Server({ hostKeys: [key] }, (client) => {
    clients.add(client);
    client.on('error', () => {});
    client.on('close', () => clients.delete(client));
    client.on('authentication', (asked) => {
      const isPassword = asked.method === 'password' && asked.password === 'night';
      const isKey = asked.method === 'publickey' && asked.key.data.equals(allowed.getPublicSSH());
      if (asked.username !== 'hr' || !(isPassword || isKey)) return asked.reject(['password', 'publickey']);
      if (isPassword || (asked.method === 'publickey' && asked.signature)) state.signIns += 1;
      asked.accept();
    });
    client.on('session', (accept) => {
      accept().on('sftp', (take) => serve(take(), state, () => client.end()));
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  state.port = (server.address() as AddressInfo).port;
  onTestFinished(async () => {
    for (const client of clients) client.end();
    await new Promise((done) => server.close(done));
    await rm(folder, { recursive: true, force: true });
  });
  return state;
}

function serve(sftp: SFTPWrapper, state: SftpServer, cut: () => void): void {
  sftp.on('close', () => {
    for (const one of open_.values()) if ('file' in one) void one.file.close().catch(() => {});
  });
  const open_ = new Map<number, { file: FileHandle } | { names: string[] | undefined; path: string }>();
  let last = 0;
  let sent = 0;
  const here = (path: string) => join(state.folder, posix.resolve('/', path));
  const handleOf = (id: number) => {
    const handle = Buffer.alloc(4);
    handle.writeUInt32BE(id);
    return handle;
  };
  const of = (handle: Buffer) => open_.get(handle.readUInt32BE());
  const answer = (id: number, work: () => Promise<void>) =>
    void work().catch((error: NodeJS.ErrnoException) =>
      sftp.status(id, error.code === 'ENOENT' ? STATUS_CODE.NO_SUCH_FILE : STATUS_CODE.FAILURE),
    );
  const attrsOf = async (path: string) => {
    const { mode, uid, gid, size, atimeMs, mtimeMs } = await stat(path);
    return { mode, uid, gid, size, atime: Math.floor(atimeMs / 1000), mtime: Math.floor(mtimeMs / 1000) };
  };
  sftp.on('REALPATH', (id, path) => {
    const filename = posix.resolve('/', path);
    sftp.name(id, [{ filename, longname: filename, attrs: {} as never }]);
  });
  const onStat = (id: number, path: string) =>
    answer(id, async () => sftp.attrs(id, await attrsOf(here(path))));
  sftp.on('STAT', onStat);
  sftp.on('LSTAT', onStat);
  sftp.on('FSTAT', (id, handle) =>
    answer(id, async () => {
      const one = of(handle);
      if (!one || !('file' in one)) return sftp.status(id, STATUS_CODE.FAILURE) as never;
      const { mode, uid, gid, size } = await one.file.stat();
      sftp.attrs(id, { mode, uid, gid, size, atime: 0, mtime: 0 });
    }),
  );
  sftp.on('OPENDIR', (id, path) =>
    answer(id, async () => {
      open_.set(++last, { names: await readdir(here(path)), path: here(path) });
      sftp.handle(id, handleOf(last));
    }),
  );
  sftp.on('READDIR', (id, handle) =>
    answer(id, async () => {
      const one = of(handle);
      if (!one || !('names' in one) || !one.names) return sftp.status(id, STATUS_CODE.EOF) as never;
      const { names, path } = one;
      one.names = undefined;
      const found = await Promise.all(
        names.map(async (filename) => {
          const attrs = await attrsOf(join(path, filename));
          const kind = (attrs.mode & constants.S_IFMT) === constants.S_IFDIR ? 'd' : '-';
          return {
            filename,
            longname: `${kind}rw-r--r-- 1 hr hr ${attrs.size} Jan 1 00:00 ${filename}`,
            attrs,
          };
        }),
      );
      sftp.name(id, found);
    }),
  );
  sftp.on('OPEN', (id, path, flags) =>
    answer(id, async () => {
      if (flags & OPEN_MODE.WRITE) return sftp.status(id, STATUS_CODE.PERMISSION_DENIED) as never;
      open_.set(++last, { file: await open(here(path), 'r') });
      sftp.handle(id, handleOf(last));
    }),
  );
  sftp.on('READ', (id, handle, offset, length) =>
    answer(id, async () => {
      const one = of(handle);
      if (!one || !('file' in one)) return sftp.status(id, STATUS_CODE.FAILURE) as never;
      if (sent > state.cutAfterBytes) return cut();
      const { bytesRead, buffer } = await one.file.read(Buffer.alloc(length), 0, length, offset);
      sent += bytesRead;
      if (bytesRead === 0) sftp.status(id, STATUS_CODE.EOF);
      else sftp.data(id, buffer.subarray(0, bytesRead));
    }),
  );
  sftp.on('CLOSE', (id, handle) =>
    answer(id, async () => {
      const one = of(handle);
      if (one && 'file' in one) await one.file.close();
      open_.delete(handle.readUInt32BE());
      sftp.status(id, STATUS_CODE.OK);
    }),
  );
  sftp.on('MKDIR', (id, path) =>
    answer(id, async () => {
      await mkdir(here(path));
      sftp.status(id, STATUS_CODE.OK);
    }),
  );
  sftp.on('RENAME', (id, from, to) =>
    answer(id, async () => {
      await rename(here(from), here(to));
      sftp.status(id, STATUS_CODE.OK);
    }),
  );
}
