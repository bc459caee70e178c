import { z } from 'zod';
import type { Context } from '../../../lib/context.ts';
import { Conflict } from '../../../lib/failure.ts';
import { endpoint, json, reply } from '../../../lib/http/endpoint.ts';
import { beginVisit } from '../../../lib/single-sign-on/begin-visit.ts';
import { setBrowserCookie } from '../../../lib/single-sign-on/browser-cookie.ts';
import { PROBLEMS, VisitProblem } from '../../../lib/single-sign-on/problems.ts';
import { readProviderMetadata } from '../../../lib/single-sign-on/read-provider-metadata.ts';
import { readSingleSignOn } from '../../../lib/single-sign-on/read-single-sign-on.ts';
import { readTest } from '../../../lib/single-sign-on/read-test.ts';
import { saveProvider } from '../../../lib/single-sign-on/save-provider.ts';
import {
  departureSchema,
  metadataFoundSchema,
  metadataSourceSchema,
  providerEditSchema,
  signOnStateSchema,
  singleSignOnSchema,
  testFoundSchema,
} from '../../../lib/single-sign-on/schema.ts';
import { setSignOnState } from '../../../lib/single-sign-on/set-state.ts';
import { unlinkSignOn } from '../../../lib/single-sign-on/unlink-user.ts';

const access = { right: 'User Security' } as const;
const confirmed = { ...access, confirmed: true } as const;
const params = z.object({ id: z.uuid() });

/** Where the page sends the browser, which gets a cookie that it has to bring back. */
async function depart(ctx: Context, visit: Parameters<typeof beginVisit>[1]) {
  try {
    const { url, browserToken } = await beginVisit(ctx, visit);
    return reply(200, { url }, { setCookie: (https: boolean) => setBrowserCookie(browserToken, https) });
  } catch (error) {
    if (!(error instanceof VisitProblem)) throw error;
    throw new Conflict(error.reason ?? PROBLEMS[error.problem]);
  }
}

const getSignOn = endpoint({
  method: 'GET',
  path: '/single-sign-on',
  access,
  summary: 'Single Sign-On',
  description: 'How the district’s users sign in at its identity provider; never the client secret.',
  answers: { 200: singleSignOnSchema },
  verb: async (ctx) => reply(200, await readSingleSignOn(ctx)),
});

const putSignOn = endpoint({
  method: 'PUT',
  path: '/single-sign-on',
  access: confirmed,
  summary: 'Save the identity provider',
  description:
    'Without a secret the kept one stays, unless it would be sent to another provider. Another connection has to be tested again. Audited.',
  body: json(providerEditSchema),
  answers: { 200: singleSignOnSchema },
  verb: async (ctx, { body }) => reply(200, await saveProvider(ctx, body)),
});

const putState = endpoint({
  method: 'PUT',
  path: '/single-sign-on/state',
  access: confirmed,
  summary: 'Switch single sign-on',
  description:
    'On needs a test that succeeded; passwords off needs an emergency admin with a password and a second factor. Audited.',
  body: json(signOnStateSchema),
  answers: { 200: singleSignOnSchema },
  verb: async (ctx, { body }) => reply(200, await setSignOnState(ctx, body)),
});

const postMetadata = endpoint({
  method: 'POST',
  path: '/single-sign-on/metadata',
  access: confirmed,
  summary: 'Read a SAML provider’s metadata',
  description: 'Pasted, or from an address. Nothing is saved.',
  body: json(metadataSourceSchema),
  answers: { 200: metadataFoundSchema },
  verb: async (ctx, { body }) => reply(200, await readProviderMetadata(ctx, body)),
});

const postTest = endpoint({
  method: 'POST',
  path: '/single-sign-on/test',
  access: confirmed,
  summary: 'Test connection',
  description:
    'A real sign-in of the admin at the identity provider, which changes nobody. Afterwards the page shows what arrived.',
  answers: { 200: departureSchema },
  verb: (ctx) => depart(ctx, { purpose: 'test', returnTo: '/admin/single-sign-on' }),
});

const getTest = endpoint({
  method: 'GET',
  path: '/single-sign-on/tests/{id}',
  access,
  summary: 'What a test sign-in brought',
  description: 'The claims, and which user and tool rights they lead to. Only for who tested, for a day.',
  params,
  answers: { 200: testFoundSchema },
  verb: async (ctx, { params }) => reply(200, await readTest(ctx, params)),
});

const deleteLink = endpoint({
  method: 'DELETE',
  path: '/users/{id}/single-sign-on',
  access: confirmed,
  summary: 'Unlink a user',
  description: 'From the account of the identity provider. The user is signed out everywhere. Audited.',
  params,
  answers: { 204: null },
  async verb(ctx, { params }) {
    await unlinkSignOn(ctx, params);
    return reply(204, null);
  },
});

const postConfirm = endpoint({
  method: 'POST',
  path: '/account/single-sign-on/confirm',
  access: { right: 'any' },
  summary: 'Sign in again by single sign-on',
  description: 'Needed for calls that answer 409 with `signOnNeeded`, once in ten minutes.',
  answers: { 200: departureSchema },
  verb: (ctx) => depart(ctx, { purpose: 'confirm', returnTo: '/sign-on-done' }),
});

const postLink = endpoint({
  method: 'POST',
  path: '/account/single-sign-on/link',
  access: { right: 'any', confirmed: true },
  summary: 'Link your user with single sign-on',
  description: 'With the account that you then sign in with at the identity provider.',
  answers: { 200: departureSchema },
  verb: (ctx) => depart(ctx, { purpose: 'link', returnTo: '/account' }),
});

export const singleSignOnEndpoints = [
  getSignOn,
  putSignOn,
  putState,
  postMetadata,
  postTest,
  getTest,
  deleteLink,
  postConfirm,
  postLink,
];
