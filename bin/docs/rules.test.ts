import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { rulesEndpoint } from '../../lib/http/openapi/rules-endpoint.ts';
import { checkout } from '../data-folder.ts';
import { rulesModule, rulesPage } from './rules-page.mjs';

const markdown = readFileSync(join(checkout, 'docs/rules.md'), 'utf8');
const ids = [...markdown.matchAll(/^#{3,4} ([A-Z]+-\d+[a-z]?)$/gm)].map(([, id]) => id as string);

test('every rule that the code names is among the rules', () => {
  const sources = globSync('{app,bin,components,db,lib}/**/*.{ts,tsx}', { cwd: checkout }).filter(
    (path) => !/\.test\.tsx?$|\/testing\//.test(path),
  );
  const sections = [...new Set(ids.map((id) => id.split('-')[0]))].join('|');
  const named = new RegExp(`\\b(?:${sections})-\\d+[a-z]?\\b`, 'g');
  const unknown = sources.flatMap((path) =>
    (readFileSync(join(checkout, path), 'utf8').match(named) ?? [])
      .filter((id) => !ids.includes(id))
      .map((id) => `${path}: ${id}`),
  );
  expect(unknown).toEqual([]);
});

test('the page of the rules is made from docs/rules.md as it is now', () => {
  expect(readFileSync(join(checkout, 'lib/http/openapi/rules-html.ts'), 'utf8')).toBe(rulesModule(markdown));
});

test('anyone can read the rules, each at its anchor; the policy allows nothing but their style', async () => {
  const server = { now: () => new Date(), log: { info: () => {} } } as unknown as Parameters<
    typeof rulesEndpoint
  >[0];
  const answer = await rulesEndpoint(
    server,
    new Request('http://campus/campus/api/businessOfficeIntegration/rules'),
  );
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(answer.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; style-src 'sha256-[^']+'; /,
  );
  const html = await answer.text();
  expect(ids).toContain('POS-13c');
  expect(ids.filter((id) => !html.includes(` id="${id.toLowerCase()}"`))).toEqual([]);
  expect(html).not.toMatch(/<!--|<script|style="/);
});

test('notes and links to pages that are not served are left out of the page', () => {
  expect(rulesPage('## ID-1\n\n<!-- later -->\n\nSee [ID-2](#id-2), [errors](vendors/errors.md).\n')).toBe(
    '<h2 id="id-1"><a href="#id-1">ID-1</a></h2>\n<p>See <a href="#id-2">ID-2</a>, errors.</p>\n',
  );
});
