'use client';

import { Choice } from '../../../../components/ui/choice.tsx';
import { SIGN_ON_TEXTS } from './texts.ts';
import type { Protocol } from './typed.ts';

const PROTOCOLS = { oidc: 'OpenID Connect', saml: 'SAML 2.0' } as const;

/** How Campus and the provider speak. */
export const ProtocolChoice = ({
  protocol,
  onChoose,
}: {
  protocol: Protocol;
  onChoose: (protocol: Protocol) => void;
}) => (
  <fieldset>
    <legend className="mb-1 font-medium">Protocol</legend>
    {(Object.keys(PROTOCOLS) as Protocol[]).map((one) => (
      <Choice
        key={one}
        type="radio"
        name="protocol"
        label={PROTOCOLS[one]}
        help={SIGN_ON_TEXTS[one]()}
        checked={protocol === one}
        onChange={() => onChoose(one)}
      />
    ))}
  </fieldset>
);
