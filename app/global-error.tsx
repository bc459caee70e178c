'use client';

import './globals.css';
import { ErrorState } from '../components/ui/error-state.tsx';
import { PAGE_ERROR_TEXTS } from './texts.ts';

/** Shown when even the layout fails, such as when the database is down. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body className="min-h-dvh bg-canvas font-sans text-ink">
        <title>Campus</title>
        <main className="pt-[15vh]">
          <h1 className="sr-only">Campus is not available</h1>
          <ErrorState
            message={PAGE_ERROR_TEXTS.unavailable()}
            requestId={error.digest}
            onRetry={() => location.reload()}
          />
        </main>
      </body>
    </html>
  );
}
