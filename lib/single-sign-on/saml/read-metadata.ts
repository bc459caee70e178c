import { type MetadataFound, providerUrl } from '../schema.ts';
import { describeCertificate } from './certificate.ts';
import { METADATA, PROTOCOL, REDIRECT, SIGNATURE } from './names.ts';
import { childrenOf, type Element, everyElement, readXml } from './xml.ts';

/** One provider's have some hundreds; those of a federation have millions. */
const MAX_NODES = 20_000;

/** Why metadata are of no use, with what to do. */
export const METADATA_TEXTS = {
  unreadable:
    'These are no SAML metadata, or their XML is not well-formed. Copy the whole document from the provider.',
  several:
    'These metadata are of several providers. Enter the metadata of your district’s own identity provider.',
  noProvider: 'These metadata are of no SAML 2.0 identity provider. They may be those of an application.',
  noRedirect:
    'The provider offers no sign-on address with the binding HTTP-Redirect. Turn it on at the provider.',
  insecure: 'The provider’s sign-on address must begin with https://.',
  noCertificate:
    'The metadata have no certificate that Campus can use: it must be for signing, with an RSA key of at least 2,048 bits.',
} as const;

const SIGNED_REQUESTS =
  'The metadata ask for signed requests. Campus does not sign its requests: turn this off for Campus at the provider.';
const skipped = (count: number): string =>
  count === 1
    ? 'One certificate is left out: its key is not RSA with at least 2,048 bits.'
    : `${count} certificates are left out: their keys are not RSA with at least 2,048 bits.`;

/**
 * Reads the metadata of one identity provider. Their own signature is not checked: the admin who enters them sees the
 * fingerprints of the certificates.
 */
export function readMetadata(xml: string): MetadataFound | { refused: keyof typeof METADATA_TEXTS } {
  const read = readXml(xml, { maxNodes: MAX_NODES });
  if ('refused' in read) return { refused: read.refused === 'tooLarge' ? 'several' : 'unreadable' };
  const { root } = read;
  if (root.uri !== METADATA) return { refused: 'unreadable' };
  const entities = [...everyElement(root)].filter(
    ({ uri, name }) => uri === METADATA && name === 'EntityDescriptor',
  );
  if (entities.length > 1) return { refused: 'several' };
  const role = childrenOf(entities[0], METADATA, 'IDPSSODescriptor').find(({ attributes }) =>
    attributes.get('protocolSupportEnumeration')?.split(/\s+/).includes(PROTOCOL),
  );
  const entityId = entities[0]?.attributes.get('entityID');
  if (!role || !entityId) return { refused: 'noProvider' };
  const signOnUrl = childrenOf(role, METADATA, 'SingleSignOnService')
    .find(({ attributes }) => attributes.get('Binding') === REDIRECT)
    ?.attributes.get('Location');
  if (!signOnUrl) return { refused: 'noRedirect' };
  if (!providerUrl.safeParse(signOnUrl).success) return { refused: 'insecure' };
  const given = [...new Set(signingCertificates(role))];
  const certificates = given.map(describeCertificate).filter((one) => one !== undefined);
  if (certificates.length === 0) return { refused: 'noCertificate' };
  const notes = [
    ...(/^(true|1)$/.test(role.attributes.get('WantAuthnRequestsSigned') ?? '') ? [SIGNED_REQUESTS] : []),
    ...(certificates.length < given.length ? [skipped(given.length - certificates.length)] : []),
  ];
  return { entityId, signOnUrl, certificates, notes };
}

/** A key without `use` is for both. */
const signingCertificates = (role: Element): string[] =>
  childrenOf(role, METADATA, 'KeyDescriptor')
    .filter(({ attributes }) => attributes.get('use') !== 'encryption')
    .flatMap((key) => [...everyElement(key)])
    .filter(({ uri, name }) => uri === SIGNATURE && name === 'X509Certificate')
    .map(({ text }) => text.replaceAll(/\s/g, ''));
