'use client';

import { DateTime } from '../../../../../components/dates.tsx';
import { adminCall } from '../../../../../components/query/admin-call.ts';
import { Button } from '../../../../../components/ui/button.tsx';
import { Card, CardHeader, CardTitle } from '../../../../../components/ui/card.tsx';
import type { Exclusion } from '../../../../../lib/sync/guards/schema.ts';
import { ExcludeForm } from './exclude-form.tsx';
import { GUARD_TEXTS } from './texts.ts';
import { useGuardCall } from './use-guard-call.ts';

/** The people that commits skip until they are included again (SYNC-13). */
export function ExclusionsCard({ excluded }: { excluded: readonly Exclusion[] }) {
  const includePerson = useGuardCall(
    (body: { staffNumber: string }) => adminCall('POST /sync/guards/let-in', { body }),
    GUARD_TEXTS.included(),
  );
  return (
    <Card aria-labelledby="excluded-people">
      <CardHeader>
        <div>
          <CardTitle id="excluded-people">Excluded</CardTitle>
          <p className="text-muted text-xs">{GUARD_TEXTS.exclusions()}</p>
        </div>
      </CardHeader>
      {excluded.length === 0 ? (
        <p className="px-4 pt-4 text-muted sm:px-5">{GUARD_TEXTS.noExclusions()}</p>
      ) : (
        <ul aria-label="Excluded">
          {excluded.map(({ staffNumber, reason, excludedBy, excludedAt }) => (
            <li
              key={staffNumber}
              className="flex flex-wrap items-start justify-between gap-3 border-line border-b px-4 py-3 sm:px-5"
            >
              <span className="min-w-0 flex-1 basis-56">
                <bdi className="font-medium">{staffNumber}</bdi>
                <bdi className="wrap-anywhere block">{reason}</bdi>
                <span className="block text-muted text-xs">
                  By {excludedBy}, <DateTime at={excludedAt} time />
                </span>
              </span>
              <Button
                size="small"
                aria-label={`Include ${staffNumber}`}
                busy={includePerson.isPending && includePerson.variables.staffNumber === staffNumber}
                onClick={() => includePerson.mutate({ staffNumber })}
              >
                Include
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="px-4 py-4 sm:px-5">
        <ExcludeForm />
      </div>
    </Card>
  );
}
