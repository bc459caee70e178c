import { createHmac } from 'node:crypto';

export type AppRole = {
  /** `<database name>_app` */
  name: string;
  password: string;
  /** The owner's URL with this role in the owner's place. */
  url: string;
};

/**
 * The role that web and worker connect as. It owns nothing, so row level security binds it. Its password comes
 * from CAMPUS_KEY by HMAC, so that owner and app agree on it without a further setting; `migrate` sets it.
 *
 * @param campusKey 32 bytes
 */
export function appRole(ownerUrl: string, campusKey: Buffer): AppRole {
  const url = new URL(ownerUrl);
  const name = `${decodeURIComponent(url.pathname.slice(1))}_app`;
  const password = createHmac('sha256', campusKey).update('database role').digest('base64url');
  url.username = encodeURIComponent(name);
  url.password = password;
  return { name, password, url: url.href };
}
