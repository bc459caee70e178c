'use client';

import { Tabs as Base } from '@base-ui/react/tabs';
import type { ReactNode } from 'react';

/** Views of one thing, of which one is shown. The panels of the others are not in the page. */
export const Tabs = ({
  value,
  onChange,
  children,
}: {
  value: string;
  onChange: (value: string) => void;
  children: ReactNode;
}) => (
  <Base.Root value={value} onValueChange={(next) => onChange(String(next))}>
    {children}
  </Base.Root>
);

export const TabsList = ({ label, children }: { label: string; children: ReactNode }) => (
  <Base.List
    aria-label={label}
    className="flex w-fit gap-1 rounded-lg border border-line bg-sunken p-1 print:hidden"
  >
    {children}
  </Base.List>
);

export const Tab = ({ value, children }: { value: string; children: ReactNode }) => (
  <Base.Tab
    value={value}
    className="h-7 rounded-md px-3 font-medium text-muted text-sm hover:text-ink data-active:bg-surface data-active:text-ink data-active:shadow-raised"
  >
    {children}
  </Base.Tab>
);

export const TabPanel = ({ value, children }: { value: string; children: ReactNode }) => (
  <Base.Panel value={value}>{children}</Base.Panel>
);
