'use client';

import { lazy, Suspense } from 'react';
import { afterLoad } from './after-load.ts';

const Toaster = lazy(() => afterLoad.then(() => import('./toaster.tsx')));

/** The region of toasts; its code comes when the page has loaded. */
export const Toasts = () => (
  <Suspense>
    <Toaster />
  </Suspense>
);
