import { beginFactor } from '../../../lib/account/begin-second-factor.ts';
import { changePassword } from '../../../lib/account/change-password.ts';
import { readAccount } from '../../../lib/account/own-account.ts';
import {
  accountSchema,
  codeSchema,
  confirmSchema,
  factorKeySchema,
  ownPasswordSchema,
} from '../../../lib/account/schema.ts';
import { turnOffFactor } from '../../../lib/account/turn-off-factor.ts';
import { turnOnFactor } from '../../../lib/account/turn-on-factor.ts';
import { confirmPassword } from '../../../lib/auth/confirm-password.ts';
import { endpoint, json, reply } from '../../../lib/http/endpoint.ts';

const access = { right: 'any' } as const;
const confirmed = { ...access, confirmed: true } as const;

const getAccount = endpoint({
  method: 'GET',
  path: '/account',
  access,
  summary: 'Your account',
  description: 'The signed-in user’s own.',
  answers: { 200: accountSchema },
  verb: async (ctx) => reply(200, await readAccount(ctx)),
});

const postConfirm = endpoint({
  method: 'POST',
  path: '/account/confirm',
  access,
  summary: 'Enter your password again',
  description:
    'Needed for calls that answer 409 with `passwordNeeded`, once in ten minutes. A user with a second factor also sends a code.',
  body: json(confirmSchema),
  answers: { 204: null },
  async verb(ctx, { body }) {
    await confirmPassword(ctx, body);
    return reply(204, null);
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
    await changePassword(ctx, body);
    return reply(204, null);
  },
});

const postFactor = endpoint({
  method: 'POST',
  path: '/account/second-factor',
  access: confirmed,
  summary: 'Set up a second factor',
  description:
    'A key for an authenticator app (RFC 6238), shown once. It takes effect when its first code is sent.',
  answers: { 200: factorKeySchema },
  verb: async (ctx) => reply(200, await beginFactor(ctx)),
});

const postOn = endpoint({
  method: 'POST',
  path: '/account/second-factor/on',
  access: confirmed,
  summary: 'Turn the second factor on',
  description: 'With a first code.',
  body: json(codeSchema),
  answers: { 200: accountSchema },
  verb: async (ctx, { body }) => reply(200, await turnOnFactor(ctx, body)),
});

const postOff = endpoint({
  method: 'POST',
  path: '/account/second-factor/off',
  access: confirmed,
  summary: 'Turn the second factor off',
  description: 'With a code.',
  body: json(codeSchema),
  answers: { 200: accountSchema },
  verb: async (ctx, { body }) => reply(200, await turnOffFactor(ctx, body)),
});

export const accountEndpoints = [getAccount, postConfirm, postPassword, postFactor, postOn, postOff];
