import { Callout } from '../../components/ui/callout.tsx';
import { Card } from '../../components/ui/card.tsx';
import { CopyButton } from '../../components/ui/copy-button.tsx';
import { CopyField } from '../../components/ui/copy-field.tsx';
import { credentialsBlock } from '../../lib/credentials/credentials-block.ts';
import type { HandedOverAnswer } from '../../lib/credentials/schema.ts';
import { HAND_OVER_TEXTS } from './texts.ts';

/** The credentials, once. */
export const HandedOver = ({ credentials }: { credentials: HandedOverAnswer }) => (
  <Card className="flex flex-col gap-4 p-5">
    <Callout tone="warn" role="status">
      {HAND_OVER_TEXTS.storeNow()}
    </Callout>
    <p>
      <bdi>{credentials.name}</bdi>, <bdi>{credentials.district}</bdi>
    </p>
    <CopyField label="Client ID" value={credentials.clientId} />
    <CopyField label="Client Secret" value={credentials.clientSecret} />
    <CopyField label="Token URL" value={credentials.tokenUrl} />
    <CopyField label="Base URL" value={credentials.baseUrl} />
    <div className="flex flex-wrap items-center gap-4">
      <CopyButton what="Credentials" label="Copy all" text={credentialsBlock(credentials)} />
      <a href={credentials.docsUrl} className="font-medium text-accent-ink hover:underline">
        API documentation
      </a>
    </div>
  </Card>
);
