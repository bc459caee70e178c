'use client';

import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False until React has taken the page over: what a button does before that would be lost. */
export const useHydrated = (): boolean =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
