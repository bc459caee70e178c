import { ChevronRight } from 'lucide-react';
import { DateTime } from '../../../../components/dates.tsx';
import { classNames } from '../../../../components/ui/class-names.ts';
import type { Notification } from '../../../../lib/notify/schema.ts';

const MAX_NAMES_SHOWN = 8;

/** One notification; choosing it opens the editor (NOT-3). */
export function NotificationRow({
  notification: { type, recipients, createdAt, createdBy },
  current,
  onEdit,
}: {
  notification: Notification;
  current: boolean;
  onEdit: () => void;
}) {
  const more = recipients.length - MAX_NAMES_SHOWN;
  const names = recipients.slice(0, MAX_NAMES_SHOWN).map(({ name }) => name);
  return (
    <li className="border-line border-t first:border-t-0">
      <button
        type="button"
        aria-current={current || undefined}
        onClick={onEdit}
        className={classNames(
          'flex w-full items-center gap-3 px-4 py-3 text-left transition-colors duration-100 hover:bg-hover focus-visible:-outline-offset-2 sm:px-5',
          current && 'bg-accent-soft',
        )}
      >
        <span className="min-w-0 flex-1">
          <span className="font-medium">{type}</span>
          <bdi className="wrap-anywhere block">
            {names.join(' · ')}
            {more > 0 && ` and ${more} more`}
          </bdi>
          <span className="block text-muted text-xs">
            By {createdBy}, <DateTime at={createdAt} />
            {recipients.some(({ reachable }) => !reachable) &&
              ' · some recipients no longer have the tool rights'}
          </span>
        </span>
        <ChevronRight aria-hidden className="size-4 shrink-0 text-subtle" />
      </button>
    </li>
  );
}
