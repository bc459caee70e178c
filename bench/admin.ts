import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { Call } from './connection.ts';

/** An admin's page: the calls that it makes, with its session. */
export class Admin {
  readonly #api: string;
  readonly #headers: Record<string, string>;

  /** @param cookie of `sessionCookie` */
  constructor(baseUrl: string, cookie: string) {
    this.#api = `${baseUrl}/api/admin`;
    this.#headers = { cookie, origin: new URL(baseUrl).origin };
  }

  get = <T>(path: string): Promise<T> => this.#json('GET', path);
  put = <T>(path: string, body: object): Promise<T> => this.#json('PUT', path, JSON.stringify(body));

  /** A call for `Connection`: a page of the staff directory. */
  search = (): readonly [string, Call] => [
    `${this.#api}/staff/search`,
    {
      method: 'POST',
      headers: { ...this.#headers, 'content-type': 'application/json' },
      body: JSON.stringify({ search: '10', page: 1, limit: 50 }),
    },
  ];

  /** Begins the file wizard with a file, of which the caller sends the bytes. */
  beginUpload(bytes: number): Upload {
    const sent = request(`${this.#api}/sync/upload/drafts?name=payroll.csv`, {
      method: 'POST',
      headers: { ...this.#headers, 'content-type': 'text/csv', 'content-length': bytes },
    });
    const answered = new Promise<IncomingMessage>((resolve, reject) => {
      sent.on('response', resolve);
      sent.on('error', reject);
    });
    answered.catch(() => {});
    return {
      async send(chunk) {
        if (!sent.write(chunk)) await once(sent, 'drain');
      },
      async answer<T>() {
        sent.end();
        const response = await answered;
        return answerOf<T>(response.statusCode ?? 0, await text(response));
      },
      hangUp: () => void sent.destroy(),
    };
  }

  async #json<T>(method: string, path: string, body?: string): Promise<T> {
    const headers = { ...this.#headers, ...(body !== undefined && { 'content-type': 'application/json' }) };
    const answer = await fetch(`${this.#api}${path}`, {
      method,
      headers,
      ...(body !== undefined && { body }),
    });
    return answerOf<T>(answer.status, await answer.text());
  }
}

export interface Upload {
  send(chunk: Uint8Array): Promise<void>;
  answer<T>(): Promise<T>;
  hangUp(): void;
}

function answerOf<T>(status: number, body: string): T {
  if (status >= 300) throw new Error(`An answer has status ${status}: ${body.slice(0, 2000)}`);
  return JSON.parse(body) as T;
}
