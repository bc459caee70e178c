import { openCall } from '../call.ts';
import type { Handle } from '../every-method.ts';
import { finished } from '../finished.ts';
import { BASE_PATH } from '../paths.ts';
import { htmlPage } from './html-page.ts';
import { navigation } from './navigation.ts';

/** Nothing from elsewhere, no inline script. Swagger UI draws its icons as data, and some of its styles inline. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "connect-src 'self'",
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
<title>Business Office Integration API Documentation</title>
<link rel="icon" href="${BASE_PATH}/icon.svg">
<link rel="stylesheet" href="${BASE_PATH}/swagger/swagger-ui.css">
<link rel="stylesheet" href="${BASE_PATH}/swagger/page.css">
<link rel="stylesheet" href="${BASE_PATH}/documentation/navigation.css">
</head>
<body>
${navigation('docs')}
<div id="documentation"><noscript>This page needs JavaScript. The same documentation as a file: openapi.json, in the same folder.</noscript></div>
<script src="${BASE_PATH}/swagger/swagger-ui-bundle.js"></script>
<script src="${BASE_PATH}/swagger/page.js"></script>
</body>
</html>
`;

/** `GET …/docs[?appName=…]`: Swagger UI of the app itself, for anyone. */
export const docsEndpoint: Handle = async (server, request) => {
  const call = openCall(server, request);
  return finished(server, call, htmlPage(PAGE, POLICY));
};
