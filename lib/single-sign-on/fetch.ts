import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { type BlockList, isIP } from 'node:net';
import { findAddress } from '../outgoing/find-address.ts';
import { VisitProblem } from './problems.ts';

const TIMEOUT_MS = 10_000;
const MAX_BYTES = 1_048_576;

interface Init {
  method?: string;
  headers?: Record<string, string>;
  body?: unknown;
}

/**
 * Calls an identity provider, whose address an admin has typed: public addresses only, and private ones that the operator
 * allows; ten seconds and 1 MiB at most; no redirect is followed. http reaches this machine only.
 * @param allowed private addresses that the operator allows
 * @throws VisitProblem
 */
export const providerFetch =
  (allowed: BlockList) =>
  async (address: string, { method = 'GET', headers = {}, body }: Init): Promise<Response> => {
    const url = new URL(address);
    const found = await findAddress(allowed, url.hostname);
    if ('refused' in found)
      throw new VisitProblem(
        'unreachable',
        found.refused === 'unknown'
          ? `${url.hostname} has no address. Check its spelling.`
          : `${url.hostname} has a private address, which the operator of Campus has not allowed (SIGN_ON_PRIVATE_ADDRESSES).`,
      );
    if (url.protocol !== 'https:' && !/^(127\.|::1$)/.test(found.address))
      throw new VisitProblem('unreachable', `${url.origin} must be reached by https.`);
    const sent = body === undefined || body === null ? undefined : String(body);
    return ask(url, found.address, { method, headers, body: sent });
  };

const ask = (url: URL, address: string, { method, headers, body }: Init & { body?: string | undefined }) =>
  new Promise<Response>((resolve, reject) => {
    const family = isIP(address);
    const refuse = (reason: string) => reject(new VisitProblem('unreachable', reason));
    const send = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = send(url, {
      method,
      headers: { ...headers, 'accept-encoding': 'identity', 'user-agent': 'Campus' },
      // The certificate is checked for the name; the connection goes to the address that was checked.
      lookup: (_name, options, done) =>
        options.all ? done(null, [{ address, family }]) : done(null, address, family),
      signal: AbortSignal.timeout(TIMEOUT_MS),
      agent: false,
    });
    request.on('error', () => refuse(`${url.host} does not answer, or not within ten seconds.`));
    request.on('response', (answer) => {
      const status = answer.statusCode ?? 0;
      if (status >= 300 && status < 400) {
        answer.destroy();
        return refuse(`${url.host} answers with a redirect. Enter the address that it leads to.`);
      }
      wholeBody(answer).then(
        (bytes) =>
          resolve(new Response(status === 204 ? null : bytes, { status, headers: headersOf(answer) })),
        (error) =>
          refuse(error instanceof VisitProblem ? (error.reason ?? '') : `${url.host} stopped answering.`),
      );
    });
    request.end(body);
  });

async function wholeBody(answer: IncomingMessage): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of answer as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length > MAX_BYTES) {
      answer.destroy();
      throw new VisitProblem('unreachable', 'The identity provider sends more than 1 MiB.');
    }
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

const headersOf = ({ headers }: IncomingMessage): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) => (typeof value === 'string' ? [[name, value]] : [])),
  );
