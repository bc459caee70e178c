'use client';

import { ErrorState } from '../../components/ui/error-state.tsx';
import { PAGE_ERROR_TEXTS } from '../texts.ts';

/** A page that failed to render. The digest finds the error in the server's log. */
export default function PageError({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <div className="pt-[8vh]">
      <ErrorState message={PAGE_ERROR_TEXTS.notLoaded()} requestId={error.digest} onRetry={reset} />
    </div>
  );
}
