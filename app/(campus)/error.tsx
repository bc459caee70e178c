'use client';

import { ErrorState } from '../../components/ui/error-state.tsx';

/** A page that could not be made. The digest is how the server's log calls the same error. */
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
        message="This page could not be loaded. Nothing was changed. If it stays, tell whoever runs Campus the request id."
        requestId={error.digest}
        onRetry={reset}
      />
    </div>
  );
}
