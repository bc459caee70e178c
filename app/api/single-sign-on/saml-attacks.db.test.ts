import { beforeEach, describe, expect, test } from 'vitest';
import { OTHER_SAML_KEYS, type SamlForgery } from '../../../lib/single-sign-on/testing/forged-saml.ts';
import { type SamlVisitor, samlVisitor } from './testing/saml-visitor.ts';

let visitor: SamlVisitor;
beforeEach(async () => {
  visitor = await samlVisitor();
});

const SHA1 = 'http://www.w3.org/2000/09/xmldsig#';
const assertionIn = (xml: string): string => /<a:Assertion.*<\/a:Assertion>/s.exec(xml)?.[0] ?? '';
const unsigned = (xml: string): string => xml.replace(/<ds:Signature.*<\/ds:Signature>/s, '');
const signatureIn = (xml: string): string => /<ds:Signature.*<\/ds:Signature>/s.exec(xml)?.[0] ?? '';
/** Another person than the one who was signed. */
const evil = (xml: string): string =>
  unsigned(assertionIn(xml)).replace('"_assertion"', '"_evil"').replace('>subject<', '>admin<');

describe('an answer that is not accepted', () => {
  test.each<[string, RegExp, SamlForgery]>([
    ['no signature', /assertion is not signed/, { signs: [] }],
    ['only the response signed', /assertion is not signed/, { signs: ['response'] }],
    ['another key', /not from a certificate/, { key: OTHER_SAML_KEYS.key }],
    [
      'a response that another key signed around a good assertion',
      /not from a certificate/,
      {
        signs: ['assertion', 'response'],
        afterwards: (xml) =>
          xml.replace(/(<ds:SignatureValue>)(.)/, (_, tag, sign) => tag + (sign === 'A' ? 'B' : 'A')),
      },
    ],
    [
      'changed groups',
      /not from a certificate/,
      { afterwards: (xml) => xml.replace('>office<', '>admins<') },
    ],
    ['a signature by SHA-1', /SHA-256/, { signatureAlgorithm: `${SHA1}rsa-sha1` }],
    ['a digest by SHA-1', /SHA-256/, { digestAlgorithm: `${SHA1}sha1` }],
    [
      'comments that are signed',
      /SHA-256/,
      { canonicalization: 'http://www.w3.org/2001/10/xml-exc-c14n#WithComments' },
    ],
    [
      'an assertion of another issuer',
      /another issuer/,
      { assertionIssuer: 'https://elsewhere.example.org' },
    ],
    [
      'a response of another issuer',
      /another issuer/,
      { afterwards: (xml) => xml.replace(/<a:Issuer>.*?</, '<a:Issuer>https://elsewhere.example.org<') },
    ],
    ['another audience', /for another application/, { audience: 'https://elsewhere.example.org' }],
    ['no audience', /for another application/, { audience: null }],
    [
      'a second audience that is not Campus',
      /for another application/,
      { condition: '<a:AudienceRestriction><a:Audience>other</a:Audience></a:AudienceRestriction>' },
    ],
    ['another recipient', /for another address/, { recipient: 'https://elsewhere.example.org' }],
    ['another destination', /for another address/, { destination: 'https://elsewhere.example.org' }],
    [
      'a response to another request',
      /belongs to another sign-in/,
      { afterwards: (xml) => xml.replace(/InResponseTo=".*?"/, 'InResponseTo="_another"') },
    ],
    ['an assertion for another request', /belongs to another sign-in/, { confirmedFor: '_another' }],
    ['no request', /IdP-initiated/, { inResponseTo: null }],
    ['an expired assertion', /has expired/, { until: -40 }],
    ['an expired confirmation', /has expired/, { confirmedUntil: -40 }],
    ['an assertion of tomorrow', /not valid yet/, { since: 40 }],
    ['an unknown condition', /condition that Campus does not know/, { condition: '<a:Weather/>' }],
    [
      'an encrypted assertion',
      /is encrypted/,
      { afterwards: (xml) => xml.replace(assertionIn(xml), '<a:EncryptedAssertion/>') },
    ],
    [
      'a document type with an entity',
      /not well-formed/,
      {
        afterwards: (xml) =>
          `<!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]>${xml.replace('>pat<', '>&x;<')}`,
      },
    ],
    ['a document type alone', /not well-formed/, { afterwards: (xml) => `<!DOCTYPE r>${xml}` }],
    ['no XML', /not well-formed/, { afterwards: () => '<a' }],
    ['too deep', /more than 2,000/, { afterwards: () => '<a>'.repeat(5_000) + '</a>'.repeat(5_000) }],
    ['too much', /larger than 256 KiB/, { attributes: { groups: 'office '.repeat(45_000) } }],
    [
      'too many elements',
      /more than 2,000/,
      { afterwards: (xml) => xml.replace('<a:AuthnContext/>', '<a:AuthnContext/>'.repeat(2_000)) },
    ],
    [
      'too many comments',
      /more than 2,000/,
      { afterwards: (xml) => xml.replace('<a:AuthnContext/>', '<!---->'.repeat(25_000)) },
    ],
    [
      'wrapping: a forged assertion before the signed one',
      /exactly one assertion/,
      { afterwards: (xml) => xml.replace('<a:Assertion', `${evil(xml)}<a:Assertion`) },
    ],
    [
      'wrapping: a forged assertion that holds the signature and, in it, the signed one',
      /exactly one assertion/,
      {
        afterwards: (xml) => {
          const moved = `<ds:Object>${unsigned(assertionIn(xml))}</ds:Object></ds:Signature>`;
          const signature = signatureIn(xml).replace('</ds:Signature>', moved);
          return xml.replace(assertionIn(xml), evil(xml).replace('</a:Issuer>', `</a:Issuer>${signature}`));
        },
      },
    ],
    [
      'wrapping: the signed assertion is in an extension',
      /exactly one assertion/,
      {
        afterwards: (xml) =>
          xml
            .replace(assertionIn(xml), evil(xml).replace('</a:Issuer>', `</a:Issuer>${signatureIn(xml)}`))
            .replace('<p:Status>', `<p:Extensions>${assertionIn(xml)}</p:Extensions><p:Status>`),
      },
    ],
    [
      'wrapping: the signature is beside the assertion',
      /assertion is not signed/,
      {
        afterwards: (xml) => xml.replace(assertionIn(xml), signatureIn(xml) + unsigned(assertionIn(xml))),
      },
    ],
    [
      'a second signature elsewhere',
      /not where it must be/,
      {
        afterwards: (xml) =>
          xml.replace('<a:AuthnContext/>', `<a:AuthnContext>${signatureIn(xml)}</a:AuthnContext>`),
      },
    ],
    ['an ID twice', /same ID/, { afterwards: (xml) => xml.replace('"_response"', '"_assertion"') }],
  ])('%s', async (_, reason, forgery) => {
    const refusal = await visitor.refusalOf(forgery);
    expect(refusal).toEqual({ problem: 'refused', reason: expect.stringMatching(reason) });
  });

  test('a refusal by the provider is told and audited', async () => {
    const status = 'urn:oasis:names:tc:SAML:2.0:status:AuthnFailed';
    expect(await visitor.refusalOf({ status })).toEqual({
      problem: 'denied',
      reason: 'The provider answered “AuthnFailed”.',
    });
  });

  test('clocks may differ by 30 seconds', async () => {
    expect((await visitor.signIn({ since: 20, confirmedUntil: -20 })).landing.problem).toBeNull();
  });
});
