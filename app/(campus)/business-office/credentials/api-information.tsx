import { BookOpen } from 'lucide-react';
import { Card, CardHeader, CardTitle } from '../../../../components/ui/card.tsx';
import { CopyField } from '../../../../components/ui/copy-field.tsx';

/** Where the HR system calls; the same for every client of the district. */
export const ApiInformation = ({
  tokenUrl,
  baseUrl,
  docsUrl,
}: {
  tokenUrl: string;
  baseUrl: string;
  docsUrl: string;
}) => (
  <Card aria-label="API Information">
    <CardHeader>
      <CardTitle>API Information</CardTitle>
    </CardHeader>
    <div className="flex flex-col gap-5 p-4 sm:p-5">
      <CopyField
        label="Token URL"
        value={tokenUrl}
        help="Where the HR system requests a token with the Client ID and Client Secret. The appName names your district: leave it in."
      />
      <CopyField
        label="Base URL"
        value={baseUrl}
        help="What every API call begins with, before /api/businessOfficeIntegration. Each call sends the token."
      />
      <div>
        <a
          href={docsUrl}
          className="inline-flex items-center gap-2 rounded font-medium text-accent-ink hover:underline"
        >
          <BookOpen aria-hidden className="size-4 shrink-0" />
          Business Office Integration API Documentation
        </a>
        <p className="mt-1 text-muted text-xs">Every call with its fields and errors, for the HR vendor.</p>
      </div>
    </div>
  </Card>
);
