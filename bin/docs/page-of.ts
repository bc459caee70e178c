import { Marked } from 'marked';
import type { GuidePath } from '../../lib/http/openapi/navigation.ts';
import type { PageHtml } from '../../lib/http/openapi/page-endpoint.ts';
import { API_PATH } from '../../lib/http/paths.ts';

/** The pages of docs/ that Campus serves, by their files, and below which path of the API. */
export const SERVED: Record<string, GuidePath> = {
  'docs/vendors/first-synchronization.md': 'docs/first-synchronization',
  'docs/vendors/best-practices.md': 'docs/best-practices',
  'docs/vendors/errors.md': 'docs/errors',
  'docs/vendors/campus-hr.md': 'docs/campus-hr',
  'docs/rules.md': 'rules',
};

/**
 * A page of docs/ as the body of an HTML page. A heading's anchor is the one that GitHub gives it, so the same link works
 * in both places. Comments are notes for us and are left out. Links to pages that are not served become text.
 *
 * @param path of the file, from the checkout, such as `docs/rules.md`
 */
export function pageOf(path: string, markdown: string): PageHtml {
  let title = '';
  const headings: { id: string; text: string }[] = [];
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }) {
        const id = anchorOf(text);
        const label = this.parser.parseInline(tokens);
        const plain = label.replaceAll(/<[^>]+>/g, '');
        if (depth === 1) title = plain;
        if (depth === 2) headings.push({ id, text: plain });
        return `<h${depth} id="${id}">${depth === 1 ? label : `<a href="#${id}">${label}</a>`}</h${depth}>\n`;
      },
      // A wide block scrolls by itself, also by keyboard.
      code({ text }) {
        return `<div class="code"><pre tabindex="0"><code>${escaped(text)}</code></pre></div>\n`;
      },
      link({ href, tokens }) {
        const label = this.parser.parseInline(tokens);
        const served = servedAt(path, href);
        return served === undefined ? label : `<a href="${served}">${label}</a>`;
      },
    },
  });
  const html = marked.parse(markdown.replaceAll(/<!--.*?-->\n*/gs, ''), { async: false });
  return { title, html, headings };
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replaceAll(/[^\w -]/g, '')
    .replaceAll(' ', '-');

/** Where a link of the page leads in Campus; undefined if Campus does not serve it. */
function servedAt(path: string, href: string): string | undefined {
  if (href.startsWith('#') || href.startsWith('https:')) return href;
  const { pathname, hash } = new URL(href, `file:///${path}`);
  const served = SERVED[pathname.slice(1)];
  return served === undefined ? undefined : `${API_PATH}/${served}${hash}`;
}

/** The module that holds a page: one line of HTML a line of code, so that a change can be read. */
export function moduleOf(path: string, markdown: string): string {
  const { title, html, headings } = pageOf(path, markdown);
  return [
    "import type { PageHtml } from '../page-endpoint.ts';",
    '',
    `/** Made from ${path}: \`node bin/docs/make-pages.ts\`. */`,
    'export const PAGE: PageHtml = {',
    `title: ${JSON.stringify(title)},`,
    `headings: ${JSON.stringify(headings, null, 1)},`,
    `html: \`\n${html.replaceAll(/[\\`]|\$\{/g, '\\$&')}\`,`,
    '};',
    '',
  ].join('\n');
}

/** The file of a page's module. */
export const moduleFile = (path: string): string =>
  `lib/http/openapi/pages/${(SERVED[path] as string).replace('docs/', '')}.ts`;
