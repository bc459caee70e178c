import { SCOPES, type Scope } from '../../access/scopes.ts';
import { TOKEN_PATH } from '../paths.ts';

const ALLOWS: Record<Scope, string> = {
  'staff.read': 'Read staff, addresses and reference values',
  'staff.write': 'Create and update staff',
  'staff.sync': 'Synchronize the whole district',
};

/** How a client authenticates. With an appName the Token URL is that district's. */
export function securitySchemes(publicUrl: string, appName: string | undefined) {
  const query = appName ? `?appName=${encodeURIComponent(appName)}` : '';
  const scopes = Object.fromEntries(SCOPES.map((scope) => [scope, ALLOWS[scope]]));
  return {
    oauth2: {
      type: 'oauth2' as const,
      description: 'The client credentials of *Business Office API Credentials*.',
      flows: { clientCredentials: { tokenUrl: `${publicUrl}${TOKEN_PATH}${query}`, scopes } },
    },
    bearer: {
      type: 'http' as const,
      scheme: 'bearer',
      description: 'A token that you already have.',
    },
  };
}
