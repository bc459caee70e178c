'use client';

import { DateTime } from '../../../../components/dates.tsx';
import { Button } from '../../../../components/ui/button.tsx';
import { Callout } from '../../../../components/ui/callout.tsx';
import type { Schedule } from '../../../../lib/sync/schedule/schema.ts';
import { useSchedule } from './use-schedule.ts';

/** The commit that is to begin by itself, or why it did not. */
export function ScheduledCommit({ schedule }: { schedule: Schedule }) {
  const { cancel } = useSchedule();
  const end = (name: string) => (
    <Button className="mt-2" busy={cancel.isPending} onClick={() => cancel.mutate()}>
      {name}
    </Button>
  );
  if (schedule.failure)
    return (
      <Callout tone="bad" role="alert" title="The scheduled commit did not begin" className="w-full">
        <p>
          It was to begin on <DateTime at={schedule.dueAt} time />. {schedule.failure} Commit, or schedule it
          again.
        </p>
        {end('Dismiss')}
      </Callout>
    );
  return (
    <Callout tone="accent" title={<Title schedule={schedule} />} className="w-full">
      {schedule.beginning ? (
        <p>Its time has come: the staff are planned anew, then it begins.</p>
      ) : (
        <p>
          It begins by itself, by <DateTime at={schedule.latestAt} time /> at the latest. Validate or Restart
          Transfer end the schedule; Commit begins it now.
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
