/**
 * Hostile requests against a fresh instance: `node bench/attack.ts [--short]`, or `npm run attack`. Starts the built product
 * on an embedded Postgres with two districts and counts, by kind, what was tried and what was answered otherwise than it
 * must be. One JSON line; ends with 1 if anything was. What one caller's load does to others is bench/attack-bounds.ts.
 */
import { attackAuthorization, attackCrossSite } from './attack/authorization.ts';
import { noFindings } from './attack/findings.ts';
import { attackParsing, attackPaths, attackSsnBudget, attackTexts } from './attack/hostile-texts.ts';
import { attackOAuth } from './attack/oauth.ts';
import { attackSignIn } from './attack/sign-in.ts';
import { openTarget } from './attack/target.ts';
import { attackTenancy } from './attack/tenancy.ts';
import { DatabaseServer } from './databases.ts';
import { load, machine } from './machine.ts';
import { build } from './processes.ts';

const short = process.argv.includes('--short');

await build();
const server = await DatabaseServer.embedded();
try {
  const target = await openTarget(server);
  try {
    const began = performance.now();
    const attacks = {
      authorization: attackAuthorization,
      crossSite: attackCrossSite,
      tenancy: attackTenancy,
      oauth: attackOAuth,
      signIn: attackSignIn,
      texts: attackTexts,
      paths: attackPaths,
      parsing: (...[at, findings]: Parameters<typeof attackPaths>) =>
        attackParsing(at, findings, short ? 20 : 1),
      ssnBudget: attackSsnBudget,
    };
    const kinds: Record<string, ReturnType<typeof noFindings>> = {};
    for (const [kind, attack] of Object.entries(attacks)) {
      const findings = noFindings();
      kinds[kind] = findings;
      await attack(target, findings);
    }
    const all = Object.values(kinds);
    const total = (part: 'tried' | 'wrong') => all.reduce((sum, one) => sum + one[part], 0);
    const result = {
      bench: 'attack',
      short,
      seconds: Math.round((performance.now() - began) / 1000),
      tried: total('tried'),
      wrong: total('wrong'),
      kinds,
      machine: machine(),
      load: load(),
    };
    console.log(JSON.stringify(result));
    if (result.wrong > 0) process.exitCode = 1;
  } finally {
    await target.product.stop();
  }
} finally {
  await server.close();
}
