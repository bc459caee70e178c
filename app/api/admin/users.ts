import { z } from 'zod';
import { endpoint, json, reply } from '../../../lib/http/endpoint.ts';
import { editUser } from '../../../lib/users/edit-user.ts';
import { inviteUser } from '../../../lib/users/invite-user.ts';
import { listUsers } from '../../../lib/users/list-users.ts';
import { newUser } from '../../../lib/users/new-user.ts';
import { removeSecondFactor } from '../../../lib/users/remove-factor.ts';
import { resetPassword } from '../../../lib/users/reset-password.ts';
import {
  invitationSchema,
  newPasswordSchema,
  newUserSchema,
  signInPolicyEditSchema,
  signInPolicySchema,
  userEditSchema,
  userSchema,
  usersAsked,
  usersFoundSchema,
  userWithInvitationSchema,
} from '../../../lib/users/schema.ts';
import { setSignInPolicy } from '../../../lib/users/set-sign-in-policy.ts';
import { readSignInPolicy } from '../../../lib/users/sign-in-policy.ts';

const access = { right: 'User Security' } as const;
const confirmed = { ...access, confirmed: true } as const;
const params = z.object({ id: z.uuid() });

const getUsers = endpoint({
  method: 'GET',
  path: '/users',
  access,
  summary: 'Users',
  description: 'Who may sign in, and their tool rights.',
  query: usersAsked,
  answers: { 200: usersFoundSchema },
  verb: async (ctx, { query }) => reply(200, await listUsers(ctx, query)),
});

const postUser = endpoint({
  method: 'POST',
  path: '/users',
  access: confirmed,
  summary: 'New user',
  description:
    'With a temporary password, 15 to 128 characters and no common one, or without one: they then choose it by a link, which Campus sends to their e-mail address, or whose token is in the answer.',
  body: json(newUserSchema),
  answers: { 201: userWithInvitationSchema },
  verb: async (ctx, { body }) => reply(201, await newUser(ctx, body)),
});

const putUser = endpoint({
  method: 'PUT',
  path: '/users/{id}',
  access: confirmed,
  summary: 'Edit a user',
  description:
    'Name, tool rights, and whether they are disabled: all of them. An e-mail address that is left out stays. Nobody can lock themselves out.',
  params,
  body: json(userEditSchema),
  answers: { 200: userSchema },
  verb: async (ctx, { params, body: edit }) => reply(200, await editUser(ctx, { id: params.id, edit })),
});

const postPassword = endpoint({
  method: 'POST',
  path: '/users/{id}/password',
  access: confirmed,
  summary: 'Reset password',
  description: 'Signs the user out everywhere.',
  params,
  body: json(newPasswordSchema),
  answers: { 204: null },
  async verb(ctx, { params, body: { password } }) {
    await resetPassword(ctx, { id: params.id, password });
    return reply(204, null);
  },
});

const postInvitation = endpoint({
  method: 'POST',
  path: '/users/{id}/invitation',
  access: confirmed,
  summary: 'Reset password by link',
  description:
    'Signs the user out everywhere. Campus sends a link by which they choose a password to their e-mail address, or its token is in the answer, shown this once.',
  params,
  answers: { 201: invitationSchema },
  verb: async (ctx, { params }) => reply(201, await inviteUser(ctx, params)),
});

const postRemoveFactor = endpoint({
  method: 'POST',
  path: '/users/{id}/second-factor/remove',
  access: confirmed,
  summary: 'Remove the second factor',
  description: 'For somebody whose phone is lost.',
  params,
  answers: { 200: userSchema },
  verb: async (ctx, { params }) => reply(200, await removeSecondFactor(ctx, params)),
});

const getPolicy = endpoint({
  method: 'GET',
  path: '/sign-in-policy',
  access,
  summary: 'What is asked at sign-in',
  description: 'Whether the district requires a second factor, and how many users have none.',
  answers: { 200: signInPolicySchema },
  verb: async (ctx) => reply(200, await readSignInPolicy(ctx)),
});

const putPolicy = endpoint({
  method: 'PUT',
  path: '/sign-in-policy',
  access: confirmed,
  summary: 'Require a second factor',
  description:
    'Of every user, from their next click on; needs a second factor of the admin’s own. Until then a user’s other calls answer 403 with `secondFactorNeeded`.',
  body: json(signInPolicyEditSchema),
  answers: { 200: signInPolicySchema },
  verb: async (ctx, { body }) => reply(200, await setSignInPolicy(ctx, body)),
});

export const userEndpoints = [
  getPolicy,
  putPolicy,
  getUsers,
  postUser,
  putUser,
  postPassword,
  postInvitation,
  postRemoveFactor,
];
