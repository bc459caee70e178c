'use client';

import type { ReactNode } from 'react';

/** One step: its heading, what it is about, and the way back and on. */
export const StepFrame = ({
  title,
  lead,
  children,
  footer,
}: {
  title: string;
  lead: string;
  children?: ReactNode;
  footer: ReactNode;
}) => (
  <div>
    <div className="px-4 pt-4 sm:px-5">
      <h2 id="wizard-step" tabIndex={-1} className="font-semibold text-base">
        {title}
      </h2>
      <p className="mt-1 max-w-prose text-pretty text-muted">{lead}</p>
    </div>
    {children}
    <div className="flex flex-wrap items-center justify-end gap-2 border-line border-t px-4 py-3 max-sm:*:w-full sm:px-5">
      {footer}
    </div>
  </div>
);
