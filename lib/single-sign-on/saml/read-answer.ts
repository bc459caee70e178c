import type { Arrival } from '../arrival.ts';
import type { SamlConnection } from '../schema.ts';
import { checkAssertion } from './check-assertion.ts';
import { checkResponse } from './check-response.ts';
import { personIn } from './person-in.ts';
import { notAccepted } from './reasons.ts';
import { requestId } from './request-id.ts';
import { type ServiceProvider, signedAssertion } from './service-provider.ts';
import { type Element, readXml } from './xml.ts';

const MAX_BYTES = 256 * 1024;
/**
 * Of a person in 1,900 groups. xml-crypto takes 0.15 s of the processor for 2,000, and its time grows with their square: 25,000
 * comments took 13 s in which the process answered nobody.
 */
const MAX_NODES = 2_000;

/**
 * Checks a posted SAMLResponse and says who it is. All that counts is read from the assertion as its signature covers it.
 * @param token of the visit that the answer must belong to
 * @throws VisitProblem
 */
export async function readSamlAnswer(
  connection: SamlConnection,
  provider: ServiceProvider,
  { answer, token, now }: { answer: string; token: string; now: Date },
): Promise<Arrival> {
  const expected = { ...provider, issuer: connection.entityId, requestId: requestId(token), now };
  const response = rootOf(decoded(answer));
  const { responseIsSigned } = checkResponse(response, expected);
  const xml = await signedAssertion(connection, provider, { answer, responseIsSigned }).catch(
    (error: unknown) => {
      const isOfSignature = error instanceof Error && /signature/i.test(error.message);
      throw notAccepted(isOfSignature ? 'signature' : 'unreadable');
    },
  );
  const assertion = rootOf(xml);
  const signedInAt = checkAssertion(assertion, expected);
  const { subject, claims } = personIn(assertion, connection);
  return { issuer: connection.entityId, subject, claims, signedInAt };
}

function rootOf(xml: string): Element {
  const read = readXml(xml, { maxNodes: MAX_NODES });
  if ('refused' in read) throw notAccepted(read.refused);
  return read.root;
}

function decoded(answer: string): string {
  if (answer.length > (MAX_BYTES / 3) * 4 + 4_096) throw notAccepted('tooLarge');
  if (!/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(answer)) throw notAccepted('unreadable');
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Buffer.from(answer, 'base64'));
  } catch {
    throw notAccepted('unreadable');
  }
}
