import { recordAudit } from '../audit/record-audit.ts';
import type { Context } from '../context.ts';
import { API_PATH } from '../http/paths.ts';
import { serverMetadata } from '../oauth/metadata.ts';
import { currentSecret } from './current-secret.ts';
import { readClient } from './list-clients.ts';
import type { ConnectionStep, ConnectionTest } from './schema.ts';
import { CONNECTION_TEXTS as TEXTS } from './texts.ts';

const PATIENCE_MS = 10_000;

interface Answered {
  status: number | null;
  /** What kept the call from being answered; null if it was answered. */
  problem: string | null;
  // biome-ignore lint/suspicious/noExplicitAny: what another server sent, which may be anything
  body: any;
}

/**
 * Calls the API as the HR system does, by the address that vendors use: requests a token with the client's current
 * secret, then reads one school with it. The audit log has the test, because it uses the secret.
 *
 * @param originOf gives the product's public origin; called for a client that exists
 * @throws NotFound
 */
export async function testConnection(
  ctx: Context,
  { id }: { id: string },
  originOf: () => string,
): Promise<ConnectionTest> {
  const credentials = await ctx.db.inDistrict(ctx.district.id, async (tx) => {
    const { clientId } = await readClient(ctx, tx, id);
    await recordAudit(ctx, tx, { action: 'client.test', target: clientId });
    return { clientId, secret: await currentSecret(ctx, tx, id) };
  });
  const publicUrl = originOf();
  const { token_endpoint } = serverMetadata(publicUrl, ctx.district.appName);
  const basic = Buffer.from(`${credentials.clientId}:${credentials.secret}`).toString('base64');
  const token = await call(token_endpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${basic}` },
    body: new URLSearchParams({ grant_type: 'client_credentials' }),
  });
  const steps = [tokenStep(token_endpoint, token)];
  if (!steps[0]?.succeeded) return { steps };
  const schools = `${publicUrl}${API_PATH}/schools?limit=1`;
  const read = await call(schools, { headers: { authorization: `Bearer ${token.body.access_token}` } });
  return { steps: [...steps, readStep(schools, read)] };
}

async function call(url: string, init: RequestInit): Promise<Answered> {
  try {
    // A redirect would send the secret to where the address leads, so it is shown instead.
    const answer = await fetch(url, {
      ...init,
      redirect: 'manual',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const text = await answer.text();
    return { status: answer.status, problem: null, body: jsonOf(text) };
  } catch (error) {
    return { status: null, problem: problemOf(error), body: null };
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function problemOf(error: unknown): string {
  if (error instanceof Error && error.name === 'TimeoutError') return TEXTS.noAnswer(PATIENCE_MS / 1000);
  const { code } = (error as { cause?: { code?: unknown } }).cause ?? {};
  return TEXTS.notReached(typeof code === 'string' ? code : 'no connection');
}

function tokenStep(url: string, { status, problem, body }: Answered): ConnectionStep {
  const succeeded = status === 200 && typeof body?.access_token === 'string';
  return {
    name: 'token',
    url,
    status,
    succeeded,
    text: problem ?? outcome(succeeded, TEXTS.gotToken(), body, status),
  };
}

function readStep(url: string, { status, problem, body }: Answered): ConnectionStep {
  const succeeded = status === 200 && Array.isArray(body?.data);
  const lacksScope = status === 403 ? TEXTS.lacksScope() : undefined;
  return {
    name: 'read',
    url,
    status,
    succeeded,
    text: problem ?? lacksScope ?? outcome(succeeded, TEXTS.readSchool(), body, status),
  };
}

/** What happened, in the answer's own words if it is an error of this product. */
function outcome(succeeded: boolean, success: string, body: Answered['body'], status: number | null): string {
  if (succeeded) return success;
  const detail = body?.error_description ?? body?.detail;
  return typeof detail === 'string' ? detail : TEXTS.otherAnswer(status ?? 0);
}
