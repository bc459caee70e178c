import { Badge, type Tone } from '../../../../components/ui/badge.tsx';
import { isReplaced } from '../../../../lib/feeds/is-under-way.ts';
import type { FeedRun } from '../../../../lib/feeds/schema.ts';
import { OUTCOMES } from './texts.ts';

const TONES: Partial<Record<FeedRun['status'], Tone>> = {
  failed: 'bad',
  held: 'warn',
  transferred: 'good',
  validated: 'good',
  commitStarted: 'good',
  unchanged: 'neutral',
};

/** How a run of a feed ended, or what it does now. */
export function Outcome({ run }: { run: FeedRun }) {
  const { status } = run;
  const replaced = isReplaced(run);
  return (
    <Badge tone={replaced ? 'neutral' : (TONES[status] ?? 'accent')}>
      {OUTCOMES[replaced ? 'cancelled' : status]}
    </Badge>
  );
}
