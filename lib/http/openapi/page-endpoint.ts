import type { Handle } from '../every-method.ts';
import { htmlPage } from './html-page.ts';
import type { GuidePath } from './navigation.ts';

export interface PageHtml {
  title: string;
  html: string;
  /** The sections, for the list beside the page. */
  headings: readonly { id: string; text: string }[];
}

/** `GET …/rules` and `GET …/docs/…`: a page of the documentation, for anyone. */
export const pageEndpoint = (path: GuidePath, { title, html, headings }: PageHtml): Handle =>
  htmlPage({
    path,
    title: `${title} · Business Office Integration`,
    styles: ['documentation/navigation.css', 'documentation/page.css'],
    scripts: html.includes('<pre ') ? ['documentation/copy.js'] : [],
    body: `<div class="columns">
${sections(headings)}<main>${html}</main>
</div>`,
    policy: ["style-src 'self'", "img-src 'self'"],
  });

const sections = (headings: PageHtml['headings']): string =>
  headings.length === 0
    ? ''
    : `<nav class="sections" aria-label="On this page"><p>On this page</p><ul>
${headings.map(({ id, text }) => `<li><a href="#${id}">${text}</a></li>`).join('\n')}
</ul></nav>
`;
