'use client';

import { lazy, Suspense } from 'react';
import { afterLoad } from './after-load.ts';

const Toaster = lazy(() => afterLoad.then(() => import('./toaster.tsx')));

/** The region of toasts; its code is loaded after the page. */
export const Toasts = () => (
  <Suspense>
    <Toaster />
  </Suspense>
);
