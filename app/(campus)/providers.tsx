'use client';

import { QueryClientProvider } from '@tanstack/react-query';
import { NuqsAdapter } from 'nuqs/adapters/next/app';
import { type ReactNode, useState } from 'react';
import { TimeZone } from '../../components/dates.tsx';
import { PasswordAsked } from '../../components/shell/password-asked.tsx';
import { Toasts } from '../../components/ui/toasts.tsx';
import { newQueryClient } from './query-client.ts';

export function Providers({ timeZone, children }: { timeZone: string; children: ReactNode }) {
  const [client] = useState(newQueryClient);
  return (
    <QueryClientProvider client={client}>
      <NuqsAdapter>
        <TimeZone zone={timeZone}>{children}</TimeZone>
      </NuqsAdapter>
      <PasswordAsked />
      <Toasts />
    </QueryClientProvider>
  );
}
