import type { Claims } from '../person-of.ts';
import type { SamlConnection } from '../schema.ts';
import { ASSERTION, PERSISTENT, TRANSIENT } from './names.ts';
import { notAccepted } from './reasons.ts';
import { childrenOf, type Element } from './xml.ts';

/** The name by which settings mean the NameID among the attributes. */
const NAME_ID = 'NameID';

/**
 * Whom a checked assertion describes: the stable name, and the attributes by their names, with the NameID as one of
 * them. An attribute with several values is a list.
 * @throws VisitProblem if nothing names the person for ever
 */
export function personIn(
  assertion: Element,
  { identity }: Pick<SamlConnection, 'identity'>,
): { subject: string; claims: Claims } {
  const [nameId] = childrenOf(childrenOf(assertion, ASSERTION, 'Subject')[0], ASSERTION, 'NameID');
  const claims: Record<string, unknown> = {
    ...attributesIn(assertion),
    ...(nameId && { [NAME_ID]: nameId.text.trim() }),
  };
  const subject =
    identity === null || identity === NAME_ID ? stableNameId(nameId, identity) : claims[identity];
  if (typeof subject !== 'string' || subject === '') throw notAccepted('noIdentity');
  // Another attribute is another set of names, and OpenID Connect's `sub` one more.
  return { subject: `saml ${encodeURIComponent(identity ?? '')} ${subject}`, claims };
}

/** @param identity null where only a NameID that says it is persistent will do */
function stableNameId(nameId: Element | undefined, identity: string | null): string | undefined {
  const format = nameId?.attributes.get('Format');
  if (format === TRANSIENT) throw notAccepted('transient');
  if (identity === null && nameId && format !== PERSISTENT) throw notAccepted('notPersistent');
  return nameId?.text.trim();
}

function attributesIn(assertion: Element): Record<string, unknown> {
  const values = new Map<string, string[]>();
  for (const statement of childrenOf(assertion, ASSERTION, 'AttributeStatement'))
    for (const attribute of childrenOf(statement, ASSERTION, 'Attribute')) {
      const name = attribute.attributes.get('Name') ?? '';
      const texts = childrenOf(attribute, ASSERTION, 'AttributeValue').map(({ text }) => text.trim());
      values.set(name, [...(values.get(name) ?? []), ...texts.filter((text) => text !== '')]);
    }
  return Object.fromEntries([...values].map(([name, texts]) => [name, claimOf(name, texts)]));
}

/** SAML has texts only: a provider that vouches for e-mail addresses says so with the text *true*. */
function claimOf(name: string, texts: string[]): unknown {
  if (name === 'email_verified') return texts.length === 1 && texts[0] === 'true';
  return texts.length === 1 ? texts[0] : texts;
}
