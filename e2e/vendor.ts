import * as oauth from 'openid-client';
import type { Committed, JobStatus, List, Result, SyncRun, ValidationReport, Warning } from './contract.ts';
import { until } from './until.ts';

/** What the district's admin reads off the credentials page and hands to the vendor. */
export interface Credentials {
  clientId: string;
  clientSecret: string;
  appName: string;
}

export interface Answer<T = unknown> {
  status: number;
  headers: Headers;
  body: T;
}

export type Authentication = 'client_secret_basic' | 'client_secret_post';

const API = '/api/businessOfficeIntegration';

export const tokenUrl = (baseUrl: string, appName: string): string =>
  `${baseUrl}/oauth2/token?appName=${encodeURIComponent(appName)}`;

/** The HR vendor's system: an ordinary OAuth client (openid-client) and HTTP calls, nothing of the product's. */
export class Vendor {
  readonly #baseUrl: string;
  readonly #client: oauth.Configuration;
  #token: string | undefined;

  /** @param baseUrl `{origin}/campus` */
  constructor(baseUrl: string, given: Credentials, authentication: Authentication = 'client_secret_basic') {
    this.#baseUrl = baseUrl;
    const server = { issuer: baseUrl, token_endpoint: tokenUrl(baseUrl, given.appName) };
    const authenticate =
      authentication === 'client_secret_basic'
        ? oauth.ClientSecretBasic(given.clientSecret)
        : oauth.ClientSecretPost(given.clientSecret);
    this.#client = new oauth.Configuration(server, given.clientId, undefined, authenticate);
    oauth.allowInsecureRequests(this.#client);
  }

  /** A new access token, used by every later call. @throws what openid-client makes of a refusal */
  async requestToken(scope?: string): Promise<oauth.TokenEndpointResponse> {
    const answer = await oauth.clientCredentialsGrant(this.#client, scope === undefined ? {} : { scope });
    this.#token = answer.access_token;
    return answer;
  }

  /** The token in use; asked for at the first call. */
  async token(): Promise<string> {
    return this.#token ?? (await this.requestToken()).access_token;
  }

  /** Any call of the API, answered whatever its status. A string or bytes are sent as they are, else JSON. */
  async call<T = unknown>(
    method: string,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const raw = typeof body === 'string' || body instanceof Uint8Array;
    const response = await fetch(`${this.#baseUrl}${API}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${await this.token()}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: raw ? (body as string) : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
  }

  get = <T = unknown>(path: string) => this.call<T>('GET', path);
  post = <T = unknown>(path: string, body?: unknown) => this.call<T>('POST', path, body);

  start = (body?: { restart: boolean }) =>
    this.post<SyncRun & { warnings: Warning[] }>('/staffMembers/sync/start', body);
  transfer = (staffMembers: readonly object[]) =>
    this.post<{ received: number; staffTransferred: number; setAside: number; warnings: Warning[] }>(
      '/staffMembers/sync/transfer',
      { staffMembers },
    );
  end = (expectedStaff?: number) =>
    this.post<SyncRun>('/staffMembers/sync/end', expectedStaff === undefined ? undefined : { expectedStaff });
  validate = () => this.post<ValidationReport>('/staffMembers/sync/validate');
  commit = () => this.post<Committed>('/staffMembers/sync/commit');
  submitCommitJob = () => this.post<{ jobId: string; status: string }>('/staffMembers/sync/submitCommitJob');
  commitJobStatus = () => this.get<JobStatus>('/staffMembers/sync/commitJobStatus');
  run = () => this.get<SyncRun>('/staffMembers/sync');

  /** Everyone's result of a run's commit, page by page. */
  async results(runId: string): Promise<Result[]> {
    const all: Result[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Answer<List<Result>> = await this.get(
        `/staffMembers/sync/${runId}/results?limit=1000${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      if (page.status !== 200) throw new Error(`The results answer ${page.status}.`);
      all.push(...page.body.data);
      cursor = page.body.nextCursor;
    }
    return all;
  }

  /** Asks for the latest job's state until it is as wanted. `what` says in an error what was waited for. */
  untilJob = (what: string, wanted: (job: JobStatus) => boolean): Promise<JobStatus> =>
    until(what, async () => {
      const { status, body } = await this.commitJobStatus();
      return status === 200 && wanted(body) ? body : undefined;
    });

  untilCommitted = (): Promise<JobStatus> =>
    this.untilJob('the commit to end', ({ status }) => ['completed', 'failed', 'cancelled'].includes(status));

  /** Start, transfer in calls of `size`, end: a feed as vendors send one. */
  async send(staff: readonly object[], size = 1000): Promise<SyncRun> {
    ok(await this.start(), 201);
    for (let at = 0; at < staff.length; at += size) ok(await this.transfer(staff.slice(at, at + size)), 200);
    return ok(await this.end(staff.length), 200);
  }
}

/** The body of an answer that has to have this status. */
export function ok<T>(answer: Answer<T>, status: number): T {
  if (answer.status !== status)
    throw new Error(
      `Answered ${answer.status} instead of ${status}: ${JSON.stringify(answer.body).slice(0, 2000)}`,
    );
  return answer.body;
}
