import { textRows } from '../../../db/sql-text.ts';
import { testDatabase } from '../../../db/testing/database.ts';
import { testDistrict } from '../../../db/testing/district.ts';
import { testKeys } from '../../../db/testing/keys.ts';
import type { Scope } from '../../access/scopes.ts';
import type { Context } from '../../context.ts';
import { createClient, type NewClient } from '../../oauth/create-client.ts';
import { tokenEndpoint } from '../../oauth/token-endpoint.ts';
import { CallLimits } from '../call-limits.ts';
import type { Handle } from '../every-method.ts';
import type { Server } from '../server.ts';

export const ORIGIN = 'https://campus.example.org';

/** A server for one test: its log is an array, its clock shows noon in Chicago on 2026-11-24 until moved. */
export interface TestServer extends Server {
  lines: string[];
  clock: { now: Date };
}

export function testServer(given: Partial<Server> = {}): TestServer {
  const lines: string[] = [];
  const clock = { now: new Date('2026-11-24T18:00:00Z') };
  const write = (...parts: unknown[]) => void lines.push(JSON.stringify(parts));
  const db = testDatabase();
  return {
    db,
    callLimits: new CallLimits(db),
    keys: testKeys,
    publicUrl: ORIGIN,
    log: { info: write, warn: write, error: write },
    now: () => clock.now,
    lines,
    clock,
    ...given,
  };
}

export interface Answer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers by the contract, not by types.
  body: any;
}

export async function send(
  server: Server,
  handle: Handle,
  path: string,
  init: RequestInit = {},
): Promise<Answer> {
  const response = await handle(server, new Request(`${ORIGIN}/campus${path}`, init));
  const text = await response.text();
  return {
    status: response.status,
    headers: response.headers,
    body: text === '' ? undefined : JSON.parse(text),
  };
}

/** A district and an HR system that is its client. */
export interface Vendor {
  ctx: Context;
  client: NewClient;
  server: TestServer;
  token(scope?: string): Promise<string>;
  /** Calls the API with a token of its own; a body that is neither string, bytes nor a stream is sent as JSON. */
  call(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Answer>;
  errorLog(): Promise<ErrorLogRow[]>;
}

export interface ErrorLogRow {
  action: string;
  path: string;
  status: number;
  message: string;
  payload: string | null;
  errors: unknown[];
  staff_number: string | null;
  request_id: string;
  client_id: string | null;
}

export async function testVendor(api: Handle, { scopes }: { scopes?: Scope[] } = {}): Promise<Vendor> {
  const server = testServer();
  const ctx = await testDistrict();
  const client = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    createClient(ctx, tx, { name: 'Test HR', scopes }),
  );
  const basic = Buffer.from(`${client.clientId}:${client.clientSecret}`).toString('base64');
  const token = async (scope?: string): Promise<string> => {
    const answer = await send(server, tokenEndpoint, `/oauth2/token?appName=${ctx.district.appName}`, {
      method: 'POST',
      headers: { authorization: `Basic ${basic}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', ...(scope && { scope }) }),
    });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    return answer.body.access_token;
  };

  return {
    ctx,
    client,
    server,
    token,
    call: calling({ server, token }, api),
    errorLog: () =>
      ctx.db.inDistrict(ctx.district.id, (tx) =>
        textRows(
          tx,
          `select action, path, status, message, payload, errors, staff_number, request_id, client_id
             from error_log where district_id = $1 order by id`,
          [ctx.district.id],
        ),
      ),
  };
}

/** Calls an API as a vendor does, with a token that it asks for once. */
export function calling({ server, token }: Pick<Vendor, 'server' | 'token'>, api: Handle): Vendor['call'] {
  let own: string | undefined;
  return async (method, path, body, headers = {}) => {
    own ??= await token();
    const raw =
      body === undefined ||
      typeof body === 'string' ||
      body instanceof Uint8Array ||
      body instanceof ReadableStream;
    const sent = raw ? (body as string | undefined) : JSON.stringify(body);
    return send(server, api, `/api/businessOfficeIntegration${path}`, {
      method,
      headers: {
        authorization: `Bearer ${own}`,
        ...(sent !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: sent,
      ...(body instanceof ReadableStream && { duplex: 'half' }),
    });
  };
}
