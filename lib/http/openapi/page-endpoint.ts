import { openCall } from '../call.ts';
import type { Handle } from '../every-method.ts';
import { finished } from '../finished.ts';
import { BASE_PATH } from '../paths.ts';
import { htmlPage } from './html-page.ts';
import { type DocumentationPath, navigation } from './navigation.ts';

export interface PageHtml {
  title: string;
  html: string;
  /** The sections, for the list beside the page. */
  headings: readonly { id: string; text: string }[];
}

/** Only files of the app: no inline script or style, no frame, no form. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];

const FILES = `${BASE_PATH}/documentation`;

const htmlOf = (path: DocumentationPath, { title, html, headings }: PageHtml): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title} · Business Office Integration</title>
<link rel="icon" href="${BASE_PATH}/icon.svg">
<link rel="stylesheet" href="${FILES}/navigation.css">
<link rel="stylesheet" href="${FILES}/page.css">
${html.includes('<pre ') ? `<script src="${FILES}/copy.js" defer></script>\n` : ''}</head>
<body>
${navigation(path)}
<div class="columns">
${sections(headings)}<main>${html}</main>
</div>
</body>
</html>
`;

const sections = (headings: PageHtml['headings']): string =>
  headings.length === 0
    ? ''
    : `<nav class="sections" aria-label="On this page"><p>On this page</p><ul>
${headings.map(({ id, text }) => `<li><a href="#${id}">${text}</a></li>`).join('\n')}
</ul></nav>
`;

/** `GET …/rules` and `GET …/docs/…`: a page of the documentation, for anyone. */
export function pageEndpoint(path: DocumentationPath, page: PageHtml): Handle {
  const html = htmlOf(path, page);
  return async (server, request) => {
    const call = openCall(server, request);
    return finished(server, call, htmlPage(html, POLICY));
  };
}
