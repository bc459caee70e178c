import { X509Certificate } from 'node:crypto';
import type { Certificate } from '../schema.ts';

const MIN_RSA_BITS = 2048;

/**
 * What an admin sees of a signing certificate, given as DER in base64. Undefined if it is none, or has another key than
 * RSA of at least 2,048 bits.
 */
export function describeCertificate(base64: string): Certificate | undefined {
  try {
    const read = new X509Certificate(Buffer.from(base64, 'base64'));
    const key = read.publicKey;
    if (key.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < MIN_RSA_BITS)
      return undefined;
    return {
      certificate: read.raw.toString('base64'),
      subject: read.subject.replaceAll('\n', ', ').slice(0, 300),
      expiresAt: read.validToDate.toISOString(),
      fingerprint: read.fingerprint256,
    };
  } catch {
    return undefined;
  }
}
