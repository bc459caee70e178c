import type { NextRequest } from 'next/server';
import NextAuth from 'next-auth';
import { isCrossSite } from '../../../../lib/auth/same-origin.ts';
import { SignInPlaces } from '../../../../lib/auth/sign-in-places.ts';
import { networkAddress } from '../../../../lib/http/network-address.ts';
import { settings } from '../../../../lib/settings.ts';
import { authOptions } from '../options.ts';

type Route = { params: Promise<{ nextauth: string[] }> };

/** The only calls of next-auth that this app uses; its own pages and its client log are not reachable. */
const CALLS: Record<string, readonly string[]> = {
  GET: ['csrf', 'session'],
  POST: ['callback/credentials', 'signout'],
};

const places = new SignInPlaces();
const MAX_BODY_BYTES = 16_384;

async function answer(request: NextRequest, route: Route): Promise<Response> {
  const call = (await route.params).nextauth.join('/');
  if (!CALLS[request.method]?.includes(call)) return refusal(404, 'There is nothing here.');
  if (isCrossSite(request, settings().publicUrl))
    return refusal(403, 'This call must come from the app itself.');
  if (request.method === 'POST') {
    if (!/^application\/x-www-form-urlencoded\b/.test(request.headers.get('content-type') ?? ''))
      return refusal(415, 'Send a form.');
    if (Number(request.headers.get('content-length') ?? MAX_BODY_BYTES + 1) > MAX_BODY_BYTES)
      return refusal(413, 'The body is larger than a sign-in form.');
  }
  process.env.NEXTAUTH_URL ??= `${settings().publicUrl}/campus/api/auth`;
  if (call === 'signout') return forgotten(await NextAuth(request, route, authOptions()));
  if (call !== 'callback/credentials') return NextAuth(request, route, authOptions());
  const giveBack = places.take(networkAddress(request.headers));
  if (!giveBack) return refusal(429, 'Many people are signing in right now.', { 'Retry-After': '3' });
  try {
    return await NextAuth(request, route, authOptions());
  } finally {
    giveBack();
  }
}

/**
 * What the browser keeps of Campus goes at a sign-out (ASVS 14.3.1). Not `cookies`, which would end sessions of other sites
 * below the same domain, nor `storage`, which has the user's choice of light or dark and nothing else.
 */
function forgotten(answer: Response): Response {
  answer.headers.set('Clear-Site-Data', '"cache"');
  return answer;
}

const refusal = (status: number, detail: string, headers: Record<string, string> = {}): Response =>
  Response.json(
    { type: 'about:blank', status, detail },
    {
      status,
      headers: { 'Content-Type': 'application/problem+json', 'Cache-Control': 'no-store', ...headers },
    },
  );

export { answer as GET, answer as POST };
