import { expect, test } from 'vitest';
import { personOf } from './person-of.ts';
import type { ProviderSettings } from './schema.ts';

const settings: ProviderSettings = {
  connection: { protocol: 'oidc', issuer: 'https://login.example.org', clientId: 'c', scopes: 'openid' },
  claims: { username: 'preferred_username', name: 'name', email: 'email', groups: 'groups' },
  linksByUsername: false,
  groups: [
    { group: 'office', rights: ['Staff'] },
    { group: 'admins', rights: ['User Security', 'Staff'] },
  ],
};

test('the rights of all groups together, each once, in the order of the rights', () => {
  const { rights, admitted } = personOf(settings, { groups: ['admins', 'pupils', 'office'] });
  expect([rights, admitted]).toEqual([['Staff', 'User Security'], true]);
});

test.each<[unknown, string]>([
  ['Office', 'other capitals'],
  [['off'], 'a part of the name'],
  [{ office: true }, 'no text'],
  [undefined, 'nothing'],
])('%j admits nobody: %s', (groups, _) => {
  expect(personOf(settings, { groups })).toMatchObject({ rights: [], admitted: false });
});

test('a claim with one text is a list of it: Google’s hd', () => {
  const google = {
    ...settings,
    claims: { ...settings.claims, groups: 'hd' },
    groups: [{ group: 'isd.example.org', rights: ['Staff' as const] }],
  };
  expect(personOf(google, { hd: 'isd.example.org' }).rights).toEqual(['Staff']);
  expect(personOf(google, { hd: 'evil.example.org' }).admitted).toBe(false);
});

test('an e-mail address counts only once the provider has verified it', () => {
  const email = 'pat@example.org';
  expect(personOf(settings, { email }).email).toBeNull();
  expect(personOf(settings, { email, email_verified: 'true' }).email).toBeNull();
  expect(personOf(settings, { email, email_verified: true }).email).toBe(email);
});

test('without a name the given and family names are one', () => {
  expect(personOf(settings, { given_name: 'Ada', family_name: 'Byron' }).name).toBe('Ada Byron');
  expect(personOf(settings, {}).name).toBeNull();
});
