import { server } from '../../../../lib/http/server.ts';
import { turnOffMail } from '../../../../lib/mail/turn-off.ts';

const tokenOf = (request: Request): string => new URL(request.url).searchParams.get('token') ?? '';

const to = (path: string): Response =>
  new Response(null, {
    status: 303,
    headers: { location: `${server().publicUrl}/campus/stop-mail${path}`, 'cache-control': 'no-store' },
  });

/** Works without a sign-in, for mail programs, too (RFC 8058). A link that is good, used or made up gets one answer. */
export async function POST(request: Request): Promise<Response> {
  await turnOffMail(server(), tokenOf(request));
  return to('?done=yes');
}

/** Changes nothing: mail scanners open every link. */
export const GET = (request: Request): Response => to(`?token=${encodeURIComponent(tokenOf(request))}`);
