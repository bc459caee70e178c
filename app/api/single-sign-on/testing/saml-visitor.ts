import { expect } from 'vitest';
import { textRows } from '../../../../db/sql-text.ts';
import { testDistrict } from '../../../../db/testing/district.ts';
import type { Context } from '../../../../lib/context.ts';
import { type TestServer, testServer } from '../../../../lib/http/testing/vendor.ts';
import { forgeSamlAnswer, type SamlForgery } from '../../../../lib/single-sign-on/testing/forged-saml.ts';
import { insertSamlProvider } from '../../../../lib/single-sign-on/testing/provider.ts';
import { type Landing, testBrowser } from './browser.ts';

interface User {
  username: string;
  email: string | null;
  rights: string[];
}
type Browser = ReturnType<typeof testBrowser>;

/** A district with the forged SAML provider, and somebody who signs in there. */
export interface SamlVisitor {
  server: TestServer;
  ctx: Context;
  sql<T extends object>(text: string): Promise<T[]>;
  users(): Promise<User[]>;
  /** @returns where Campus sends the browser */
  start(browser?: Browser): Promise<{ browser: Browser; url: string }>;
  /** A sign-in with an answer that differs from a good one. */
  signIn(forgery?: SamlForgery): Promise<{ browser: Browser; landing: Landing }>;
  /** Why an answer was refused, as the audit log has it; nobody may have come in by it. */
  refusalOf(forgery: SamlForgery): Promise<{ problem: string | null; reason: string }>;
}

export async function samlVisitor(): Promise<SamlVisitor> {
  const server = testServer();
  server.clock.now = new Date();
  const ctx = await testDistrict({ now: server.clock.now });
  await insertSamlProvider(ctx);
  const sql = <T extends object>(text: string) =>
    ctx.db.inDistrict(ctx.district.id, (tx) => textRows<T>(tx, text, [tx.districtId]));
  const users = () =>
    sql<User>(
      `select username, email, array(select t.right from tool_right t where t.district_id = $1 and t.user_id = u.id
         order by 1) as rights from app_user u where district_id = $1 order by username`,
    );
  const start = async (browser = testBrowser(server)) => ({
    browser,
    url: (await browser.start(ctx.district.appName)).to.href,
  });
  async function signIn(forgery: SamlForgery = {}) {
    const { browser, url } = await start();
    return { browser, landing: await browser.answer(forgeSamlAnswer(url, forgery)) };
  }
  async function refusalOf(forgery: SamlForgery) {
    const { browser, landing } = await signIn(forgery);
    expect(landing.to.pathname).toBe('/campus/sign-on-problem');
    expect([browser.session(), await users()]).toEqual([undefined, []]);
    const [event] = await sql<{ detail: { reason: string } }>(
      `select detail from audit_event where district_id = $1 and action = 'single-sign-on.refused'`,
    );
    return { problem: landing.problem, reason: event?.detail.reason ?? '' };
  }
  return { server, ctx, sql, users, start, signIn, refusalOf };
}
