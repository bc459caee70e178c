import { CircleAlert } from 'lucide-react';
import { Button } from './button.tsx';

/** Shown where loading failed: what happened, the request ID for support, and *Try again*. */
export const ErrorState = ({
  message,
  requestId,
  onRetry,
}: {
  message: string;
  requestId?: string;
  onRetry: () => void;
}) => (
  <div role="alert" className="flex flex-col items-center px-6 py-10 text-center">
    <span className="mb-3 rounded-full border border-bad-line bg-bad-soft p-2.5 text-bad-ink">
      <CircleAlert aria-hidden className="size-5" />
    </span>
    <p className="max-w-md text-pretty font-medium">{message}</p>
    {requestId && (
      <p className="mt-1 text-muted text-xs">
        Request ID <code className="select-all break-all font-mono">{requestId}</code>
      </p>
    )}
    <Button className="mt-4" onClick={onRetry}>
      Try again
    </Button>
  </div>
);
