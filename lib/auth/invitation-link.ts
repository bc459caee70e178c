/**
 * The link by which a user chooses their password. The token is in the fragment: no browser sends that to a server, so
 * it gets into no log, and a mail scanner that follows the link uses nothing up. Runs in the browser, too.
 */
export const invitationLink = (publicUrl: string, token: string): string =>
  `${publicUrl}/campus/invitation#${token}`;
