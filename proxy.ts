import { type NextRequest, NextResponse } from 'next/server';
import { contentSecurityPolicy } from './lib/auth/content-security-policy.ts';

/**
 * Gives pages their content security policy with a nonce per request, and tells them their own path. It locks nothing: every page
 * and call proves its reader itself. API, OAuth and uploads stay outside, because Next cuts the body of whatever
 * passes here at 10 MB.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = crypto.randomUUID().replaceAll('-', '');
  const policy = contentSecurityPolicy({
    nonce,
    https: process.env.PUBLIC_URL?.startsWith('https:') ?? false,
    development: process.env.NODE_ENV === 'development',
  });
  const inner = new Headers(request.headers);
  inner.set('x-nonce', nonce);
  inner.set('x-path', request.nextUrl.pathname + request.nextUrl.search);
  inner.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers: inner } });
  response.headers.set('Content-Security-Policy', policy);
  response.headers.set('Cache-Control', 'private, no-store');
  return response;
}

export const config = {
  matcher: [
    '/',
    '/((?!api/|oauth2/|\\.well-known/oauth-authorization-server$|_next/static/|swagger/(?:page|swagger-ui|swagger-ui-bundle)\\.(?:css|js)$|documentation/(?:navigation|page|copy)\\.(?:css|js)$|third-party-notices\\.txt$|icon\\.svg$).*)',
  ],
};
