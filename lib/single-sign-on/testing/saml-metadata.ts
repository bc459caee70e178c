import { METADATA, PROTOCOL, REDIRECT, SIGNATURE } from '../saml/names.ts';
import { derOf, SAML_ISSUER, SAML_KEYS, SAML_SIGN_ON_URL } from './forged-saml.ts';

/** The metadata of the forged provider. */
export const samlMetadata = ({ signOnUrl = SAML_SIGN_ON_URL }: { signOnUrl?: string } = {}): string =>
  `<?xml version="1.0"?>
<EntityDescriptor xmlns="${METADATA}" xmlns:ds="${SIGNATURE}" entityID="${SAML_ISSUER}">
  <IDPSSODescriptor protocolSupportEnumeration="${PROTOCOL}">
    <KeyDescriptor use="signing"><ds:KeyInfo><ds:X509Data><ds:X509Certificate>${derOf(SAML_KEYS.cert)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></KeyDescriptor>
    <SingleSignOnService Binding="${REDIRECT}" Location="${signOnUrl}"/>
  </IDPSSODescriptor>
</EntityDescriptor>`;
