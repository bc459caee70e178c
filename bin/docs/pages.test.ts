import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { GUIDES } from '../../lib/http/openapi/guides.ts';
import { pageEndpoint } from '../../lib/http/openapi/page-endpoint.ts';
import { checkout } from '../data-folder.ts';
import { anchorsOf } from './links.ts';
import { moduleFile, moduleOf, pageOf, SERVED } from './page-of.ts';

const read = (path: string): string => readFileSync(join(checkout, path), 'utf8');
const ids = [...read('docs/rules.md').matchAll(/^#{3,4} ([A-Z]+-\d+[a-z]?)$/gm)].map(
  ([, id]) => id as string,
);

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

test.each(Object.entries(SERVED))(
  'the page of %s, served at %s, is made from it as it is now',
  (path, served) => {
    expect(read(moduleFile(path))).toBe(moduleOf(path, read(path)));
    expect(GUIDES[served].title).toBe(pageOf(path, read(path)).title);
  },
);

test('every page for vendors is served', () => {
  const pages = globSync('docs/vendors/*.md', { cwd: checkout });
  expect(pages.filter((path) => !SERVED[path])).toEqual([]);
});

test.each(Object.keys(SERVED))(
  'every heading of %s is an anchor, and the list beside it has the sections',
  (path) => {
    const { html, headings, title } = pageOf(path, read(path));
    expect(title).not.toBe('');
    expect([...anchorsOf(read(path))].filter((id) => !html.includes(` id="${id}"`))).toEqual([]);
    expect(headings.map(({ id }) => id)).toEqual([...html.matchAll(/<h2 id="([^"]+)"/g)].map(([, id]) => id));
  },
);

test('anyone can read the rules, each at its anchor; the policy allows only files of Campus', async () => {
  const server = { now: () => new Date(), log: { info: () => {} } } as unknown as Parameters<
    ReturnType<typeof pageEndpoint>
  >[0];
  const answer = await pageEndpoint('rules', pageOf('docs/rules.md', read('docs/rules.md')))(
    server,
    new Request('http://campus/campus/api/businessOfficeIntegration/rules'),
  );
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(answer.headers.get('content-security-policy')).toMatch(
    /^default-src 'none'; script-src 'self'; style-src 'self'; /,
  );
  const html = await answer.text();
  expect(ids).toContain('POS-13c');
  expect(ids.filter((id) => !html.includes(` id="${id.toLowerCase()}"`))).toEqual([]);
  expect(html).not.toMatch(/<!--|<script|style="/);
});

test('a page with code has the script of its buttons, and no other', async () => {
  const path = 'docs/vendors/first-synchronization.md';
  const server = { now: () => new Date(), log: { info: () => {} } } as never;
  const answer = await pageEndpoint('docs/first-synchronization', pageOf(path, read(path)))(
    server,
    new Request('http://campus/campus/api/businessOfficeIntegration/docs/first-synchronization'),
  );
  expect((await answer.text()).match(/<script.*?<\/script>/g)).toEqual([
    '<script src="/campus/documentation/copy.js" defer></script>',
  ]);
});

test('links lead to the served pages; notes and links to other pages are left out', () => {
  expect(
    pageOf(
      'docs/rules.md',
      '## ID-1\n\n<!-- later -->\n\nSee [ID-2](#id-2), [errors](vendors/errors.md#x), [users](admins/users.md).\n',
    ).html,
  ).toBe(
    '<h2 id="id-1"><a href="#id-1">ID-1</a></h2>\n<p>See <a href="#id-2">ID-2</a>, ' +
      '<a href="/campus/api/businessOfficeIntegration/docs/errors#x">errors</a>, users.</p>\n',
  );
});

test('code is shown as written', () => {
  expect(pageOf('docs/rules.md', '```sh\necho "<a>" && ls\n```\n').html).toBe(
    '<div class="code"><pre tabindex="0"><code>echo "&lt;a&gt;" &amp;&amp; ls</code></pre></div>\n',
  );
});
