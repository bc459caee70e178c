/** The role of a URL, as Postgres knows it. */
export type Role = { name: string; password: string };

/**
 * The app's role by a name of our own, `<database name>_app`, where none is given.
 *
 * @returns the owner's URL with that role in the owner's place
 */
export function appRoleUrl(ownerUrl: string, password: string): string {
  const url = new URL(ownerUrl);
  url.username = encodeURIComponent(`${decodeURIComponent(url.pathname.slice(1))}_app`);
  url.password = encodeURIComponent(password);
  return url.href;
}

export function roleOf(databaseUrl: string): Role {
  const { username, password } = new URL(databaseUrl);
  return { name: decodeURIComponent(username), password: decodeURIComponent(password) };
}
