/** Next serves everything below this path; in route handlers `request.url` lacks it. */
export const BASE_PATH = '/campus';
export const API_PATH = `${BASE_PATH}/api/businessOfficeIntegration`;
export const TOKEN_PATH = `${BASE_PATH}/oauth2/token`;

/** The path that the client called, whether or not Next has taken the base path off. Always begins with it. */
export function calledPath(url: URL): string {
  const { pathname } = url;
  return pathname === BASE_PATH || pathname.startsWith(`${BASE_PATH}/`)
    ? pathname
    : `${BASE_PATH}${pathname}`;
}
