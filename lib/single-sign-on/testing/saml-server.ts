import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { IdentityProvider, SamlLib, ServiceProvider, setSchemaValidator } from 'samlify';
import { certificate } from '../../crypto/testing/certificate.ts';
import { PERSISTENT, REDIRECT, SUCCESS } from '../saml/names.ts';

/** Who signs in next, without being asked: the NameID and the attributes. */
export interface SamlAccount {
  nameId: string;
  attributes: Record<string, string | string[]>;
}

export interface SamlServer {
  /** Its metadata are there, at an address that Campus may call. */
  metadataUrl: string;
  /** Reads Campus' own metadata, as an admin of the provider does. */
  register(metadata: string): void;
  signIn(account: SamlAccount): void;
  stop(): Promise<void>;
}

// Its schemas are a package that needs Java.
setSchemaValidator({ validate: async () => 'not validated' });

const ATTRIBUTE = (name: string, values: string[]) =>
  `<saml:Attribute Name="${name}">${values.map((value) => `<saml:AttributeValue>${value}</saml:AttributeValue>`).join('')}</saml:Attribute>`;
const TEMPLATE = SamlLib.defaultLoginResponseTemplate.context;

/**
 * samlify as an identity provider on loopback, for one application. The page tests have Campus at localhost, which is another
 * site than this address: browsers send no cookie of Campus with the form that it posts.
 */
export async function startSamlServer(): Promise<SamlServer> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  const signOnUrl = `${origin}/sign-on`;
  const { key, cert } = certificate('rsa');
  const provider = IdentityProvider({
    entityID: `${origin}/metadata`,
    privateKey: key,
    signingCert: cert,
    nameIDFormat: [PERSISTENT],
    singleSignOnService: [{ Binding: REDIRECT, Location: signOnUrl }],
    requestSignatureAlgorithm: 'http://www.w3.org/2001/04/xmldsig-more#rsa-sha256',
  });
  let account: SamlAccount = { nameId: 'nobody', attributes: {} };
  let application: ReturnType<typeof ServiceProvider> | undefined;

  async function answer(query: Record<string, string>): Promise<string> {
    if (!application) throw new Error('Campus is not registered.');
    const request = await provider.parseLoginRequest(application, 'redirect', { query });
    const { id = '' } = request.extract.request as { id?: string };
    const acsUrl = application.entityMeta.getAssertionConsumerService('post') as string;
    const now = new Date();
    const until = new Date(now.getTime() + 300_000).toISOString();
    const attributes = Object.entries(account.attributes).map(([name, values]) =>
      ATTRIBUTE(name, [values].flat()),
    );
    const statements =
      `<saml:AuthnStatement AuthnInstant="${now.toISOString()}"><saml:AuthnContext/></saml:AuthnStatement>` +
      `<saml:AttributeStatement>${attributes.join('')}</saml:AttributeStatement>`;
    const values = {
      ...{ ID: `_r${id}`, AssertionID: `_a${id}`, InResponseTo: id, IssueInstant: now.toISOString() },
      ...{ Issuer: provider.entityMeta.getEntityID(), Audience: application.entityMeta.getEntityID() },
      ...{ Destination: acsUrl, SubjectRecipient: acsUrl, StatusCode: SUCCESS },
      ...{ NameIDFormat: PERSISTENT, NameID: account.nameId },
      ...{ ConditionsNotBefore: now.toISOString(), ConditionsNotOnOrAfter: until },
      SubjectConfirmationDataNotOnOrAfter: until,
    };
    const template = TEMPLATE.replace('{AuthnStatement}{AttributeStatement}', statements);
    const { context } = await provider.createLoginResponse(application, { ...request }, 'post', {}, () => ({
      id: values.ID,
      context: SamlLib.replaceTagsByValue(template, values),
    }));
    return page(acsUrl, { SAMLResponse: context, RelayState: query.RelayState ?? '' });
  }

  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? '', signOnUrl);
    const send = (type: string, body: string) => response.writeHead(200, { 'content-type': type }).end(body);
    if (url.pathname === '/metadata') return send('application/samlmetadata+xml', provider.getMetadata());
    answer(Object.fromEntries(url.searchParams)).then(
      (html) => send('text/html', html),
      (error) => response.writeHead(500).end(String(error)),
    );
  });
  return {
    metadataUrl: `${origin}/metadata`,
    register: (metadata) => {
      application = ServiceProvider({ metadata });
    },
    signIn: (next) => {
      account = next;
    },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

/** A form that posts itself, as providers answer. */
const page = (action: string, fields: Record<string, string>): string =>
  `<!doctype html><title>Signing in</title><form method="post" action="${action}">${Object.entries(fields)
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${value}">`)
    .join('')}</form><script>document.forms[0].submit()</script>`;
