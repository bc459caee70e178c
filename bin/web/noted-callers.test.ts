import { expect, test } from 'vitest';
import { isCaller } from './noted-callers.ts';

test.each([
  ['GET', '/campus'],
  ['GET', '/campus/staff?search=pat&_rsc=1a2b'],
  ['POST', '/campus/api/admin/staff/search'],
  ['POST', '/campus/api/auth/callback/credentials'],
  ['GET', '/campus/api/businessOfficeIntegration/staffMembers/10058'],
  ['PUT', '/campus/api/businessOfficeIntegration/staffMembers/10058'],
])('a commit gives way to %s %s', (method, target) => {
  expect(isCaller(method, target)).toBe(true);
});

test.each([
  ['GET', '/campus/_next/static/chunks/main.js'],
  ['GET', '/campus/api/health/ready'],
  ['POST', '/campus/oauth2/token?appName=elm'],
  ['POST', '/campus/api/businessOfficeIntegration/staffMembers/sync/transfer'],
  ['GET', '/campus/api/businessOfficeIntegration/staffMembers/sync/commitJobStatus'],
  ['GET', '/campus/api/admin/messages?page=1'],
  ['GET', '/campus/api/operator/installation'],
  ['GET', '/robots.txt'],
])('a commit does not give way to %s %s, which a client or page asks by itself', (method, target) => {
  expect(isCaller(method, target)).toBe(false);
});
