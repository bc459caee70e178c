'use client';

import { Star } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useOptimistic, useTransition } from 'react';
import { adminCall } from '../query/admin-call.ts';
import { buttonStyle } from '../ui/button.tsx';
import { classNames } from '../ui/class-names.ts';
import { toast } from '../ui/toast.ts';

/** Adds the page to the menu's favourites, or removes it. */
export function FavouriteButton({ path, kept }: { path: string; kept: boolean }) {
  const router = useRouter();
  const [shown, show] = useOptimistic(kept);
  const [, start] = useTransition();
  const turn = () =>
    start(async () => {
      show(!shown);
      try {
        await adminCall('PUT /favourites', { body: { path, kept: !shown } });
        router.refresh();
      } catch (error) {
        toast('error', (error as Error).message);
      }
    });
  return (
    <button
      type="button"
      aria-label="Favourite"
      aria-pressed={shown}
      title={shown ? 'Remove from the menu’s favourites' : 'Add to the menu’s favourites'}
      onClick={turn}
      className={classNames(buttonStyle('quiet', 'small-icon'), 'print:hidden')}
    >
      <Star aria-hidden className={classNames('size-4', shown && 'fill-warn text-warn')} />
    </button>
  );
}
