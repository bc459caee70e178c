import { openCall } from '../call.ts';
import type { Handle } from '../every-method.ts';
import { finished } from '../finished.ts';
import { BASE_PATH } from '../paths.ts';
import { type DocumentationPath, navigation } from './navigation.ts';

interface HtmlPage {
  path: DocumentationPath;
  title: string;
  /** Files of the app, below its base path, in their order. */
  styles: readonly string[];
  scripts: readonly string[];
  /** What follows the head of the documentation. */
  body: string;
  /** What the page may load besides scripts of the app. */
  policy: readonly string[];
}

const htmlOf = ({ path, title, styles, scripts, body }: HtmlPage): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<link rel="icon" href="${BASE_PATH}/icon.svg">
${[
  ...styles.map((file) => `<link rel="stylesheet" href="${BASE_PATH}/${file}">`),
  ...scripts.map((file) => `<script src="${BASE_PATH}/${file}" defer></script>`),
].join('\n')}
</head>
<body>
${navigation(path)}
${body}
</body>
</html>
`;

/** A page of the API's documentation: HTML for anyone, under its own policy: no inline script, no frame, no form. */
export function htmlPage(page: HtmlPage): Handle {
  const html = htmlOf(page);
  const headers = {
    'Content-Type': 'text/html; charset=utf-8',
    'Content-Security-Policy': [
      "default-src 'none'",
      "script-src 'self'",
      ...page.policy,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'Referrer-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'X-Frame-Options': 'DENY',
    'Cache-Control': 'no-cache',
  };
  return async (server, request) =>
    finished(server, openCall(server, request), new Response(html, { headers }));
}
