import { CircleDot, CircleMinus, CirclePlus, CircleStop, Link2, type LucideIcon } from 'lucide-react';
import { Fragment } from 'react';
import { CardLines, Named, Periods } from '../../../../../../components/report/old-new.tsx';
import { classNames } from '../../../../../../components/ui/class-names.ts';
import type { EmploymentItem, PeriodKind, PositionItem } from '../../../../../../lib/report/people/schema.ts';

const KINDS: Record<PeriodKind, { label: string; icon: LucideIcon; tone: string }> = {
  added: { label: 'Added', icon: CirclePlus, tone: 'text-good-ink' },
  changed: { label: 'Changed', icon: CircleDot, tone: 'text-warn-ink' },
  ended: { label: 'Ends', icon: CircleStop, tone: 'text-warn-ink' },
  removed: { label: 'Removed', icon: CircleMinus, tone: 'text-bad-ink' },
  kept: { label: 'Kept', icon: Link2, tone: 'text-muted' },
};

/** Employments in the order of the report: what begins, changes and ends. */
export const Employments = ({ items }: { items: readonly EmploymentItem[] }) => (
  <ol className="flex flex-col gap-1.5">
    {items.map(({ kind, period, was }, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: items have no id and keep their place.
      <Item key={i} kind={kind}>
        <Periods period={period} was={was} />
      </Item>
    ))}
  </ol>
);

/** Positions with titles and schools: what is added, changes, ends, is removed, and what stays. */
export const Positions = ({ items }: { items: readonly PositionItem[] }) => (
  <ol className="flex flex-col gap-2">
    {items.map(({ kind, period, was, school, title, assignment, codes }, i) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: as above.
      <Item key={i} kind={kind}>
        <span className={classNames('block font-medium', kind === 'removed' && 'line-through')}>
          {[title, assignment].map(
            (coded, at) =>
              coded && (
                // biome-ignore lint/suspicious/noArrayIndexKey: title, then assignment code.
                <Fragment key={at}>
                  {at === 1 && title && <span className="text-subtle"> · </span>}
                  <Named of={coded} />
                </Fragment>
              ),
          )}
        </span>
        <span className="block text-muted">
          <Named of={school} /> · <Periods period={period} was={was} />
        </span>
        {codes.length > 0 && <CardLines lines={codes} />}
      </Item>
    ))}
  </ol>
);

function Item({ kind, children }: { kind: PeriodKind; children: React.ReactNode }) {
  const { label, icon: Icon, tone } = KINDS[kind];
  return (
    <li className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-x-2">
      <span className={classNames('flex items-start gap-1.5 text-xs leading-5', tone)}>
        <Icon aria-hidden className="mt-0.5 size-4 shrink-0" />
        {label}
      </span>
      <div className="min-w-0">{children}</div>
    </li>
  );
}
