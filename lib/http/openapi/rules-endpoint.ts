import { createHash } from 'node:crypto';
import { openCall } from '../call.ts';
import type { Handle } from '../every-method.ts';
import { finished } from '../finished.ts';
import { BASE_PATH } from '../paths.ts';
import { htmlPage } from './html-page.ts';
import { RULES_HTML } from './rules-html.ts';

const STYLE = `
:root { color-scheme: light dark; --text: #1f2933; --muted: #52606d; --back: #fff; --line: #cbd2d9; --link: #0b5cad; --mark: #fff3c4; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e4e7eb; --muted: #9aa5b1; --back: #1c2022; --line: #3e4c59; --link: #7cc4fa; --mark: #4a3f12; }
}
body { margin: 0 auto; padding: 1rem 1.25rem 4rem; max-width: 46rem; background: var(--back); color: var(--text); font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: break-word; }
a { color: var(--link); }
h2 { margin-top: 3rem; border-bottom: 1px solid var(--line); }
h3, h4 { margin: 1.75rem 0 0.25rem; }
h2 a, h3 a, h4 a { color: inherit; text-decoration: none; }
h2 a:hover, h3 a:hover, h4 a:hover { text-decoration: underline; }
:target { background: var(--mark); }
p, ul, ol { margin: 0.5rem 0; }
code { font: 0.9em ui-monospace, monospace; }
table { border-collapse: collapse; }
th, td { padding: 0.25rem 0.75rem 0.25rem 0; border-bottom: 1px solid var(--line); text-align: left; vertical-align: top; }
nav { color: var(--muted); }
`;

/** Nothing but this page's own style, which is named by its hash: no script, no frame, no form. */
const POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'`,
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
];

const PAGE = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>The rules of Business Office Integration</title>
<link rel="icon" href="${BASE_PATH}/icon.svg">
<style>${STYLE}</style>
</head>
<body>
<nav><a href="docs">API documentation</a></nav>
<main>${RULES_HTML}</main>
</body>
</html>
`;

/** `GET …/rules`: the rules by id, for anyone. Each id in lower case is an anchor, such as `#pos-5`. */
export const rulesEndpoint: Handle = async (server, request) => {
  const call = openCall(server, request);
  return finished(server, call, htmlPage(PAGE, POLICY));
};
