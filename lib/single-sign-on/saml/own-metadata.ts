import { METADATA, POST, PROTOCOL } from './names.ts';
import type { ServiceProvider } from './service-provider.ts';

/** Campus' metadata for a district's provider. Both addresses are Campus' own, so nothing has to be escaped. */
export const ownMetadata = ({ entityId, acsUrl }: ServiceProvider): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<EntityDescriptor xmlns="${METADATA}" entityID="${entityId}">
  <SPSSODescriptor AuthnRequestsSigned="false" WantAssertionsSigned="true" protocolSupportEnumeration="${PROTOCOL}">
    <AssertionConsumerService Binding="${POST}" Location="${acsUrl}" index="0" isDefault="true"/>
  </SPSSODescriptor>
</EntityDescriptor>
`;
