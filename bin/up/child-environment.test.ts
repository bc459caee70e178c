import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { appRoleUrl } from '../../db/app-role.ts';
import { childEnvironment } from './child-environment.ts';

test("web and worker get the app's URL and no password of the owner", () => {
  const ownerUrl = 'postgres://owner:of-the-owner@db.example/campus';
  const environment = childEnvironment({
    PATH: process.env.PATH,
    OWNER_DATABASE_URL: ownerUrl,
    DATABASE_URL: appRoleUrl(ownerUrl, 'of the app'),
    PGPASSWORD: 'of-the-owner',
    CAMPUS_KEY: 'kept',
    NODE_ENV: 'test',
  });
  const seen = execFileSync(process.execPath, ['-p', 'JSON.stringify(process.env)'], { env: environment });
  expect(String(seen)).not.toContain('of-the-owner');
  expect(JSON.parse(String(seen))).toMatchObject({
    DATABASE_URL: 'postgres://campus_app:of%20the%20app@db.example/campus',
    CAMPUS_KEY: 'kept',
    NODE_ENV: 'production',
  });
});
