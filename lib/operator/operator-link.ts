/**
 * The link that opens the operator's page, once. The token is in the fragment: no browser sends that to a server, so it
 * gets into no log. Runs in the browser, too.
 */
export const operatorLink = (publicUrl: string, token: string): string =>
  `${publicUrl}/campus/operator#${token}`;
