import { Marked } from 'marked';

/**
 * The rules as the body of an HTML page. A heading's anchor is the one that GitHub gives it, so the same link works in
 * both places. Comments are notes for us and are left out; other pages are not served, so links to them
 * become text.
 *
 * @param {string} markdown of docs/rules.md
 */
export function rulesPage(markdown) {
  const marked = new Marked({
    renderer: {
      heading({ tokens, depth, text }) {
        const id = text
          .toLowerCase()
          .replaceAll(/[^\w -]/g, '')
          .replaceAll(' ', '-');
        const label = this.parser.parseInline(tokens);
        return `<h${depth} id="${id}">${depth === 1 ? label : `<a href="#${id}">${label}</a>`}</h${depth}>\n`;
      },
      link({ href, tokens }) {
        const label = this.parser.parseInline(tokens);
        return href.startsWith('#') ? `<a href="${href}">${label}</a>` : label;
      },
    },
  });
  return marked.parse(markdown.replaceAll(/<!--.*?-->\n*/gs, ''), { async: false });
}

/**
 * The module that serves it: one line of HTML a line of code, so that a change can be read.
 *
 * @param {string} markdown of docs/rules.md
 */
export function rulesModule(markdown) {
  const html = rulesPage(markdown).replaceAll(/[\\`]|\$\{/g, '\\$&');
  return `/** Made from docs/rules.md: \`node bin/docs/make-rules-page.mjs\`. */\nexport const RULES_HTML = \`\n${html}\`;\n`;
}
