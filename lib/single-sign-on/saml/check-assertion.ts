import { type Expected, isBefore, isSince, timeOf } from './expected.ts';
import { ASSERTION, BEARER } from './names.ts';
import { notAccepted } from './reasons.ts';
import { childrenOf, type Element } from './xml.ts';

const CONDITIONS = ['AudienceRestriction', 'OneTimeUse', 'ProxyRestriction'];

/**
 * Checks a signed assertion: who made it, for whom, for which request, and when (SAML Core §2, Profiles §4.1.4.3).
 * @returns when the person last signed in at the provider
 * @throws VisitProblem
 */
export function checkAssertion(assertion: Element, expected: Expected): Date {
  const { uri, name, attributes } = assertion;
  if (uri !== ASSERTION || name !== 'Assertion' || attributes.get('Version') !== '2.0')
    throw notAccepted('unreadable');
  const [issuer] = childrenOf(assertion, ASSERTION, 'Issuer');
  if (issuer?.text.trim() !== expected.issuer) throw notAccepted('otherIssuer');
  checkConfirmation(assertion, expected);
  checkConditions(assertion, expected);
  return signedInAt(assertion, expected);
}

/** One confirmation that fits is enough; with several the last one's fault is said. */
function checkConfirmation(assertion: Element, expected: Expected): void {
  const [subject] = childrenOf(assertion, ASSERTION, 'Subject');
  const bearers = childrenOf(subject, ASSERTION, 'SubjectConfirmation').filter(
    ({ attributes }) => attributes.get('Method') === BEARER,
  );
  const faults = bearers.map((bearer) =>
    faultOf(childrenOf(bearer, ASSERTION, 'SubjectConfirmationData')[0], expected),
  );
  if (faults.some((fault) => fault === undefined)) return;
  throw notAccepted(faults.at(-1) ?? 'noConfirmation');
}

function faultOf(data: Element | undefined, { acsUrl, requestId, now }: Expected) {
  const recipient = data?.attributes.get('Recipient');
  const request = data?.attributes.get('InResponseTo');
  const until = data?.attributes.get('NotOnOrAfter');
  const since = data?.attributes.get('NotBefore');
  if (recipient === undefined || request === undefined || until === undefined) return 'noConfirmation';
  if (recipient !== acsUrl) return 'otherAddress';
  if (request !== requestId) return 'otherRequest';
  return isBefore(until, now) && (since === undefined || isSince(since, now)) ? undefined : 'expired';
}

function checkConditions(assertion: Element, { entityId, now }: Expected): void {
  const [conditions, ...more] = childrenOf(assertion, ASSERTION, 'Conditions');
  if (!conditions || more.length > 0) throw notAccepted('otherAudience');
  const since = conditions.attributes.get('NotBefore');
  const until = conditions.attributes.get('NotOnOrAfter');
  if (since !== undefined && !isSince(since, now)) throw notAccepted('expired');
  if (until !== undefined && !isBefore(until, now)) throw notAccepted('expired');
  const isKnown = ({ uri, name }: Element) => uri === ASSERTION && CONDITIONS.includes(name);
  if (!conditions.children.every(isKnown)) throw notAccepted('condition');
  const restrictions = childrenOf(conditions, ASSERTION, 'AudienceRestriction');
  const isForUs = (restriction: Element) =>
    childrenOf(restriction, ASSERTION, 'Audience').some(({ text }) => text.trim() === entityId);
  if (restrictions.length === 0 || !restrictions.every(isForUs)) throw notAccepted('otherAudience');
}

function signedInAt(assertion: Element, { now }: Expected): Date {
  const [statement] = childrenOf(assertion, ASSERTION, 'AuthnStatement');
  const time = timeOf(statement?.attributes.get('AuthnInstant'));
  if (time === undefined) throw notAccepted('notSignedIn');
  const until = statement?.attributes.get('SessionNotOnOrAfter');
  if (until !== undefined && !isBefore(until, now)) throw notAccepted('expired');
  return new Date(time);
}
