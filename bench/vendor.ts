import { Readable } from 'node:stream';

/** What an HR vendor is given. */
export interface Credentials {
  appName: string;
  clientId: string;
  clientSecret: string;
}

/** An HR system with one connection: each call waits for the answer to the last. */
export class Vendor {
  readonly #baseUrl: string;
  readonly #given: Credentials;
  #token = '';

  /** @param baseUrl `{origin}/campus` */
  constructor(baseUrl: string, given: Credentials) {
    this.#baseUrl = baseUrl;
    this.#given = given;
  }

  async requestToken(): Promise<void> {
    const { appName, clientId, clientSecret } = this.#given;
    const answer = await fetch(`${this.#baseUrl}/oauth2/token?appName=${appName}`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${clientId}:${clientSecret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials' }),
    });
    this.#token = (await read<{ access_token: string }>(answer)).access_token;
  }

  post = <T>(call: string, json?: string): Promise<T> => this.#sync('POST', call, json);
  get = <T>(call: string): Promise<T> => this.#sync('GET', call);

  /** One body of lines, sent as it is read. */
  async stream<T>(call: string, lines: Readable): Promise<T> {
    const headers = { authorization: `Bearer ${this.#token}`, 'content-type': 'application/x-ndjson' };
    const url = `${this.#baseUrl}/api/businessOfficeIntegration/staffMembers/sync/${call}`;
    const body = Readable.toWeb(lines) as unknown as BodyInit;
    return read(await fetch(url, { method: 'POST', headers, body, duplex: 'half' } as RequestInit));
  }

  async #sync<T>(method: string, call: string, json?: string): Promise<T> {
    const headers = { authorization: `Bearer ${this.#token}`, 'content-type': 'application/json' };
    const url = `${this.#baseUrl}/api/businessOfficeIntegration/staffMembers/sync/${call}`;
    return read(await fetch(url, { method, headers, ...(json !== undefined && { body: json }) }));
  }
}

async function read<T>(answer: Response): Promise<T> {
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${answer.url} answered ${answer.status}: ${text.slice(0, 2000)}`);
  return JSON.parse(text) as T;
}
