'use client';

import { useMutation } from '@tanstack/react-query';
import { toast } from '../../../../../components/ui/toast.ts';
import type { BadRow, FileLook, Recognized } from '../../../../../lib/sync/upload/schema.ts';
import { UPLOAD_TEXTS } from './texts.ts';

/** Saves the invalid rows as a CSV file. The code that writes it is loaded on first use. */
export const useDownloadBadRows = (given: {
  file: File;
  look: FileLook | undefined;
  recognized: Recognized | null;
  rows: readonly BadRow[];
}) =>
  useMutation({
    async mutationFn() {
      const { badRowsCsv } = await import('./bad-rows-csv.ts');
      save(await badRowsCsv(given), `${given.file.name.replace(/\.\w+$/, '')}-bad-rows.csv`);
    },
    onError: () => toast('error', UPLOAD_TEXTS.fileUnreadable()),
  });

function save(file: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}
