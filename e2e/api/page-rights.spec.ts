import { globSync } from 'node:fs';
import { join } from 'node:path';
import { isPage, rightsOf } from '../../components/shell/pages.ts';
import { TOOL_RIGHTS, type ToolRight } from '../../lib/access/rights.ts';
import { openSession } from '../../lib/auth/open-session.ts';
import { SESSION_COOKIE } from '../../lib/auth/session-cookie.ts';
import { insertUser } from '../../lib/auth/testing/user.ts';
import type { Context } from '../../lib/context.ts';
import { expect, test } from '../fixtures.ts';

const APP = join(import.meta.dirname, '../../app/(campus)');
const NOBODY = '01900000-0000-7000-8000-000000000000';

/** Every page there is, by its file; an address for each. */
const paths = globSync('**/page.tsx', { cwd: APP })
  .filter((file) => !file.includes('[...'))
  .map((file) => `/${file.replace(/\/?page\.tsx$/, '').replaceAll(/\[\w+\]/g, NOBODY)}`)
  .sort();

/** A cookie of somebody who has this right and no other. */
async function cookieWith(ctx: Context, right: ToolRight | undefined): Promise<string> {
  const userId = await insertUser(ctx, {
    username: right?.replaceAll(' ', '-') ?? 'none',
    rights: right ? [right] : [],
  });
  const value = await ctx.db.inDistrict(ctx.district.id, (tx) =>
    openSession(tx, { district: ctx.district, userId, address: '192.0.2.7', now: new Date() }),
  );
  return `${SESSION_COOKIE}=${value}`;
}

test('every page × every right: 403 without, never with it; a stranger is sent to sign in', async ({
  product,
  district: { ctx },
}) => {
  test.setTimeout(180_000);
  expect(paths).toEqual(
    expect.arrayContaining(['/', '/admin/users', '/business-office/credentials', '/staff']),
  );
  const get = (path: string, cookie?: string) =>
    fetch(product.baseUrl + (path === '/' ? '' : path), {
      redirect: 'manual',
      headers: cookie ? { cookie } : {},
    });
  for (const path of paths) {
    expect(isPage(path), `${path} is in the menu, or under a page that is`).toBe(true);
    expect((await get(path)).status, path).toBe(307);
  }
  for (const right of [undefined, ...TOOL_RIGHTS]) {
    const cookie = await cookieWith(ctx, right);
    for (const path of paths) {
      const wanted = rightsOf(path);
      const opens = wanted.length === 0 || (right !== undefined && wanted.includes(right));
      const { status } = await get(path, cookie);
      const at = `${path} with ${right}`;
      if (opens) expect([at, [200, 404].includes(status)]).toEqual([at, true]);
      else expect([at, status]).toEqual([at, 403]);
    }
  }
});
