import { userInfo } from 'node:os';
import { operatorLink } from '../../lib/operator/operator-link.ts';
import { makeOperatorLink } from '../../lib/operator/session.ts';
import { legible } from '../../lib/text/legible.ts';
import { asOwner } from '../district/as-owner.ts';

const MAX_NAME_CHARS = 50;

/** Prints a link to the operator's page as JSON; it is shown nowhere else. */
export const link = ({ by = userInfo().username }: { by?: string }): Promise<void> =>
  asOwner(async ({ db, settings }) => {
    const madeBy = legible(by).slice(0, MAX_NAME_CHARS);
    if (madeBy === '') throw new Error('--by must be a name.');
    const { token, expiresAt } = await makeOperatorLink(db, { madeBy });
    console.log(
      JSON.stringify(
        { link: operatorLink(settings.publicUrl, token), by: madeBy, linkExpires: expiresAt },
        null,
        2,
      ),
    );
    console.error(
      '\nOpen the link in a browser within 15 minutes. It works once. The page stays open for 2 hours, or for 30 minutes without use.',
    );
  });
