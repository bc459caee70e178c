import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** Uploads that send one line and then keep their sender's place. @returns ends them */
export async function slowUploads(
  url: string,
  given: { headers: Record<string, string>; count: number; line: string },
): Promise<() => void> {
  const { hostname, port, pathname, host } = new URL(url);
  const sockets = await Promise.all(
    Array.from({ length: given.count }, async (): Promise<Socket> => {
      const socket = connect(Number(port), hostname);
      socket.on('error', () => {}).resume();
      await once(socket, 'connect');
      const headers = { host, 'transfer-encoding': 'chunked', ...given.headers };
      const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`);
      socket.write(`POST ${pathname} HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n`);
      socket.write(`${Buffer.byteLength(given.line).toString(16)}\r\n${given.line}\r\n`);
      return socket;
    }),
  );
  return () => {
    for (const socket of sockets) socket.destroy();
  };
}
