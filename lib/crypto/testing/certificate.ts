import { generateKeyPairSync, sign } from 'node:crypto';

/** One value in DER: its tag, how many bytes follow, and these. */
function der(tag: number, ...parts: Buffer[]): Buffer {
  const body = Buffer.concat(parts);
  const size = [body.length >> 8, body.length & 255];
  const length =
    body.length < 128 ? [body.length] : body.length < 256 ? [0x81, body.length] : [0x82, ...size];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}
const sequence = (...parts: Buffer[]) => der(0x30, ...parts);
const bytes = (hex: string) => Buffer.from(hex, 'hex');
const NULL = der(5);
const ALGORITHMS = {
  ec: sequence(der(6, bytes('2a8648ce3d040302'))),
  rsa: sequence(der(6, bytes('2a864886f70d01010b')), NULL),
};
const COMMON_NAME = der(6, bytes('550403'));
const ALTERNATIVE_NAME = der(6, bytes('551d11'));
const IPV4 = 0x87;

/**
 * A certificate for 127.0.0.1 that its own key has signed, new for each test: a server's certificate needs a private key,
 * and none is kept in the repository. Node makes keys but no certificates. It is valid from 2020 to 2049.
 */
export function certificate(type: 'ec' | 'rsa' = 'ec'): { key: string; cert: string } {
  const { privateKey, publicKey } =
    type === 'ec'
      ? generateKeyPairSync('ec', { namedCurve: 'P-256' })
      : generateKeyPairSync('rsa', { modulusLength: 2048 });
  const algorithm = ALGORITHMS[type];
  const name = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from('127.0.0.1')))));
  const hosts = sequence(der(IPV4, Buffer.from([127, 0, 0, 1])));
  const from = der(0x17, Buffer.from('200101000000Z'));
  const until = der(0x17, Buffer.from('491231235959Z'));
  const content = sequence(
    der(0xa0, der(2, Buffer.from([2]))),
    der(2, Buffer.from([1])),
    algorithm,
    name,
    sequence(from, until),
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, sequence(sequence(ALTERNATIVE_NAME, der(4, hosts)))),
  );
  const signature = Buffer.concat([Buffer.from([0]), sign('sha256', content, privateKey)]);
  const cert = sequence(content, algorithm, der(3, signature)).toString('base64');
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${cert.replaceAll(/.{64}/g, '$&\n')}\n-----END CERTIFICATE-----\n`,
  };
}
