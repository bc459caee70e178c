import { openHandOverLink } from '../../../lib/credentials/hand-over/open-link.ts';
import type { HandedOverAnswer } from '../../../lib/credentials/schema.ts';
import { openCall } from '../../../lib/http/call.ts';
import type { Handle } from '../../../lib/http/every-method.ts';
import { finished } from '../../../lib/http/finished.ts';
import { networkAddress } from '../../../lib/http/network-address.ts';
import { BASE_PATH } from '../../../lib/http/paths.ts';
import { problemOf, problemResponse } from '../../../lib/http/problem.ts';
import { receive } from '../../../lib/http/receive.ts';
import { describeError } from '../../../lib/log.ts';
import { serverMetadata } from '../../../lib/oauth/metadata.ts';

/** A token has some 80. */
const MAX_TOKEN_BYTES = 200;

/** `POST /campus/api/hand-over`, the end of a link as its body: the credentials, once. Without a sign-in. */
export const handOverEndpoint: Handle = async (server, request) => {
  const call = openCall(server, request);
  try {
    const { bytes } = await receive(request, { limit: MAX_TOKEN_BYTES, pace: server.pace });
    const asked = { token: Buffer.from(bytes).toString('latin1'), address: networkAddress(request.headers) };
    const { district, name, clientId, clientSecret } = await openHandOverLink(server, asked, server.now());
    const { token_endpoint: tokenUrl, service_documentation: docs } = serverMetadata(
      server.publicUrl,
      district.appName,
    );
    const answer: HandedOverAnswer = {
      district: district.name,
      name,
      clientId,
      clientSecret,
      tokenUrl,
      baseUrl: `${server.publicUrl}${BASE_PATH}`,
      docsUrl: `${docs}?appName=${encodeURIComponent(district.appName)}`,
    };
    return finished(server, call, Response.json(answer, { headers: { 'Cache-Control': 'no-store' } }));
  } catch (error) {
    const problem = problemOf(error);
    if (problem.status >= 500)
      server.log.error({ requestId: call.requestId, ...describeError(error) }, 'call failed');
    return finished(server, call, problemResponse(problem, call));
  }
};
