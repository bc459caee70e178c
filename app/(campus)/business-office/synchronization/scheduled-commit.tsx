'use client';

import { DateTime } from '../../../../components/dates.tsx';
import { Button } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import type { Schedule } from '../../../../lib/sync/schedule/schema.ts';
import { TEXTS } from './texts.ts';
import { useSchedule } from './use-schedule.ts';

/** A scheduled commit, or why it did not start. */
export function ScheduledCommit({ schedule }: { schedule: Schedule }) {
  const { cancel } = useSchedule();
  const end = (name: string) => (
    <Button className="mt-2" busy={cancel.isPending} onClick={() => cancel.mutate()}>
      {name}
    </Button>
  );
  if (schedule.failure)
    return (
      <Callout tone="bad" role="alert" title="The scheduled commit did not start" className="w-full">
        <p>
          It was scheduled for <DateTime at={schedule.dueAt} time />. {schedule.failure}{' '}
          {TEXTS.commitOrSchedule()}
        </p>
        {end('Dismiss')}
      </Callout>
    );
  return (
    <Callout tone="accent" title={<Title schedule={schedule} />} className="w-full">
      {schedule.beginning ? (
        <p>{TEXTS.beginning()}</p>
      ) : (
        <p>
          Starts automatically, no later than <DateTime at={schedule.latestAt} time />.{' '}
          {TEXTS.waysOutOfSchedule()}
        </p>
      )}
      {end('Cancel the schedule')}
    </Callout>
  );
}

const Title = ({ schedule: { dueAt, scheduledBy } }: { schedule: Schedule }) => (
  <>
    Scheduled for <DateTime at={dueAt} time /> by {scheduledBy}
  </>
);
