'use client';

import { parseAsBoolean, useQueryState } from 'nuqs';

/** Whether *Transfer Staff Via File Upload* is open below the run. */
export const useUploading = () => useQueryState('upload', parseAsBoolean.withDefault(false));
