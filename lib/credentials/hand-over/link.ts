/**
 * The link that shows a client's credentials once. The token is in the fragment: no browser sends that to a server, so it
 * gets into no log, and a mail scanner that follows the link opens nothing. Runs in the browser, too.
 */
export const handOverLink = (publicUrl: string, token: string): string =>
  `${publicUrl}/campus/hand-over#${token}`;
