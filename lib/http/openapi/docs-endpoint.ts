import { htmlPage } from './html-page.ts';

/** `GET …/docs[?appName=…]`: Swagger UI of the app itself, for anyone. */
export const docsEndpoint = htmlPage({
  path: 'docs',
  title: 'Business Office Integration API Documentation',
  styles: ['swagger/swagger-ui.css', 'swagger/page.css', 'documentation/navigation.css'],
  scripts: ['swagger/swagger-ui-bundle.js', 'swagger/page.js'],
  body: '<div id="documentation"><noscript>This page needs JavaScript. The same documentation as a file: openapi.json, in the same folder.</noscript></div>',
  // Swagger UI draws its icons as data, and some of its styles inline.
  policy: ["style-src 'self' 'unsafe-inline'", "img-src 'self' data:", "connect-src 'self'"],
});
