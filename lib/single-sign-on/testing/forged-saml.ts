import { inflateRawSync } from 'node:zlib';
import { SignedXml } from 'xml-crypto';
import { certificate } from '../../crypto/testing/certificate.ts';
import { ASSERTION, BEARER, PERSISTENT, PROTOCOL, SUCCESS } from '../saml/names.ts';

const EXCLUSIVE = 'http://www.w3.org/2001/10/xml-exc-c14n#';
const ENVELOPED = 'http://www.w3.org/2000/09/xmldsig#enveloped-signature';
const MORE = 'http://www.w3.org/2001/04/xmldsig-more#';

export const SAML_KEYS = certificate('rsa');
export const OTHER_SAML_KEYS = certificate('rsa');
export const SAML_ISSUER = 'https://idp.example.org/saml';
export const SAML_SIGN_ON_URL = 'https://idp.example.org/saml/sign-on';
export const derOf = (pem: string): string => pem.replaceAll(/-----.*?-----|\s/g, '');

/** How one answer differs from a good one. */
export interface SamlForgery {
  /** In place of what Campus expects. */
  issuer?: string;
  /** Of the assertion alone. */
  assertionIssuer?: string;
  audience?: string | null;
  recipient?: string;
  destination?: string;
  /** Of the response and of the confirmation; null: none, as in an answer nobody asked for. */
  inResponseTo?: string | null;
  confirmedFor?: string;
  status?: string;
  /** Seconds from now. */
  since?: number;
  until?: number;
  confirmedUntil?: number;
  signedInAt?: number;
  nameId?: string;
  format?: string;
  attributes?: Record<string, string | string[]>;
  /** More in the conditions. */
  condition?: string;
  key?: string;
  /** What is signed. */
  signs?: readonly ('assertion' | 'response')[];
  signatureAlgorithm?: string;
  digestAlgorithm?: string;
  canonicalization?: string;
  /** Changes the finished document. */
  afterwards?: (xml: string) => string;
}

/** The request that Campus sends the browser with. */
export function samlRequestIn(url: string) {
  const asked = new URL(url).searchParams;
  const xml = inflateRawSync(Buffer.from(asked.get('SAMLRequest') ?? '', 'base64')).toString();
  const of = (name: string) => new RegExp(`${name}="([^"]*)"`).exec(xml)?.[1] ?? '';
  const issuer = />([^<]+)<\/saml:Issuer>/.exec(xml)?.[1] ?? '';
  return {
    xml,
    id: of(' ID'),
    acsUrl: of('AssertionConsumerServiceURL'),
    issuer,
    relayState: asked.get('RelayState') ?? '',
  };
}

/** A provider's answer to a start of Campus: what its page posts, and where to. */
export function forgeSamlAnswer(
  url: string,
  forgery: SamlForgery = {},
): { url: string; form: Record<string, string> } {
  const request = samlRequestIn(url);
  const xml = signed(response(request, forgery), forgery);
  const SAMLResponse = Buffer.from(forgery.afterwards?.(xml) ?? xml).toString('base64');
  return { url: request.acsUrl, form: { SAMLResponse, RelayState: request.relayState } };
}

const inSeconds = (seconds: number): string => new Date(Date.now() + seconds * 1000).toISOString();

function response(
  { id, acsUrl, issuer: us }: ReturnType<typeof samlRequestIn>,
  forgery: SamlForgery,
): string {
  const {
    issuer = SAML_ISSUER,
    audience = us,
    inResponseTo = id,
    status = SUCCESS,
    format = PERSISTENT,
  } = forgery;
  const asked = inResponseTo === null ? '' : ` InResponseTo="${inResponseTo}"`;
  const confirmed = inResponseTo === null ? '' : ` InResponseTo="${forgery.confirmedFor ?? inResponseTo}"`;
  const attributes = {
    username: 'pat',
    name: 'Pat Simpson',
    email: 'pat@example.org',
    groups: ['office'],
    ...forgery.attributes,
  };
  const now = inSeconds(0);
  return `<p:Response xmlns:p="${PROTOCOL}" xmlns:a="${ASSERTION}" ID="_response" Version="2.0" IssueInstant="${now}" Destination="${forgery.destination ?? acsUrl}"${asked}>
<a:Issuer>${issuer}</a:Issuer><p:Status><p:StatusCode Value="${status}"/></p:Status>
<a:Assertion ID="_assertion" Version="2.0" IssueInstant="${now}"><a:Issuer>${forgery.assertionIssuer ?? issuer}</a:Issuer>
<a:Subject><a:NameID Format="${format}">${forgery.nameId ?? 'subject'}</a:NameID>
<a:SubjectConfirmation Method="${BEARER}"><a:SubjectConfirmationData${confirmed} Recipient="${forgery.recipient ?? acsUrl}" NotOnOrAfter="${inSeconds(forgery.confirmedUntil ?? 300)}"/></a:SubjectConfirmation></a:Subject>
<a:Conditions NotBefore="${inSeconds(forgery.since ?? -5)}" NotOnOrAfter="${inSeconds(forgery.until ?? 300)}">${
    audience === null
      ? ''
      : `<a:AudienceRestriction><a:Audience>${audience}</a:Audience></a:AudienceRestriction>`
  }${forgery.condition ?? ''}</a:Conditions>
<a:AuthnStatement AuthnInstant="${inSeconds(forgery.signedInAt ?? 0)}"><a:AuthnContext/></a:AuthnStatement>
<a:AttributeStatement>${Object.entries(attributes).map(attribute).join('')}</a:AttributeStatement></a:Assertion></p:Response>`;
}

const attribute = ([name, values]: [string, string | string[]]): string =>
  `<a:Attribute Name="${name}">${[values]
    .flat()
    .map((value) => `<a:AttributeValue>${value}</a:AttributeValue>`)
    .join('')}</a:Attribute>`;

const ELEMENTS = { assertion: 'Assertion', response: 'Response' } as const;

function signed(xml: string, forgery: SamlForgery): string {
  const { signs = ['assertion'] } = forgery;
  // The response is signed last: its signature covers the assertion's.
  return (['assertion', 'response'] as const)
    .filter((one) => signs.includes(one))
    .reduce((before, one) => sign(before, `//*[local-name(.)='${ELEMENTS[one]}']`, forgery), xml);
}

function sign(xml: string, xpath: string, forgery: SamlForgery): string {
  const { key = SAML_KEYS.key, canonicalization = EXCLUSIVE } = forgery;
  const signer = new SignedXml({
    privateKey: key,
    signatureAlgorithm: (forgery.signatureAlgorithm ?? `${MORE}rsa-sha256`) as never,
    canonicalizationAlgorithm: canonicalization as never,
  });
  signer.addReference({
    xpath,
    transforms: [ENVELOPED, canonicalization] as never,
    digestAlgorithm: (forgery.digestAlgorithm ?? 'http://www.w3.org/2001/04/xmlenc#sha256') as never,
  });
  signer.computeSignature(xml, {
    prefix: 'ds',
    location: { reference: `${xpath}/*[local-name(.)='Issuer']`, action: 'after' },
  });
  return signer.getSignedXml();
}
