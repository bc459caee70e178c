import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** What of a COMMIT gets lost: the request, which then is not carried out, or the answer, after it was. */
export type Lost = 'request' | 'answer';

/** A simple query, its length, and the text; and the server's CommandComplete. */
const REQUEST = Buffer.from('Q\0\0\0\x0bcommit\0');
const ANSWER = Buffer.from('C\0\0\0\x0bCOMMIT\0');

/** Stands between the product and Postgres, and cuts a connection in its COMMIT when asked. */
export class CutProxy {
  readonly port: number;
  readonly #server;
  readonly #open = new Set<Socket>();
  /** COMMITs to let through, then what to lose of the next one. */
  #next: { after: number; lost: Lost } | undefined;
  cuts = 0;

  private constructor(server: ReturnType<typeof createServer>) {
    this.#server = server;
    this.port = (server.address() as AddressInfo).port;
  }

  static async before(databasePort: number): Promise<CutProxy> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const proxy = new CutProxy(server);
    server.on('connection', (client) => proxy.#join(client, connect(databasePort, '127.0.0.1')));
    return proxy;
  }

  lose(lost: Lost, after = 0): void {
    this.#next = { after, lost };
  }

  #join(client: Socket, database: Socket): void {
    const cut = () => {
      client.destroy();
      database.destroy();
    };
    for (const socket of [client, database]) {
      this.#open.add(socket);
      socket.setNoDelay().on('error', cut);
      socket.on('close', () => {
        this.#open.delete(socket);
        cut();
      });
    }
    client.on('data', (bytes) => this.#cutsHere('request', bytes, REQUEST, cut) || database.write(bytes));
    database.on('data', (bytes) => this.#cutsHere('answer', bytes, ANSWER, cut) || client.write(bytes));
  }

  #cutsHere(lost: Lost, bytes: Buffer, sign: Buffer, cut: () => void): boolean {
    if (this.#next?.lost !== lost || !bytes.includes(sign)) return false;
    this.#next.after -= 1;
    if (this.#next.after >= 0) return false;
    this.#next = undefined;
    this.cuts += 1;
    cut();
    return true;
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#open) socket.destroy();
  }
}
