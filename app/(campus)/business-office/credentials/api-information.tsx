import { BookOpen } from 'lucide-react';
import { Card, CardHeader, CardTitle } from '../../../../components/ui/card.tsx';
import { CopyField } from '../../../../components/ui/copy-field.tsx';
import type { VendorUrls } from '../../../../lib/credentials/schema.ts';
import { CREDENTIAL_TEXTS } from './texts.ts';

export interface Information extends VendorUrls {
  /** The district's name. */
  district: string;
}

/** Where the HR system calls; the same for every client of the district. */
export const ApiInformation = ({ tokenUrl, baseUrl, docsUrl }: Information) => (
  <Card aria-label="API Information">
    <CardHeader>
      <CardTitle>API Information</CardTitle>
    </CardHeader>
    <div className="flex flex-col gap-5 p-4 sm:p-5">
      <CopyField label="Token URL" value={tokenUrl} help={CREDENTIAL_TEXTS.tokenUrl()} />
      <CopyField label="Base URL" value={baseUrl} help={CREDENTIAL_TEXTS.baseUrl()} />
      <div>
        <a
          href={docsUrl}
          target="_blank"
          rel="noreferrer"
          className="inline-flex items-center gap-2 rounded font-medium text-accent-ink hover:underline"
        >
          <BookOpen aria-hidden className="size-4 shrink-0" />
          Business Office Integration API Documentation
        </a>
        <p className="mt-1 text-muted text-xs">{CREDENTIAL_TEXTS.documentation()}</p>
      </div>
    </div>
  </Card>
);
