import { VisitProblem } from '../problems.ts';
import type { Expected } from './expected.ts';
import { ASSERTION, PROTOCOL, SIGNATURE, SUCCESS } from './names.ts';
import { notAccepted } from './reasons.ts';
import { childrenOf, type Element, everyElement } from './xml.ts';

/** By element: SHA-1, HMAC and every other way are missing. */
const ALGORITHMS: Record<string, readonly string[]> = {
  SignatureMethod: [
    'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
    'http://www.w3.org/2001/04/xmldsig-more#rsa-sha512',
    'http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1',
  ],
  DigestMethod: ['http://www.w3.org/2001/04/xmlenc#sha256', 'http://www.w3.org/2001/04/xmlenc#sha512'],
  CanonicalizationMethod: ['http://www.w3.org/2001/10/xml-exc-c14n#'],
  Transform: [
    'http://www.w3.org/2000/09/xmldsig#enveloped-signature',
    'http://www.w3.org/2001/10/xml-exc-c14n#',
  ],
};
const ENCRYPTED = ['EncryptedAssertion', 'EncryptedID', 'EncryptedAttribute', 'EncryptedData'];

/**
 * Checks the response around the assertion, and that its signatures can mean but one thing, before any is verified:
 * libraries have been misled by answers with two assertions, a signature elsewhere, or an ID twice. Elements are found
 * by their local names, as those libraries find them.
 * @returns whether the response itself is signed, too
 * @throws VisitProblem
 */
export function checkResponse(response: Element, expected: Expected): { responseIsSigned: boolean } {
  if (response.uri !== PROTOCOL || response.name !== 'Response') throw notAccepted('unreadable');
  if (response.attributes.get('Version') !== '2.0') throw notAccepted('unreadable');
  checkAddressee(response, expected);
  checkStatus(response);
  const elements = [...everyElement(response)];
  if (elements.some(({ name }) => ENCRYPTED.includes(name))) throw notAccepted('encrypted');
  const assertions = elements.filter(({ name }) => name === 'Assertion');
  const [assertion] = childrenOf(response, ASSERTION, 'Assertion');
  if (!assertion || assertions.length !== 1) throw notAccepted('severalAssertions');
  checkSignatures(response, assertion, elements);
  return { responseIsSigned: childrenOf(response, SIGNATURE, 'Signature').length === 1 };
}

function checkAddressee({ attributes, children }: Element, expected: Expected): void {
  const destination = attributes.get('Destination');
  if (destination !== undefined && destination !== expected.acsUrl) throw notAccepted('otherAddress');
  const request = attributes.get('InResponseTo');
  if (request === undefined) throw notAccepted('unsolicited');
  if (request !== expected.requestId) throw notAccepted('otherRequest');
  const issuer = children.find(({ name }) => name === 'Issuer');
  if (issuer && issuer.text.trim() !== expected.issuer) throw notAccepted('otherIssuer');
}

function checkStatus(response: Element): void {
  const [code] = childrenOf(childrenOf(response, PROTOCOL, 'Status')[0], PROTOCOL, 'StatusCode');
  const value = code?.attributes.get('Value') ?? '';
  if (value === SUCCESS) return;
  const [detail] = childrenOf(code, PROTOCOL, 'StatusCode');
  throw new VisitProblem(
    'denied',
    `The provider answered “${plain(detail?.attributes.get('Value') ?? value)}”.`,
  );
}

/** The end of a status code's URN; the browser brought it, so it may be anything. */
const plain = (value: string): string => /:(\w{1,60})$/.exec(value)?.[1] ?? 'an unknown error';

function checkSignatures(response: Element, assertion: Element, elements: readonly Element[]): void {
  const signed = (element: Element) => childrenOf(element, SIGNATURE, 'Signature').length;
  const signatures = elements.filter(({ name }) => name === 'Signature');
  if (signed(assertion) === 0) throw notAccepted('notSigned');
  if (signed(assertion) > 1 || signed(response) > 1) throw notAccepted('misplaced');
  if (signatures.length !== signed(assertion) + signed(response)) throw notAccepted('misplaced');
  const ids = elements.flatMap(({ attributes }) =>
    ['ID', 'Id', 'id'].flatMap((name) => attributes.get(name) ?? []),
  );
  if (new Set(ids).size < ids.length) throw notAccepted('misplaced');
  const isAccepted = ({ name, attributes }: Element) =>
    ALGORITHMS[name]?.includes(attributes.get('Algorithm') ?? '') ?? true;
  if (!elements.every(isAccepted)) throw notAccepted('algorithm');
}
