import { expect, test } from 'vitest';
import { certificate } from '../../crypto/testing/certificate.ts';
import { derOf } from '../testing/forged-saml.ts';
import { METADATA, POST, PROTOCOL, REDIRECT, SIGNATURE } from './names.ts';
import { readMetadata } from './read-metadata.ts';

const [ONE, NEXT, ELLIPTIC] = [certificate('rsa'), certificate('rsa'), certificate('ec')].map(({ cert }) =>
  derOf(cert),
) as [string, string, string];

const key = (der: string, use?: string) =>
  `<m:KeyDescriptor${use ? ` use="${use}"` : ''}><d:KeyInfo><d:X509Data><d:X509Certificate>
     ${der.replaceAll(/.{64}/g, '$&\n')}</d:X509Certificate></d:X509Data></d:KeyInfo></m:KeyDescriptor>`;
const service = (binding: string, url: string) =>
  `<m:SingleSignOnService Binding="${binding}" Location="${url}"/>`;
const SERVICES =
  service(POST, 'https://idp.example.org/post') + service(REDIRECT, 'https://idp.example.org/on');

const entity = (inside: string, attributes = '') =>
  `<m:EntityDescriptor xmlns:m="${METADATA}" xmlns:d="${SIGNATURE}" entityID="https://idp.example.org">
     <m:IDPSSODescriptor protocolSupportEnumeration="${PROTOCOL}"${attributes}>${inside}</m:IDPSSODescriptor>
   </m:EntityDescriptor>`;

test('the issuer, the address with the redirect binding, and every certificate that signs', () => {
  const found = readMetadata(
    entity(key(ONE, 'signing') + key(NEXT) + key(ELLIPTIC, 'encryption') + SERVICES),
  );
  expect(found).toMatchObject({
    ...{ entityId: 'https://idp.example.org', signOnUrl: 'https://idp.example.org/on', notes: [] },
    certificates: [
      { certificate: ONE, subject: 'CN=127.0.0.1', expiresAt: '2049-12-31T23:59:59.000Z' },
      { certificate: NEXT, fingerprint: expect.stringMatching(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/) },
    ],
  });
});

test('what Campus does not do is said: signed requests, a key that is not RSA', () => {
  const found = readMetadata(entity(key(ONE) + key(ELLIPTIC) + SERVICES, ' WantAuthnRequestsSigned="true"'));
  expect(found).toMatchObject({
    certificates: [{ certificate: ONE }],
    notes: [
      expect.stringContaining('does not sign its requests'),
      expect.stringContaining('One certificate'),
    ],
  });
});

test.each<[string, string]>([
  ['unreadable', '<m:EntityDescriptor'],
  ['unreadable', `<!DOCTYPE x>${entity(key(ONE) + SERVICES)}`],
  ['unreadable', '<html/>'],
  [
    'several',
    `<m:EntitiesDescriptor xmlns:m="${METADATA}">${entity('')}${entity('')}</m:EntitiesDescriptor>`,
  ],
  ['noProvider', entity(key(ONE) + SERVICES).replaceAll('IDPSSO', 'SPSSO')],
  ['noProvider', entity(key(ONE) + SERVICES).replace(PROTOCOL, 'urn:oasis:names:tc:SAML:1.1:protocol')],
  ['noRedirect', entity(key(ONE) + service(POST, 'https://idp.example.org/post'))],
  ['insecure', entity(key(ONE) + service(REDIRECT, 'http://idp.example.org/on'))],
  ['insecure', entity(key(ONE) + service(REDIRECT, 'javascript:alert(1)'))],
  ['noCertificate', entity(SERVICES)],
  ['noCertificate', entity(key(ELLIPTIC) + SERVICES)],
  ['noCertificate', entity(key('AAAA') + SERVICES)],
])('%s: %s', (refused, xml) => expect(readMetadata(xml)).toEqual({ refused }));

test('one provider in a list of entities is enough', () => {
  const list = `<m:EntitiesDescriptor xmlns:m="${METADATA}">${entity(key(ONE) + SERVICES)}</m:EntitiesDescriptor>`;
  expect(readMetadata(list)).toMatchObject({ entityId: 'https://idp.example.org' });
});
