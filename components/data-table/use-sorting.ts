'use client';

import type { SortingState } from '@tanstack/react-table';
import { parseAsString, useQueryState } from 'nuqs';
import { useCallback, useMemo } from 'react';

/** A table's order, kept in the URL as `sort=column` or `sort=-column`. */
export function useSorting(initial: string): [SortingState, (next: SortingState) => void] {
  const [sort, setSort] = useQueryState('sort', parseAsString.withDefault(initial));
  const sorting = useMemo<SortingState>(
    () => [{ id: sort.replace(/^-/, ''), desc: sort.startsWith('-') }],
    [sort],
  );
  const set = useCallback(
    ([first]: SortingState) => {
      setSort(first ? `${first.desc ? '-' : ''}${first.id}` : null);
    },
    [setSort],
  );
  return [sorting, set];
}
