import { invitationLink } from '../../lib/auth/invitation-link.ts';
import { createDistrict, type NewDistrict } from '../../lib/setup/create-district.ts';
import { asOwner } from './as-owner.ts';

/** Prints the new district as JSON with the link of its first admin, which is shown nowhere else. */
export const create = (asked: NewDistrict): Promise<void> =>
  asOwner(async ({ db, keys, settings }) => {
    const { district, adminUsername, invitation } = await createDistrict(db, keys, asked);
    const { appName, name, timeZone } = district;
    const link = invitationLink(settings.publicUrl, invitation.token);
    console.log(
      JSON.stringify(
        { appName, name, timeZone, adminUsername, link, linkExpires: invitation.expiresAt },
        null,
        2,
      ),
    );
    console.error(
      `\nGive the link to the first admin, who chooses a password by it. It works once and is not shown again.\nNext: \`campus codes import\` for schools, genders and assignment codes (docs/operators/first-district.md).`,
    );
  });
