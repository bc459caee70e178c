import { openHandOverLink } from '../../../lib/credentials/hand-over/open-link.ts';
import type { HandedOverAnswer } from '../../../lib/credentials/schema.ts';
import { vendorUrls } from '../../../lib/credentials/vendor-urls.ts';
import { openCall } from '../../../lib/http/call.ts';
import type { Handle } from '../../../lib/http/every-method.ts';
import { finished } from '../../../lib/http/finished.ts';
import { networkAddress } from '../../../lib/http/network-address.ts';
import { problemOf, problemResponse } from '../../../lib/http/problem.ts';
import { receive } from '../../../lib/http/receive.ts';
import { describeError } from '../../../lib/log.ts';

/** A token has some 80. */
const MAX_TOKEN_BYTES = 200;

/** `POST /campus/api/hand-over`, the end of a link as its body: the credentials, once. Without a sign-in. */
export const handOverEndpoint: Handle = async (server, request) => {
  const call = openCall(server, request);
  try {
    const { bytes } = await receive(request, { limit: MAX_TOKEN_BYTES, pace: server.pace });
    const asked = { token: Buffer.from(bytes).toString('latin1'), address: networkAddress(request.headers) };
    const { district, name, clientId, clientSecret } = await openHandOverLink(server, asked, server.now());
    const answer: HandedOverAnswer = {
      district: district.name,
      name,
      clientId,
      clientSecret,
      ...vendorUrls(server.publicUrl, district.appName),
    };
    return finished(server, call, Response.json(answer, { headers: { 'Cache-Control': 'no-store' } }));
  } catch (error) {
    const problem = problemOf(error);
    if (problem.status >= 500)
      server.log.error({ requestId: call.requestId, ...describeError(error) }, 'call failed');
    return finished(server, call, problemResponse(problem, call));
  }
};
