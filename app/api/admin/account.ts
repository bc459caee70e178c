import { z } from 'zod';
import { beginFactor } from '../../../lib/account/begin-second-factor.ts';
import { changePassword } from '../../../lib/account/change-password.ts';
import { endOtherSessions, endOwnSession } from '../../../lib/account/end-own-sessions.ts';
import { readAccount } from '../../../lib/account/own-account.ts';
import { ownSessions } from '../../../lib/account/own-sessions.ts';
import { replaceRecoveryCodes } from '../../../lib/account/replace-recovery-codes.ts';
import {
  accountSchema,
  accountWithCodesSchema,
  codeSchema,
  confirmSchema,
  factorKeySchema,
  ownPasswordSchema,
  ownSessionsSchema,
} from '../../../lib/account/schema.ts';
import { turnOffFactor } from '../../../lib/account/turn-off-factor.ts';
import { turnOnFactor } from '../../../lib/account/turn-on-factor.ts';
import { confirmPassword } from '../../../lib/auth/confirm-password.ts';
import { setSessionCookie } from '../../../lib/auth/session-cookie.ts';
import { endpoint, json, reply } from '../../../lib/http/endpoint.ts';
import { readMailChoices, saveMailChoices, saveOwnEmail } from '../../../lib/mail/choices.ts';
import { mailChoicesSchema, mailTypesSchema, ownEmailSchema } from '../../../lib/mail/schema.ts';

const access = { right: 'any' } as const;
const withCookie = (value: string) => ({
  setCookie: (https: boolean) => setSessionCookie(value, https),
});
const confirmed = { ...access, confirmed: true } as const;
const beforeFactor = { beforeFactor: true } as const;

const getAccount = endpoint({
  method: 'GET',
  path: '/account',
  access: { ...access, ...beforeFactor },
  summary: 'Your account',
  description: 'The signed-in user’s own.',
  answers: { 200: accountSchema },
  verb: async (ctx) => reply(200, await readAccount(ctx)),
});

const postConfirm = endpoint({
  method: 'POST',
  path: '/account/confirm',
  access: { ...access, ...beforeFactor },
  summary: 'Enter your password again',
  description:
    'Needed for calls that answer 409 with `passwordNeeded`, once in ten minutes. A user with a second factor also sends a code. The answer sets a new session cookie; the old one ends ten seconds later.',
  body: json(confirmSchema),
  answers: { 204: null },
  async verb(ctx, { body }) {
    return reply(204, null, withCookie(await confirmPassword(ctx, body)));
  },
});

const postPassword = endpoint({
  method: 'POST',
  path: '/account/password',
  access,
  summary: 'Change your password',
  description:
    'Needs the current password, and a code from a user with a second factor. Every other sign-in of yours ends.',
  body: json(ownPasswordSchema),
  answers: { 204: null },
  async verb(ctx, { body }) {
    return reply(204, null, withCookie(await changePassword(ctx, body)));
  },
});

const postFactor = endpoint({
  method: 'POST',
  path: '/account/second-factor',
  access: { ...confirmed, ...beforeFactor },
  summary: 'Set up a second factor',
  description:
    'A key for an authenticator app (RFC 6238), shown once. It takes effect when its first code is sent.',
  answers: { 200: factorKeySchema },
  verb: async (ctx) => reply(200, await beginFactor(ctx)),
});

const postOn = endpoint({
  method: 'POST',
  path: '/account/second-factor/on',
  access: { ...confirmed, ...beforeFactor },
  summary: 'Turn the second factor on',
  description: 'With a first code. The answer shows ten recovery codes, this once.',
  body: json(codeSchema),
  answers: { 200: accountWithCodesSchema },
  verb: async (ctx, { body }) => reply(200, await turnOnFactor(ctx, body)),
});

const postOff = endpoint({
  method: 'POST',
  path: '/account/second-factor/off',
  access: confirmed,
  summary: 'Turn the second factor off',
  description: 'With a code of the app, or a recovery code.',
  body: json(codeSchema),
  answers: { 200: accountSchema },
  verb: async (ctx, { body }) => reply(200, await turnOffFactor(ctx, body)),
});

const postRecoveryCodes = endpoint({
  method: 'POST',
  path: '/account/recovery-codes',
  access: confirmed,
  summary: 'Get new recovery codes',
  description:
    'Ten codes that each sign you in once without your phone, shown this once. Earlier ones stop working.',
  answers: { 200: accountWithCodesSchema },
  verb: async (ctx) => reply(200, await replaceRecoveryCodes(ctx)),
});

const getSessions = endpoint({
  method: 'GET',
  path: '/account/sessions',
  access,
  summary: 'Where you are signed in',
  description: 'The most recently used first.',
  answers: { 200: ownSessionsSchema },
  verb: async (ctx) => reply(200, { data: await ownSessions(ctx) }),
});

const postEndSession = endpoint({
  method: 'POST',
  path: '/account/sessions/{id}/end',
  access: confirmed,
  summary: 'Sign out in one place',
  description: 'Its cookie stops working at once.',
  params: z.object({ id: z.uuid() }),
  answers: { 204: null },
  async verb(ctx, { params }) {
    await endOwnSession(ctx, params);
    return reply(204, null);
  },
});

const postEndOthers = endpoint({
  method: 'POST',
  path: '/account/sessions/end-others',
  access: confirmed,
  summary: 'Sign out everywhere else',
  description: 'All of your sessions end but the one that asks.',
  answers: { 204: null },
  async verb(ctx) {
    await endOtherSessions(ctx);
    return reply(204, null);
  },
});

const getMail = endpoint({
  method: 'GET',
  path: '/account/mail',
  access,
  summary: 'What you get by e-mail',
  description: 'The signed-in user’s own choice, and the address.',
  answers: { 200: mailChoicesSchema },
  verb: async (ctx) => reply(200, await readMailChoices(ctx)),
});

const putMail = endpoint({
  method: 'PUT',
  path: '/account/mail',
  access,
  summary: 'Choose what you get by e-mail',
  description: 'All types that you want; the others are turned off.',
  body: json(mailTypesSchema),
  answers: { 200: mailChoicesSchema },
  verb: async (ctx, { body }) => reply(200, await saveMailChoices(ctx, body)),
});

const putAddress = endpoint({
  method: 'PUT',
  path: '/account/mail/address',
  access: confirmed,
  summary: 'Change your e-mail address',
  description: 'Links to choose a password go there, too. Empty for none.',
  body: json(ownEmailSchema),
  answers: { 200: mailChoicesSchema },
  verb: async (ctx, { body }) => reply(200, await saveOwnEmail(ctx, body)),
});

export const accountEndpoints = [
  getMail,
  putMail,
  putAddress,
  getAccount,
  postConfirm,
  postPassword,
  postFactor,
  postOn,
  postOff,
  postRecoveryCodes,
  getSessions,
  postEndSession,
  postEndOthers,
];
