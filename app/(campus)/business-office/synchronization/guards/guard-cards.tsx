'use client';

import { useQuery } from '@tanstack/react-query';
import { QueryError } from '../../../../../components/query/query-error.tsx';
import { Card } from '../../../../../components/ui/card.tsx';
import { Skeleton } from '../../../../../components/ui/skeleton.tsx';
import { ExclusionsCard } from './exclusions-card.tsx';
import { HoldCard } from './hold-card.tsx';
import { LimitsCard } from './limits-card.tsx';
import { OffHoursCard } from './off-hours-card.tsx';
import { guardsQuery } from './queries.ts';
import { SettingsCard } from './settings-card.tsx';

/** The held commit, the excluded people, and the limits. */
export function GuardCards() {
  const guards = useQuery(guardsQuery);
  if (guards.isError && !guards.data)
    return (
      <Card>
        <QueryError query={guards} />
      </Card>
    );
  if (!guards.data) return <Skeleton className="h-60" />;
  const { hold, excluded, settings, offHours, syncSettings } = guards.data;
  return (
    <div className="flex flex-col gap-6">
      <HoldCard hold={hold} />
      <ExclusionsCard excluded={excluded} />
      <LimitsCard settings={settings} />
      <OffHoursCard offHours={offHours} />
      <SettingsCard settings={syncSettings} />
    </div>
  );
}
