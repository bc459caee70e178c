import { TooSlow } from '../../../lib/failure.ts';
import { readForm, twice } from '../../../lib/http/form.ts';
import { mediaType } from '../../../lib/http/media-type.ts';
import { receive } from '../../../lib/http/receive.ts';
import type { Server } from '../../../lib/http/server.ts';
import { VisitProblem } from '../../../lib/single-sign-on/problems.ts';

/** 256 KiB of XML in base64, with its signs escaped. */
const MAX_FORM_BYTES = 512 * 1024;

/**
 * The form that a SAML provider's page posts. Without a RelayState it belongs to no visit.
 * @throws VisitProblem for anything else
 */
export async function samlForm(
  { pace }: Pick<Server, 'pace'>,
  request: Request,
): Promise<{ answer: string; relayState: string }> {
  const { type } = mediaType(request.headers.get('content-type'));
  if (type !== 'application/x-www-form-urlencoded') throw new VisitProblem('refused');
  const body = await receive(request, { limit: MAX_FORM_BYTES, pace }).catch((error: unknown) => {
    throw error instanceof TooSlow ? new VisitProblem('refused') : error;
  });
  const pairs = body.whole ? readForm(new TextDecoder().decode(body.bytes)) : undefined;
  if (!pairs || twice(pairs).length > 0) throw new VisitProblem('refused');
  const { SAMLResponse: answer, RelayState: relayState = '' } = Object.fromEntries(pairs);
  if (!answer) throw new VisitProblem('refused');
  return { answer, relayState };
}
