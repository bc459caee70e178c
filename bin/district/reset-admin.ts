import { invitationLink } from '../../lib/auth/invitation-link.ts';
import { contextOf } from '../../lib/setup/context-of.ts';
import { resetAdmin } from '../../lib/setup/reset-admin.ts';
import { asOwner } from './as-owner.ts';

/** Prints the link by which the user chooses a password; it is shown nowhere else. */
export const reset = ({ appName, username }: { appName: string; username: string }): Promise<void> =>
  asOwner(async ({ db, keys, settings }) => {
    const done = await resetAdmin(await contextOf(db, keys, appName), { username });
    const link = invitationLink(settings.publicUrl, done.invitation.token);
    console.log(
      JSON.stringify(
        { appName, username: done.username, link, linkExpires: done.invitation.expiresAt },
        null,
        2,
      ),
    );
    console.error(
      '\nMake sure who it is, then give them the link. It works once and is not shown again. Password, second factor and sessions are gone.',
    );
  });
