'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False until React has hydrated the page: a click before that would be lost. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
