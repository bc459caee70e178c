import { serverMetadata } from '../oauth/metadata.ts';
import type { VendorUrls } from './schema.ts';

/** Where the HR system of a district calls, as the credentials page and a hand-over link show it. */
export function vendorUrls(publicUrl: string, appName: string): VendorUrls {
  const { issuer, token_endpoint, service_documentation } = serverMetadata(publicUrl, appName);
  return {
    tokenUrl: token_endpoint,
    baseUrl: issuer,
    docsUrl: `${service_documentation}?appName=${encodeURIComponent(appName)}`,
  };
}
