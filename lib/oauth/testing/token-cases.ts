/** A token request's answer, by class: the status and, where it is refused, RFC 6749's code. */
export type AnswerClass = '200' | `${number} ${string}`;

export interface TokenRequest {
  method?: string;
  headers: Record<string, string>;
  body?: string;
}

export interface TokenCase {
  name: string;
  request: TokenRequest;
  answer: AnswerClass;
  /** Where Campus answers otherwise, and the rule or section that says so. */
  campus?: { answer: AnswerClass; because: string };
}

interface Client {
  clientId: string;
  clientSecret: string;
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
const GRANT = 'grant_type=client_credentials';
const base64 = (text: string) => Buffer.from(text).toString('base64');
const escaped = (text: string) => Buffer.from(text).toString('hex').replace(/../g, '%$&');

/** Token requests, right and wrong ones, of a client that has staff.read and staff.write but not staff.sync. */
export function tokenCases({ clientId, clientSecret }: Client): TokenCase[] {
  const raw = (authorization: string, body = GRANT): TokenRequest => ({
    headers: { ...FORM, authorization },
    body,
  });
  const basic = (body = GRANT, pair = `${clientId}:${clientSecret}`) => raw(`Basic ${base64(pair)}`, body);
  const form = (body: string): TokenRequest => ({ headers: FORM, body });
  const own = `client_id=${clientId}&client_secret=${clientSecret}`;
  const typed = (type: string, body = GRANT): TokenRequest => {
    const { headers } = basic();
    return { headers: { ...headers, 'content-type': type }, body };
  };
  const [OK, BAD, UNKNOWN] = ['200', '400 invalid_request', '401 invalid_client'] as const;
  const WRONG_SECRET = {
    answer: UNKNOWN,
    because: 'CRED-3: a wrong secret is 401, whatever its characters',
  };
  const [GRANTLESS, SCOPE] = ['400 unsupported_grant_type', '400 invalid_scope'] as const;
  const cases: [string, TokenRequest, AnswerClass, TokenCase['campus']?][] = [
    ['Basic', basic(), OK],
    ['body', form(`${GRANT}&${own}`), OK],
    ['body, client first', form(`${own}&${GRANT}`), OK],
    ['Basic, scheme in small letters', raw(`basic ${base64(`${clientId}:${clientSecret}`)}`), OK],
    ['Basic, scheme in capitals', raw(`BASIC ${base64(`${clientId}:${clientSecret}`)}`), OK],
    [
      'Basic, every character percent-encoded',
      basic(GRANT, `${escaped(clientId)}:${escaped(clientSecret)}`),
      OK,
    ],
    [
      'body, every character percent-encoded',
      form(`${GRANT}&client_id=${escaped(clientId)}&client_secret=${escaped(clientSecret)}`),
      OK,
    ],
    ['parameter names percent-encoded', basic(`${escaped('grant_type')}=client_credentials`), OK],
    ['Basic, the same client_id in the body too', basic(`${GRANT}&client_id=${clientId}`), OK],
    ['Basic, an empty client_secret in the body', basic(`${GRANT}&client_secret=`), OK],
    ['an unknown parameter', basic(`${GRANT}&colour=blue`), OK],
    ['an empty unknown parameter', basic(`${GRANT}&colour=`), OK],
    ['ampersands to spare', basic(`&${GRANT}&&`), OK],
    ['charset UTF-8', typed('application/x-www-form-urlencoded; charset=UTF-8'), OK],
    ['content type in capitals', typed('APPLICATION/X-WWW-FORM-URLENCODED'), OK],
    ['one scope', basic(`${GRANT}&scope=staff.read`), OK],
    ['two scopes, by +', basic(`${GRANT}&scope=staff.read+staff.write`), OK],
    ['two scopes, by %20', basic(`${GRANT}&scope=staff.read%20staff.write`), OK],
    ['the same scope twice in the list', basic(`${GRANT}&scope=staff.read+staff.read`), OK],
    ['an empty scope', basic(`${GRANT}&scope=`), OK],
    ['body with a scope', form(`${GRANT}&${own}&scope=staff.write`), OK],

    ['wrong secret by Basic', basic(GRANT, `${clientId}:wrong`), UNKNOWN],
    ['wrong secret by body', form(`${GRANT}&client_id=${clientId}&client_secret=wrong`), UNKNOWN],
    ['secret in other letters', basic(GRANT, `${clientId}:${clientSecret}A`), UNKNOWN],
    ['secret cut short', basic(GRANT, `${clientId}:${clientSecret.slice(0, -1)}`), UNKNOWN],
    [
      'a blank after the secret in the body',
      form(`${GRANT}&client_id=${clientId}&client_secret=${clientSecret}+`),
      UNKNOWN,
    ],
    ['a colon and more after the secret', basic(GRANT, `${clientId}:${clientSecret}:x`), UNKNOWN],
    ['unknown client by Basic', basic(GRANT, `nobody:${clientSecret}`), UNKNOWN],
    ['unknown client by body', form(`${GRANT}&client_id=nobody&client_secret=${clientSecret}`), UNKNOWN],
    ['client_id in other letters', basic(GRANT, `${clientId}X:${clientSecret}`), UNKNOWN],
    ['client and secret swapped', basic(GRANT, `${clientSecret}:${clientId}`), UNKNOWN],
    ['client_id without secret in the body', form(`${GRANT}&client_id=${clientId}`), UNKNOWN],
    ['an empty secret in the body', form(`${GRANT}&client_id=${clientId}&client_secret=`), UNKNOWN],
    ['wrong secret and no grant_type', basic('', `${clientId}:wrong`), UNKNOWN],
    ['wrong secret and another grant_type', basic('grant_type=password', `${clientId}:wrong`), UNKNOWN],
    ['wrong secret and a scope too much', basic(`${GRANT}&scope=staff.sync`, `${clientId}:wrong`), UNKNOWN],

    ['no client at all', form(GRANT), BAD],
    ['an empty client_id in the body', form(`${GRANT}&client_id=&client_secret=${clientSecret}`), BAD],
    ['a secret without client_id', form(`${GRANT}&client_secret=${clientSecret}`), BAD],
    ['Basic and body together', basic(`${GRANT}&${own}`), BAD],
    ['Basic, and a secret in the body', basic(`${GRANT}&client_secret=${clientSecret}`), BAD],
    ['Basic, and another client_id in the body', basic(`${GRANT}&client_id=other`), BAD],
    ['Basic without value', raw('Basic'), BAD],
    ['Basic that is no base64', raw('Basic ***'), BAD],
    ['Basic without a colon', basic(GRANT, clientId), BAD],
    ['Basic with an empty secret', basic(GRANT, `${clientId}:`), BAD],
    ['Basic with an empty client', basic(GRANT, `:${clientSecret}`), BAD],
    ['Basic with a colon alone', basic(GRANT, ':'), BAD],
    ['Basic with a broken escape', basic(GRANT, `${clientId}:%zz`), BAD, WRONG_SECRET],
    ['Basic with an escape that is no UTF-8', basic(GRANT, `${clientId}:%ff`), BAD, WRONG_SECRET],
    ['Basic in two parts', raw(`Basic ${base64(`${clientId}:${clientSecret}`)} more`), BAD],
    ['a Bearer token in place of the client', raw('Bearer abc'), BAD],
    ['no grant_type', basic('scope=staff.read'), BAD],
    ['an empty grant_type', basic('grant_type='), BAD],
    ['an empty body', basic(''), BAD],
    ['grant_type twice', basic(`${GRANT}&${GRANT}`), BAD],
    ['client_id twice', form(`${GRANT}&client_id=${clientId}&${own}`), BAD],
    ['client_secret twice', form(`${GRANT}&${own}&client_secret=${clientSecret}`), BAD],
    ['scope twice', basic(`${GRANT}&scope=staff.read&scope=staff.write`), BAD],
    ['JSON', typed('application/json', '{"grant_type":"client_credentials"}'), BAD],
    ['plain text', typed('text/plain'), BAD],
    ['multipart', typed('multipart/form-data; boundary=x'), BAD],

    ['grant_type password', basic('grant_type=password&username=a&password=b'), GRANTLESS],
    ['grant_type unknown', basic('grant_type=anything'), GRANTLESS],
    ['grant_type in capitals', basic('grant_type=CLIENT_CREDENTIALS'), GRANTLESS],
    ['grant_type with a blank', basic(`${GRANT}+`), GRANTLESS],
    ['grant_type implicit', basic('grant_type=implicit'), GRANTLESS],

    ['a scope the client lacks', basic(`${GRANT}&scope=staff.sync`), SCOPE],
    ['one scope it has and one it lacks', basic(`${GRANT}&scope=staff.read+staff.sync`), SCOPE],
    ['a scope with a quote', basic(`${GRANT}&scope=%22staff.read%22`), SCOPE],

    [
      'a scope that nobody knows',
      basic(`${GRANT}&scope=everything`),
      OK,
      { answer: SCOPE, because: 'API.md, Conventions: nothing is dropped silently' },
    ],
    [
      'an unknown parameter twice',
      basic(`${GRANT}&colour=red&colour=blue`),
      OK,
      { answer: BAD, because: 'RFC 6749 §3.2: no parameter more than once' },
    ],
    ['a broken escape in the body', form(`${GRANT}&client_id=${clientId}&client_secret=%zz`), UNKNOWN],
    [
      'another charset',
      typed('application/x-www-form-urlencoded; charset=ISO-8859-1'),
      OK,
      { answer: BAD, because: 'RFC 6749 appendix B: the form is UTF-8' },
    ],
  ];
  return cases.map(([name, request, answer, campus]) => ({
    name,
    request,
    answer,
    ...(campus && { campus }),
  }));
}
