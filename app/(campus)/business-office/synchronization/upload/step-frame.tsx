'use client';

import { type ReactNode, useEffect, useRef } from 'react';

/** One step: its heading, what it is about, and the way back and on. */
export function StepFrame({
  title,
  lead,
  children,
  footer,
}: {
  title: string;
  lead: string;
  children?: ReactNode;
  footer: ReactNode;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  // The pressed button left the page with its step: the focus moves to the next step's heading when that is there.
  useEffect(() => {
    if (document.activeElement === document.body) heading.current?.focus();
  }, []);
  return (
    <div>
      <div className="px-4 pt-4 sm:px-5">
        <h2 ref={heading} tabIndex={-1} className="font-semibold text-base">
          {title}
        </h2>
        <p className="mt-1 max-w-prose text-pretty text-muted">{lead}</p>
      </div>
      {children}
      {/* A step is several screens long: the way on stays in sight. */}
      <div
        data-bottom-bar
        className="flex flex-wrap items-center justify-end gap-2 rounded-b-lg border-line border-t bg-surface px-4 py-3 max-sm:*:w-full sm:sticky sm:bottom-0 sm:px-5"
      >
        {footer}
      </div>
    </div>
  );
}
