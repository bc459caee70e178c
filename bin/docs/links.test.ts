import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkout } from '../data-folder.ts';
import { anchorsOf, brokenLinks } from './links.ts';

const pages = globSync(['README.md', '{docs,db,bench,e2e}/**/*.md'], { cwd: checkout }).sort();

test('every link in the documentation leads to a file, and to a heading where it names one', () => {
  expect(pages).toContain(join('docs', 'rules.md'));
  expect(
    pages.flatMap((page) => brokenLinks(join(checkout, page)).map((link) => `${page}: ${link}`)),
  ).toEqual([]);
});

test('every page of the documentation can be reached from the README', () => {
  const linked = new Set<string>();
  const follow = (page: string) => {
    if (linked.has(page)) return;
    linked.add(page);
    for (const [, link = ''] of readFileSync(join(checkout, page), 'utf8').matchAll(
      /\]\(([^)#\s]+)[^)\s]*\)/g,
    )) {
      const target = join(page, '..', link);
      if (pages.includes(target)) follow(target);
    }
  };
  follow('README.md');
  expect(pages.filter((page) => page.startsWith('docs') && !linked.has(page))).toEqual([]);
});

test('a heading’s anchor is the one that GitHub makes', () => {
  expect(anchorsOf('# A, b & C\n## `x`: y\n## Two\n## Two\n```sh\n# none\n```\n')).toEqual(
    new Set(['a-b--c', 'x-y', 'two', 'two-1']),
  );
});
