import { VisitProblem } from '../problems.ts';

/** What an admin reads about an answer that is not accepted. */
export const SAML_REASONS = {
  tooLarge:
    'The answer is larger than 256 KiB, or has more than 2,000 elements. Have the provider send only the groups that matter.',
  unreadable: 'The answer is no SAML response, or its XML is not well-formed.',
  otherAddress:
    'The answer is for another address than the one of this district. Enter the reply address (ACS URL) at the provider exactly as Campus shows it.',
  unsolicited:
    'The answer belongs to no request of Campus (IdP-initiated). Start at the sign-in page of Campus.',
  otherRequest: 'The answer belongs to another sign-in than this one.',
  otherIssuer:
    'The answer has another issuer than the entity ID in the provider’s metadata. Read the metadata again.',
  encrypted: 'The answer is encrypted. Turn encryption off at the provider: the connection is encrypted.',
  severalAssertions: 'The answer must have exactly one assertion.',
  notSigned:
    'The assertion is not signed. Have the provider sign the assertion, not only the response around it.',
  misplaced: 'A signature of the answer is not where it must be, or two elements have the same ID.',
  algorithm:
    'The answer is signed in a way that Campus does not accept. Have the provider sign with RSA and SHA-256 or SHA-512, without SHA-1.',
  signature:
    'The signature of the answer is not from a certificate in the provider’s metadata. Read the metadata again.',
  otherAudience:
    'The answer is for another application. Enter the entity ID (audience) at the provider exactly as Campus shows it.',
  noConfirmation:
    'The assertion lacks its recipient, its request or the time until which it is valid (bearer confirmation).',
  expired: 'The assertion has expired or is not valid yet. Compare the clocks of both servers.',
  condition: 'The assertion has a condition that Campus does not know.',
  notSignedIn: 'The assertion does not say when the person signed in.',
  transient:
    'The NameID is new at each sign-in (transient). Have the provider send a persistent one, or choose the attribute that names a person for ever.',
  notPersistent:
    'The NameID is not marked as persistent. Have the provider send a persistent one, or choose the attribute that names a person for ever.',
  noIdentity: 'The attribute that names a person for ever is missing, or has several values.',
} as const;

/** An answer that is not accepted. */
export const notAccepted = (reason: keyof typeof SAML_REASONS): VisitProblem =>
  new VisitProblem('refused', SAML_REASONS[reason]);
