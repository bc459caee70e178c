'use client';

import { ErrorState } from '../../components/ui/error-state.tsx';

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
      <ErrorState
        message="This page could not be loaded. Nothing was changed. If the problem persists, give your Campus administrator the request ID."
        requestId={error.digest}
        onRetry={reset}
      />
    </div>
  );
}
